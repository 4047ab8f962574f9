/** Tools over HTTP, in SQL. */
import type { HttpToolDraft } from '@lingxi/contract/http-tool'
import type { ColumnType, Selectable } from 'kysely'
import { type Database, type DatabaseTransaction, withTables } from '#platform/database'
import { takenNames } from '../action-names-store.ts'

type Json<T> = ColumnType<T, string, string>
type Rows = {
  tenant_id: string
  id: string
  name: string
  draft: Json<HttpToolDraft>
  secret: string | null
  operation: string | null
  version: number
  updated_at: string
  updated_by: string | null
}
type Tables = { http_tools: Rows }
export type HttpToolRow = Omit<Selectable<Rows>, 'tenant_id'>
export type HttpToolHandle = DatabaseTransaction<Tables>

export function createHttpToolStore(database: Database) {
  const tables = withTables<Tables>(database)
  const ofTenant = (tenantId: string) => tables.selectFrom('http_tools').selectAll().where('tenant_id', '=', tenantId)
  return {
    transaction: <Result>(work: (handle: HttpToolHandle) => Promise<Result>) => tables.transaction().execute(work),

    takenNames: (tenantId: string) => takenNames(tables, { tenantId }),

    all: (tenantId: string): Promise<HttpToolRow[]> => ofTenant(tenantId).orderBy('name').execute(),

    find: (tenantId: string, id: string): Promise<HttpToolRow | undefined> =>
      ofTenant(tenantId).where('id', '=', id).executeTakeFirst(),

    async insert(tenantId: string, row: HttpToolRow, within: HttpToolHandle): Promise<void> {
      const values = { ...row, tenant_id: tenantId, draft: JSON.stringify(row.draft) }
      await within.insertInto('http_tools').values(values).execute()
    },

    /** Whether it was still at the version before. */
    async replace(tenantId: string, row: HttpToolRow, within: HttpToolHandle): Promise<boolean> {
      const { id, version, draft, ...rest } = row
      const query = within
        .updateTable('http_tools')
        .set({ ...rest, version, draft: JSON.stringify(draft) })
        .where('tenant_id', '=', tenantId)
        .where('id', '=', id)
        .where('version', '=', version - 1)
      return (await query.executeTakeFirst()).numUpdatedRows > 0n
    },

    async remove(tenantId: string, id: string): Promise<boolean> {
      const query = tables.deleteFrom('http_tools').where('tenant_id', '=', tenantId).where('id', '=', id)
      return (await query.executeTakeFirst()).numDeletedRows > 0n
    },
  }
}
export type HttpToolStore = ReturnType<typeof createHttpToolStore>
