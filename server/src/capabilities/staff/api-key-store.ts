import type { ApiKey } from '@lingxi/contract/staff'
import type { Scope } from '@lingxi/contract/scope'
import { type Database, withTables } from '#platform/database'
import type { StaffTables } from './staff-tables.ts'

type Row = StaffTables['api_keys']

/** The keys of programs; of a key itself only its hash. */
export function createApiKeyStore(database: Database) {
  const tables = withTables<StaffTables>(database)
  return {
    async list(tenantId: string): Promise<ApiKey[]> {
      const rows = await tables
        .selectFrom('api_keys')
        .selectAll()
        .where('tenant_id', '=', tenantId)
        .orderBy('created_at')
        .orderBy('id')
        .execute()
      return rows.map(toApiKey)
    },
    async add(tenantId: string, key: Omit<Row, 'tenant_id' | 'last_used_at'>): Promise<ApiKey> {
      const row = await tables
        .insertInto('api_keys')
        .values({ tenant_id: tenantId, ...key, scopes: asDocument(key.scopes) })
        .returningAll()
        .executeTakeFirstOrThrow()
      return toApiKey(row)
    },
    /** Undefined when there is none. */
    async change(
      tenantId: string,
      id: string,
      { name, scopes }: { name?: string | undefined; scopes?: Scope[] | undefined },
    ) {
      const row = await tables
        .updateTable('api_keys')
        .set({ id, ...(name !== undefined && { name }), ...(scopes && { scopes: asDocument(scopes) }) })
        .where('tenant_id', '=', tenantId)
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirst()
      return row && toApiKey(row)
    },
    /** Whether there was one. */
    async remove(tenantId: string, id: string): Promise<boolean> {
      const row = await tables
        .deleteFrom('api_keys')
        .where('tenant_id', '=', tenantId)
        .where('id', '=', id)
        .returning('id')
        .executeTakeFirst()
      return row !== undefined
    },
    /** The one question without a tenant: it is the key that says whose it is. */
    findByHash: (hash: string): Promise<Row | undefined> =>
      tables.selectFrom('api_keys').selectAll().where('key_hash', '=', hash).executeTakeFirst(),

    async setLastUsed(tenantId: string, id: string, at: string): Promise<void> {
      await tables
        .updateTable('api_keys')
        .set({ last_used_at: at })
        .where('tenant_id', '=', tenantId)
        .where('id', '=', id)
        .execute()
    },
  }
}

export type ApiKeyStore = ReturnType<typeof createApiKeyStore>

const asDocument = (scopes: Scope[]) => JSON.stringify(scopes) as unknown as Scope[]
const toApiKey = ({ id, name, hint, scopes, created_at, last_used_at }: Row): ApiKey => ({
  id,
  name,
  hint,
  scopes,
  createdAt: created_at,
  lastUsedAt: last_used_at,
})
