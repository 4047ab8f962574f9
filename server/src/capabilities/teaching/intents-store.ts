/** Intents, in SQL. */
import type { Intent, IntentChange, IntentDraft } from '@lingxi/contract/teaching'
import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import { isUniqueViolation } from '#platform/database'
import type { Handle, IntentRow, TeachingTables } from './teaching-store.ts'

export type Stamp = { at: string; by: string | null }

export function createIntentsStore({ tables }: TeachingTables) {
  const ofTenant = (tenantId: string, handle: Handle = tables) =>
    handle.selectFrom('taught_intents').selectAll().where('tenant_id', '=', tenantId)

  /** Of all intents, or of one. */
  async function countExamples(tenantId: string, handle: Handle, id?: string) {
    const query = handle
      .selectFrom('taught_examples')
      .select(['belongs', 'language'])
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .where('tenant_id', '=', tenantId)
    const chosen = id === undefined ? query : query.where('belongs', '=', id)
    const rows = await chosen.groupBy(['belongs', 'language']).execute()
    return new Map(rows.map(({ belongs, language, count }) => [`${belongs} ${language}`, Number(count)]))
  }
  const toIntent = (row: Selectable<IntentRow>, counts: Map<string, number>): Intent => ({
    id: row.id,
    name: row.name,
    title: row.title,
    description: row.description,
    archived: row.archived,
    examples: { zh: counts.get(`${row.id} zh`) ?? 0, en: counts.get(`${row.id} en`) ?? 0 },
    version: row.version,
    updatedAt: row.updated_at,
    updatedBy: row.updated_by,
  })

  return {
    /** By name. */
    async list(tenantId: string, { archived }: { archived: boolean }, handle: Handle = tables): Promise<Intent[]> {
      const query = ofTenant(tenantId, handle)
      const rows = await (archived ? query : query.where('archived', '=', false))
        .orderBy(sql`name collate "C"`)
        .execute()
      const counts = await countExamples(tenantId, handle)
      return rows.map((row) => toIntent(row, counts))
    },

    async find(tenantId: string, id: string, handle: Handle = tables): Promise<Intent | undefined> {
      const row = await ofTenant(tenantId, handle).where('id', '=', id).executeTakeFirst()
      return row && toIntent(row, await countExamples(tenantId, handle, id))
    },

    /** Names by id, also of archived ones. */
    async names(tenantId: string, handle: Handle = tables): Promise<Map<string, string>> {
      const query = handle.selectFrom('taught_intents').select(['id', 'name']).where('tenant_id', '=', tenantId)
      return new Map((await query.execute()).map(({ id, name }) => [id, name]))
    },

    async count(tenantId: string, handle: Handle = tables): Promise<number> {
      const query = handle.selectFrom('taught_intents').where('tenant_id', '=', tenantId)
      const row = await query.select(({ fn }) => fn.countAll<string>().as('count')).executeTakeFirstOrThrow()
      return Number(row.count)
    },

    /** Those whose name is there already are left out; the ids of the others by name. */
    async insert(
      tenantId: string,
      { intents, at, by }: Stamp & { intents: (IntentDraft & { id: string })[] },
      handle: Handle,
    ) {
      const added = new Map<string, string>()
      for (const { id, name, title, description } of intents) {
        const told = { title: JSON.stringify(title), description: JSON.stringify(description), archived: false }
        const row = await handle
          .insertInto('taught_intents')
          .values({ tenant_id: tenantId, id, name, ...told, version: 1, updated_at: at, updated_by: by })
          .onConflict((conflict) => conflict.doNothing())
          .returning('id')
          .executeTakeFirst()
        if (row) added.set(name, id)
      }
      return added
    },

    /** `stale`: another version, or no such intent; `taken`: another bears that name. */
    async change(
      tenantId: string,
      { id, at, by, ...change }: IntentChange & Stamp & { id: string },
      handle: Handle,
    ): Promise<'changed' | 'stale' | 'taken'> {
      try {
        const rows = await handle
          .updateTable('taught_intents')
          .set({
            name: change.name,
            title: JSON.stringify(change.title),
            description: JSON.stringify(change.description),
            archived: change.archived,
            version: change.version + 1,
            updated_at: at,
            updated_by: by,
          })
          .where('tenant_id', '=', tenantId)
          .where('id', '=', id)
          .where('version', '=', change.version)
          .returning('id')
          .execute()
        return rows.length > 0 ? 'changed' : 'stale'
      } catch (error) {
        if (isUniqueViolation(error)) return 'taken'
        throw error
      }
    },

    async remove(tenantId: string, id: string, handle: Handle): Promise<boolean> {
      const query = handle.deleteFrom('taught_intents').where('tenant_id', '=', tenantId).where('id', '=', id)
      return (await query.returning('id').execute()).length > 0
    },
  }
}
export type IntentsStore = ReturnType<typeof createIntentsStore>
