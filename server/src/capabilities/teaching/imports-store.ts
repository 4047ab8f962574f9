/** Files that were looked at and wait to be taken in, and packs that were, in SQL. */
import type { LessonImport } from '@lingxi/contract/teaching'
import { sql } from 'kysely'
import type { Handle, TeachingTables } from './teaching-store.ts'

type Report = Omit<LessonImport, 'id' | 'state' | 'createdAt'>

export function createImportsStore({ tables }: TeachingTables) {
  return {
    /** `content`: the lessons, packed. */
    async insert(
      tenantId: string,
      given: { id: string; report: Report; content: Uint8Array; at: string },
    ): Promise<void> {
      const { id, report, content, at } = given
      const row = {
        tenant_id: tenantId,
        id,
        state: 'preview' as const,
        report: JSON.stringify(report),
        content,
        created_at: at,
      }
      await tables.insertInto('lesson_imports').values(row).execute()
    },
    async find(tenantId: string, id: string): Promise<LessonImport | undefined> {
      const query = tables.selectFrom('lesson_imports').select(['state', 'report', 'created_at'])
      const row = await query.where('tenant_id', '=', tenantId).where('id', '=', id).executeTakeFirst()
      return row && { id, ...row.report, state: row.state, createdAt: row.created_at }
    },
    async content(tenantId: string, id: string): Promise<Uint8Array | undefined> {
      const query = tables.selectFrom('lesson_imports').select('content').where('tenant_id', '=', tenantId)
      const row = await query.where('id', '=', id).executeTakeFirst()
      return row && new Uint8Array(row.content)
    },
    /** It is taken in. */
    async end(tenantId: string, id: string): Promise<void> {
      const query = tables.updateTable('lesson_imports').set({ state: 'committed' })
      await query.where('tenant_id', '=', tenantId).where('id', '=', id).execute()
    },
    async remove(tenantId: string, id: string): Promise<boolean> {
      const query = tables.deleteFrom('lesson_imports').where('tenant_id', '=', tenantId).where('id', '=', id)
      return (await query.returning('id').execute()).length > 0
    },
    async removeBefore(tenantId: string, at: string): Promise<void> {
      const query = tables.deleteFrom('lesson_imports').where('tenant_id', '=', tenantId)
      await query.where('created_at', '<', at).execute()
    },

    async packs(tenantId: string): Promise<Map<string, string>> {
      const rows = await tables.selectFrom('taken_packs').selectAll().where('tenant_id', '=', tenantId).execute()
      return new Map(rows.map(({ name, taken_at: at }) => [name, at]))
    },
    async keepPack(tenantId: string, { name, at }: { name: string; at: string }, handle: Handle): Promise<void> {
      await sql`insert into taken_packs (tenant_id, name, taken_at) values (${tenantId}, ${name}, ${at})
        on conflict (tenant_id, name) do update set taken_at = ${at}`.execute(handle)
    },
  }
}
