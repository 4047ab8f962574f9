/** Servers of the Model Context Protocol, in SQL. */
import type { ChosenTool, McpServerDraft } from '@lingxi/contract/mcp-server'
import type { ColumnType, Kysely, Selectable } from 'kysely'
import { type Database, withTables } from '#platform/database'
import { lockNames, takenNames } from '../action-names-store.ts'

type Json<T> = ColumnType<T, string, string>
/** Of the secrets only the names; their values are sealed together. */
export type KeptDraft = Omit<McpServerDraft, 'secrets'> & { secretNames: string[] }
type Rows = {
  tenant_id: string
  id: string
  name: string
  draft: Json<KeptDraft>
  tools: Json<ChosenTool[]>
  secrets: string | null
  version: number
  updated_at: string
}
type Tables = { mcp_servers: Rows }
export type McpServerRow = Omit<Selectable<Rows>, 'tenant_id'>

export function createMcpServerStore(database: Database) {
  const tables = withTables<Tables>(database)
  const ofTenant = (tenantId: string) => tables.selectFrom('mcp_servers').selectAll().where('tenant_id', '=', tenantId)
  const written = ({ draft, tools, ...rest }: McpServerRow) => ({
    ...rest,
    draft: JSON.stringify(draft),
    tools: JSON.stringify(tools),
  })
  async function replace(handle: Kysely<Tables>, tenantId: string, row: McpServerRow): Promise<boolean> {
    const query = handle
      .updateTable('mcp_servers')
      .set(written(row))
      .where('tenant_id', '=', tenantId)
      .where('id', '=', row.id)
      .where('version', '=', row.version - 1)
    return (await query.executeTakeFirst()).numUpdatedRows > 0n
  }

  return {
    takenNames: (tenantId: string, but: string) => takenNames(tables, { tenantId, but }),

    all: (tenantId: string): Promise<McpServerRow[]> => ofTenant(tenantId).orderBy('name').execute(),

    find: (tenantId: string, id: string): Promise<McpServerRow | undefined> =>
      ofTenant(tenantId).where('id', '=', id).executeTakeFirst(),

    async insert(tenantId: string, row: McpServerRow): Promise<void> {
      await tables
        .insertInto('mcp_servers')
        .values({ ...written(row), tenant_id: tenantId })
        .execute()
    },

    /** Whether it was still at the version before. */
    replace: (tenantId: string, row: McpServerRow): Promise<boolean> => replace(tables, tenantId, row),

    /** As `replace`, and that nobody has taken the name of one of its tools. */
    replaceTools: (tenantId: string, row: McpServerRow): Promise<boolean> =>
      tables.transaction().execute(async (handle) => {
        const taken = await lockNames(handle, { tenantId, but: row.id })
        return !row.tools.some(({ name }) => taken.has(name)) && replace(handle, tenantId, row)
      }),

    async remove(tenantId: string, id: string): Promise<boolean> {
      const query = tables.deleteFrom('mcp_servers').where('tenant_id', '=', tenantId).where('id', '=', id)
      return (await query.executeTakeFirst()).numDeletedRows > 0n
    },
  }
}
export type McpServerStore = ReturnType<typeof createMcpServerStore>
