/** One name, one action: what people describe over HTTP and what they choose of servers share the names of a company. */
import { type QueryExecutorProvider, sql } from 'kysely'

type Asked = { tenantId: string; but?: string }

/** Of tools over HTTP and of servers, paused ones too; not those of the tool or the server `but`. */
export async function takenNames(handle: QueryExecutorProvider, { tenantId, but = '' }: Asked): Promise<Set<string>> {
  const { rows } = await sql<{ name: string }>`
    select name from http_tools where tenant_id = ${tenantId} and id <> ${but}
    union
    select tool ->> 'name' from mcp_servers, jsonb_array_elements(tools) as tool
    where tenant_id = ${tenantId} and id <> ${but}`.execute(handle)
  return new Set(rows.map(({ name }) => name))
}

/** The same, and until this transaction ends nobody else takes a name of this company. */
export async function lockNames(handle: QueryExecutorProvider, asked: Asked): Promise<Set<string>> {
  await sql`select pg_advisory_xact_lock(hashtext(${`action-names ${asked.tenantId}`}))`.execute(handle)
  return takenNames(handle, asked)
}
