/** What was learnt for each company, and how its passages served, in SQL. */
import type { RelationsFigures, RelationsVersion } from '@lingxi/contract/relations'
import type { Language } from '@lingxi/contract/message'
import type { ColumnType } from 'kysely'
import { type Database, withTables } from '#platform/database'
import type { LearntRelations } from '#platform/relations'

type Json<T> = ColumnType<T | null, string | null, string | null>
type Tables = {
  word_relations: {
    tenant_id: string
    version: number
    state: RelationsVersion['state']
    active: boolean
    figures: Json<RelationsFigures>
    learnt: Json<LearntRelations>
    created_at: string
  }
  passage_feedback: {
    tenant_id: string
    id: string
    question: string
    language: Language
    article_id: string
    kind: Feedback['kind']
    value: number
    at: string
  }
}
/** How an article served for a question: 1 helped, 0 did not. */
export type Feedback = {
  question: string
  language: Language
  articleId: string
  kind: 'clicked' | 'cited' | 'rated'
  value: number
}

const mostVersions = 20
const mostFeedback = 20_000

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

    async active(tenantId: string): Promise<LearntRelations | undefined> {
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
    async record(
      tenantId: string,
      version: number,
      outcome: { learnt: LearntRelations; figures: RelationsFigures } | undefined,
    ) {
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

    async recordFeedback(
      tenantId: string,
      id: string,
      { articleId, ...feedback }: Feedback & { at: string },
    ): Promise<void> {
      const row = { ...feedback, tenant_id: tenantId, id, article_id: articleId }
      await tables.insertInto('passage_feedback').values(row).execute()
    },

    /** The newest first. */
    async feedback(tenantId: string): Promise<Feedback[]> {
      const rows = await tables
        .selectFrom('passage_feedback')
        .select(['question', 'language', 'article_id', 'kind', 'value'])
        .where('tenant_id', '=', tenantId)
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .limit(mostFeedback)
        .execute()
      return rows.map(({ article_id: articleId, ...row }) => ({ ...row, articleId }))
    },
  }
}
export type RelationsStore = ReturnType<typeof createRelationsStore>
