/** Sets, their questions, runs and outcomes, in SQL. */
import type {
  EvaluationDraft,
  EvaluationFigures,
  EvaluationOutcome,
  EvaluationQuestion,
} from '@lingxi/contract/evaluation'
import type { Language } from '@lingxi/contract/message'
import type { ColumnType } from 'kysely'
import { type Database, type DatabaseTransaction, withTables } from '#platform/database'

type Json<T> = ColumnType<T, string, string>
type OfTenant = { tenant_id: string }
type Expected = {
  question: string
  language: Language
  decline: boolean
  article_ids: Json<string[]>
  must_contain: Json<string[]>
}
type Tables = {
  evaluation_sets: OfTenant & { id: string; name: string; created_at: string }
  evaluation_questions: OfTenant & Expected & { id: string; set_id: string; created_at: string }
  evaluation_runs: OfTenant & {
    id: string
    set_id: string
    state: 'running' | 'done'
    questions: number
    figures: ColumnType<EvaluationFigures | null, null, string>
    started_by: string | null
    created_at: string
    ended_at: string | null
  }
  evaluation_outcomes: OfTenant & {
    run_id: string
    question_id: string
    question: string
    verdict: EvaluationOutcome['verdict']
    answer: string
    article_ids: Json<string[]>
    support: number
  }
}
export type EvaluationHandle = DatabaseTransaction<Tables>
const mostRuns = 50

export function createEvaluationStore(database: Database) {
  const tables = withTables<Tables>(database)
  const questionsOf = (tenantId: string) => tables.selectFrom('evaluation_questions').where('tenant_id', '=', tenantId)
  const runs = (tenantId: string) =>
    tables
      .selectFrom('evaluation_runs')
      .selectAll()
      .select(({ selectFrom, fn }) =>
        selectFrom('evaluation_outcomes')
          .select(fn.countAll<string>().as('done'))
          .whereRef('evaluation_outcomes.tenant_id', '=', 'evaluation_runs.tenant_id')
          .whereRef('evaluation_outcomes.run_id', '=', 'evaluation_runs.id')
          .as('done'),
      )
      .where('tenant_id', '=', tenantId)

  return {
    transaction: <Result>(work: (handle: EvaluationHandle) => Promise<Result>) => tables.transaction().execute(work),

    sets: (tenantId: string) =>
      tables
        .selectFrom('evaluation_sets')
        .select(['id', 'name', 'created_at'])
        .where('tenant_id', '=', tenantId)
        .orderBy('created_at')
        .orderBy('id')
        .execute(),

    async countBySet(tenantId: string): Promise<Map<string, number>> {
      const rows = await questionsOf(tenantId)
        .select(({ fn }) => ['set_id', fn.countAll<string>().as('count')])
        .groupBy('set_id')
        .execute()
      return new Map(rows.map(({ set_id, count }) => [set_id, Number(count)]))
    },

    async insertSet(tenantId: string, set: { id: string; name: string; at: string }): Promise<void> {
      const { id, name, at } = set
      await tables.insertInto('evaluation_sets').values({ tenant_id: tenantId, id, name, created_at: at }).execute()
    },

    removeSet: (tenantId: string, id: string): Promise<void> =>
      tables.transaction().execute(async (handle) => {
        const its = handle.selectFrom('evaluation_runs').select('id').where('tenant_id', '=', tenantId)
        await handle
          .deleteFrom('evaluation_outcomes')
          .where('tenant_id', '=', tenantId)
          .where('run_id', 'in', its.where('set_id', '=', id))
          .execute()
        for (const table of ['evaluation_runs', 'evaluation_questions'] as const)
          await handle.deleteFrom(table).where('tenant_id', '=', tenantId).where('set_id', '=', id).execute()
        await handle.deleteFrom('evaluation_sets').where('tenant_id', '=', tenantId).where('id', '=', id).execute()
      }),

    async questions(tenantId: string, setId: string): Promise<EvaluationQuestion[]> {
      const query = questionsOf(tenantId).selectAll().where('set_id', '=', setId)
      return (await query.orderBy('created_at').orderBy('id').execute()).map((row) => ({
        id: row.id,
        question: row.question,
        language: row.language,
        decline: row.decline,
        articleIds: row.article_ids,
        mustContain: row.must_contain,
      }))
    },

    async insertQuestion(tenantId: string, setId: string, given: EvaluationQuestion & { at: string }): Promise<void> {
      const row = { tenant_id: tenantId, set_id: setId, id: given.id, created_at: given.at, ...columnsOf(given) }
      await tables.insertInto('evaluation_questions').values(row).execute()
    },

    /** Whether there was one. */
    async changeQuestion(tenantId: string, id: string, draft: EvaluationDraft): Promise<boolean> {
      const update = tables.updateTable('evaluation_questions').set(columnsOf(draft)).where('tenant_id', '=', tenantId)
      return (await update.where('id', '=', id).returning('id').execute()).length > 0
    },
    async removeQuestion(tenantId: string, id: string): Promise<boolean> {
      const removal = tables.deleteFrom('evaluation_questions').where('tenant_id', '=', tenantId)
      return (await removal.where('id', '=', id).returning('id').execute()).length > 0
    },

    /** Newest first. */
    runsOf: async (tenantId: string, setId: string) =>
      (await runs(tenantId).where('set_id', '=', setId).orderBy('id', 'desc').limit(mostRuns).execute()).map(toRun),
    async lastOfEach(tenantId: string) {
      const rows = await runs(tenantId).distinctOn('set_id').orderBy('set_id').orderBy('id', 'desc').execute()
      return new Map(rows.map((row) => [row.set_id, toRun(row)]))
    },
    async findRun(tenantId: string, id: string) {
      const row = await runs(tenantId).where('id', '=', id).executeTakeFirst()
      return row && toRun(row)
    },

    /** The run of a set that goes on; nobody else begins one before this transaction is over. */
    async holdRunning(tenantId: string, setId: string, handle: EvaluationHandle): Promise<string | undefined> {
      const sets = handle.selectFrom('evaluation_sets').select('id').where('tenant_id', '=', tenantId)
      await sets.where('id', '=', setId).forUpdate().execute()
      const query = handle.selectFrom('evaluation_runs').select('id').where('tenant_id', '=', tenantId)
      return (await query.where('set_id', '=', setId).where('state', '=', 'running').executeTakeFirst())?.id
    },

    async insertRun(
      tenantId: string,
      run: { id: string; setId: string; questions: number; by: string; at: string },
      handle: EvaluationHandle,
    ): Promise<void> {
      const { id, setId, questions, by, at } = run
      const fresh = { state: 'running' as const, figures: null, ended_at: null }
      await handle
        .insertInto('evaluation_runs')
        .values({ tenant_id: tenantId, id, set_id: setId, questions, started_by: by, created_at: at, ...fresh })
        .execute()
    },

    async endRun(tenantId: string, id: string, ended: { figures: EvaluationFigures; at: string }): Promise<void> {
      await tables
        .updateTable('evaluation_runs')
        .set({ state: 'done', figures: JSON.stringify(ended.figures), ended_at: ended.at })
        .where('tenant_id', '=', tenantId)
        .where('id', '=', id)
        .execute()
    },

    async outcomes(tenantId: string, runId: string): Promise<EvaluationOutcome[]> {
      const query = tables.selectFrom('evaluation_outcomes').selectAll().where('tenant_id', '=', tenantId)
      return (await query.where('run_id', '=', runId).orderBy('question_id').execute()).map((row) => ({
        questionId: row.question_id,
        question: row.question,
        verdict: row.verdict,
        answer: row.answer,
        articleIds: row.article_ids,
        support: row.support,
      }))
    },

    /** Once for each question: what a killed job had written is left as it is. */
    async insertOutcome(tenantId: string, runId: string, outcome: EvaluationOutcome): Promise<void> {
      const { questionId, question, verdict, answer, articleIds, support } = outcome
      const told = { question, verdict, answer, article_ids: JSON.stringify(articleIds), support }
      await tables
        .insertInto('evaluation_outcomes')
        .values({ tenant_id: tenantId, run_id: runId, question_id: questionId, ...told })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    },
  }
}

const columnsOf = ({ question, language, decline, articleIds, mustContain }: EvaluationDraft) => ({
  question,
  language,
  decline,
  article_ids: JSON.stringify(articleIds),
  must_contain: JSON.stringify(mustContain),
})

type RunRow = {
  id: string
  set_id: string
  state: 'running' | 'done'
  questions: number
  done: string | number | null
  figures: EvaluationFigures | null
  started_by: string | null
  created_at: string
  ended_at: string | null
}
const toRun = (row: RunRow) => ({
  id: row.id,
  setId: row.set_id,
  state: row.state,
  questions: row.questions,
  done: Number(row.done ?? 0),
  figures: row.figures,
  startedBy: row.started_by,
  createdAt: row.created_at,
  endedAt: row.ended_at,
})
