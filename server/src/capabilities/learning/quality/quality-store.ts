/** Scores of articles, what they count in the search, and what the machine did to them, in SQL. */
import type { LearningAct, ScorePart } from '@lingxi/contract/learning'
import type { Language } from '@lingxi/contract/message'
import { type ColumnType, type Selectable, sql } from 'kysely'
import { type Database, withTables } from '#platform/database'

type Json<T> = ColumnType<T, string, string>
type Scores = {
  tenant_id: string
  article_id: string
  score: number
  parts: Json<ScorePart[]>
  title: string
  language: Language
  status: string
  owner_id: string | null
  due_at: string | null
  valid_until: string | null
  scored_at: string
}
type Acts = {
  tenant_id: string
  id: string
  kind: LearningAct['kind']
  article_id: string
  title: string
  owner_id: string | null
  at: string
  why: Json<LearningAct['why']>
  before: Json<{ status?: string; weight?: number }>
  undone_at: string | null
  undone_by: string | null
}
type Weights = { tenant_id: string; article_id: string; weight: number }
type Tables = { article_scores: Scores; learning_acts: Acts; article_weights: Weights }
export type ScoreRow = Omit<Selectable<Scores>, 'tenant_id'>
export type ActRow = Omit<Selectable<Acts>, 'tenant_id'>

export function createQualityStore(database: Database) {
  const tables = withTables<Tables>(database)
  return {
    async putScore(tenantId: string, row: ScoreRow): Promise<void> {
      const { article_id, ...content } = row
      const values = { ...content, parts: JSON.stringify(row.parts) }
      await tables
        .insertInto('article_scores')
        .values({ tenant_id: tenantId, article_id, ...values })
        .onConflict((conflict) => conflict.columns(['tenant_id', 'article_id']).doUpdateSet(values))
        .execute()
    },
    /** Scores made before a moment are of articles that are gone or no longer published. */
    async forgetBefore(tenantId: string, before: string): Promise<void> {
      await tables
        .deleteFrom('article_scores')
        .where('tenant_id', '=', tenantId)
        .where('scored_at', '<', before)
        .execute()
    },
    /** The worst first. */
    async list(
      tenantId: string,
      { limit, offset }: { limit: number; offset: number },
    ): Promise<{ rows: ScoreRow[]; total: number }> {
      const all = tables.selectFrom('article_scores').where('tenant_id', '=', tenantId)
      const rows = await all.selectAll().orderBy('score').orderBy('article_id').limit(limit).offset(offset).execute()
      const { total } = await all.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
      return { rows: rows.map(({ tenant_id: _tenant, ...row }) => row), total: Number(total) }
    },

    async weights(tenantId: string): Promise<Map<string, number>> {
      const rows = await tables.selectFrom('article_weights').selectAll().where('tenant_id', '=', tenantId).execute()
      return new Map(rows.map(({ article_id, weight }) => [article_id, weight]))
    },
    /** The article counts fully again; that it does is put on record, or neither. */
    async lift(tenantId: string, act: ActRow): Promise<void> {
      await tables.transaction().execute(async (within) => {
        const row = { ...act, why: JSON.stringify(act.why), before: JSON.stringify(act.before) }
        await within
          .insertInto('learning_acts')
          .values({ tenant_id: tenantId, ...row })
          .execute()
        await within
          .deleteFrom('article_weights')
          .where('tenant_id', '=', tenantId)
          .where('article_id', '=', act.article_id)
          .execute()
      })
    },
    /** Does it and puts it on record, or neither. */
    async act(tenantId: string, act: ActRow, weight: number | undefined): Promise<void> {
      await tables.transaction().execute(async (within) => {
        const row = { ...act, why: JSON.stringify(act.why), before: JSON.stringify(act.before) }
        await within
          .insertInto('learning_acts')
          .values({ tenant_id: tenantId, ...row })
          .execute()
        if (weight === undefined) return
        await within
          .insertInto('article_weights')
          .values({ tenant_id: tenantId, article_id: act.article_id, weight })
          .onConflict((conflict) => conflict.columns(['tenant_id', 'article_id']).doUpdateSet({ weight }))
          .execute()
      })
    },
    async listActs(
      tenantId: string,
      { limit, offset }: { limit: number; offset: number },
    ): Promise<{ rows: ActRow[]; total: number }> {
      const all = tables.selectFrom('learning_acts').where('tenant_id', '=', tenantId)
      const rows = await all
        .selectAll()
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .offset(offset)
        .execute()
      const { total } = await all.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
      return { rows: rows.map(({ tenant_id: _tenant, ...row }) => row), total: Number(total) }
    },
    async liftedAt(tenantId: string): Promise<Map<string, string>> {
      const query = tables.selectFrom('learning_acts').select(['article_id', 'at']).where('tenant_id', '=', tenantId)
      const rows = await query.where('kind', '=', 'lifted').orderBy('at').execute()
      return new Map(rows.map(({ article_id, at }) => [article_id, at]))
    },
    /** Articles with which a person disagreed: what was undone is not done again. */
    async undone(tenantId: string): Promise<Set<string>> {
      const query = tables.selectFrom('learning_acts').select('article_id').where('tenant_id', '=', tenantId)
      return new Set((await query.where('undone_at', 'is not', null).execute()).map(({ article_id }) => article_id))
    },
    /** The act, marked as undone, with the article's weight as it was; nothing when there is none to undo. */
    async undo(tenantId: string, id: string, { by, at }: { by: string; at: string }): Promise<ActRow | undefined> {
      return tables.transaction().execute(async (within) => {
        const row = await within
          .updateTable('learning_acts')
          .set({ undone_at: at, undone_by: by })
          .where('tenant_id', '=', tenantId)
          .where('id', '=', id)
          .where('undone_at', 'is', null)
          .where('kind', '!=', 'lifted')
          .returningAll()
          .executeTakeFirst()
        if (row?.kind === 'weighed-down')
          await sql`delete from article_weights where tenant_id = ${tenantId} and article_id = ${row.article_id}`.execute(
            within,
          )
        if (!row) return undefined
        const { tenant_id: _tenant, ...act } = row
        return act
      })
    },
  }
}
export type QualityStore = ReturnType<typeof createQualityStore>
