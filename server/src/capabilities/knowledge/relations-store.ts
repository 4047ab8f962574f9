/** What was learnt for each company, in SQL. */
import type { RelationsFigures, RelationsVersion } from '@lingxi/contract/relations'
import type { ColumnType } from 'kysely'
import { type Database, withTables } from '#platform/database'
import type { LearntRelations } from '#platform/relations'
import type { RankingWeights } from './ranking/ranking-weights.ts'

type Json<T> = ColumnType<T | null, string | null, string | null>
type Tables = {
  word_relations: {
    tenant_id: string
    version: number
    state: RelationsVersion['state']
    active: boolean
    figures: Json<RelationsFigures>
    learnt: Json<Kept>
    created_at: string
  }
}
/** What a version learnt; what was found not to help is left out of it, unless nothing helped. */
export type Kept = {
  relations: LearntRelations | null
  weights: RankingWeights | null
  /** How well articles have served, 0–1. */
  success: [articleId: string, share: number][]
}

const mostVersions = 20

export function createRelationsStore(database: Database) {
  const tables = withTables<Tables>(database)
  const ofTenant = (tenantId: string) => tables.selectFrom('word_relations').where('tenant_id', '=', tenantId)

  return {
    async list(tenantId: string): Promise<RelationsVersion[]> {
      const rows = await ofTenant(tenantId)
        .select(['version', 'state', 'active', 'figures', 'created_at'])
        .orderBy('version', 'desc')
        .limit(mostVersions)
        .execute()
      return rows.map(({ created_at: createdAt, ...row }) => ({ ...row, createdAt }))
    },

    async active(tenantId: string): Promise<Kept | undefined> {
      const row = await ofTenant(tenantId).select('learnt').where('active', '=', true).executeTakeFirst()
      return row?.learnt ?? undefined
    },

    async request(tenantId: string, at: string): Promise<void> {
      const newest = await ofTenant(tenantId).select('version').orderBy('version', 'desc').executeTakeFirst()
      const row = {
        tenant_id: tenantId,
        version: (newest?.version ?? 0) + 1,
        state: 'requested' as const,
        created_at: at,
      }
      await tables
        .insertInto('word_relations')
        .values({ ...row, active: false, figures: null, learnt: null })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    },

    async requested(tenantId: string): Promise<number | undefined> {
      const query = ofTenant(tenantId).select('version').where('state', '=', 'requested').orderBy('version')
      return (await query.executeTakeFirst())?.version
    },

    /** The outcome of a request; earlier requests that nobody took up are done with it. */
    async record(tenantId: string, version: number, outcome: { learnt: Kept; figures: RelationsFigures } | undefined) {
      await tables
        .updateTable('word_relations')
        .set(
          outcome
            ? { state: 'learnt', learnt: JSON.stringify(outcome.learnt), figures: JSON.stringify(outcome.figures) }
            : { state: 'failed' },
        )
        .where('tenant_id', '=', tenantId)
        .where('version', '=', version)
        .execute()
    },

    /** Puts a version to work, or none. False: there is no such version that was learnt. */
    async activate(tenantId: string, version: number | null): Promise<boolean> {
      return tables.transaction().execute(async (transaction) => {
        await transaction
          .updateTable('word_relations')
          .set({ active: false })
          .where('tenant_id', '=', tenantId)
          .where('active', '=', true)
          .execute()
        if (version === null) return true
        const changed = await transaction
          .updateTable('word_relations')
          .set({ active: true })
          .where('tenant_id', '=', tenantId)
          .where('version', '=', version)
          .where('state', '=', 'learnt')
          .returning('version')
          .execute()
        return changed.length > 0
      })
    },
  }
}
export type RelationsStore = ReturnType<typeof createRelationsStore>
