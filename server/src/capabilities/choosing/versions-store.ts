/** Versions of what was learnt, and the history of what was used, in SQL. */
import type { ChoosingChange, ChoosingJudgement, ChoosingVersion } from '@lingxi/contract/choosing'
import type { ChoosingTables, Handle } from './choosing-store.ts'

export type KeptVersion = Omit<ChoosingVersion, 'state'> & { known: number; usedAt: string | null }
export type NewVersion = Omit<KeptVersion, 'usedAt' | 'judgement'> & {
  judgement: ChoosingJudgement | null
  learnt: string
}

export function createVersionsStore({ tables }: ChoosingTables) {
  const listed = (tenantId: string, handle: Handle) =>
    handle
      .selectFrom('choosing_versions')
      .select(['number', 'samples', 'known', 'judgement'])
      .select(['created_at as createdAt', 'created_by as createdBy', 'used_at as usedAt'])
      .where('tenant_id', '=', tenantId)

  return {
    /** Newest first. */
    list: (tenantId: string, { limit, offset }: { limit: number; offset: number }): Promise<KeptVersion[]> =>
      listed(tenantId, tables).orderBy('number', 'desc').limit(limit).offset(offset).execute(),
    find: (tenantId: string, number: number, handle: Handle = tables): Promise<KeptVersion | undefined> =>
      listed(tenantId, handle).where('number', '=', number).executeTakeFirst(),
    /** The newest. As versions are never removed its number is also how many there are. */
    last: (tenantId: string, handle: Handle = tables): Promise<KeptVersion | undefined> =>
      listed(tenantId, handle).orderBy('number', 'desc').limit(1).executeTakeFirst(),

    /** What was learnt, as it was given. */
    async learnt(tenantId: string, number: number): Promise<string | undefined> {
      const query = tables.selectFrom('choosing_versions').select('learnt').where('tenant_id', '=', tenantId)
      return (await query.where('number', '=', number).executeTakeFirst())?.learnt
    },

    async insert(tenantId: string, { createdAt, createdBy, judgement, ...version }: NewVersion, handle: Handle) {
      const said = { ...version, judgement: JSON.stringify(judgement), created_at: createdAt, created_by: createdBy }
      await handle
        .insertInto('choosing_versions')
        .values({ tenant_id: tenantId, ...said })
        .execute()
    },
    async noteUsed(tenantId: string, number: number, { at, handle }: { at: string; handle: Handle }): Promise<void> {
      const query = handle.updateTable('choosing_versions').set({ used_at: at }).where('tenant_id', '=', tenantId)
      await query.where('number', '=', number).where('used_at', 'is', null).execute()
    },

    /** Newest first. */
    changes: (tenantId: string): Promise<ChoosingChange[]> =>
      tables
        .selectFrom('choosing_changes')
        .select(['at', 'by_staff as by', 'kind', 'number'])
        .where('tenant_id', '=', tenantId)
        .orderBy('id', 'desc')
        .limit(100)
        .execute(),
    async noteChange(tenantId: string, { by, ...change }: ChoosingChange & { id: string }, handle: Handle) {
      await handle
        .insertInto('choosing_changes')
        .values({ tenant_id: tenantId, ...change, by_staff: by })
        .execute()
    },
  }
}
export type VersionsStore = ReturnType<typeof createVersionsStore>
