/**
 * Whether the knowledge answers what it should: sets of questions with what is expected of their answers, asked of the live
 * knowledge by a job. A run that was killed goes on where it was; its figures and each answer are kept.
 */
import {
  type EvaluationDraft,
  type EvaluationQuestion,
  type EvaluationRun,
  type EvaluationSet,
  mostEvaluated,
} from '@lingxi/contract/evaluation'
import type { Language } from '@lingxi/contract/message'
import { Problem } from '@lingxi/contract/problem'
import { type Clock, isoInstant } from '#platform/clock'
import type { Database } from '#platform/database'
import type { Ids } from '#platform/ids'
import type { Jobs } from '#platform/jobs'
import { createEvaluationStore } from './evaluation-store.ts'
import { type Answered, figuresOf, judge } from './judge.ts'

type Parts = {
  database: Database
  jobs: Pick<Jobs, 'addWithin' | 'wake'>
  clock: Clock
  ids: Ids
  /** The answer that a visitor of the web chat is given now. */
  ask: (tenantId: string, question: { text: string; language: Language }) => Promise<Answered>
}
export { evaluatingTables } from './evaluating-tables.ts'
export type Evaluating = ReturnType<typeof createEvaluating>

export const evaluationJob = 'evaluate'
const longestAnswer = 2000

export function createEvaluating({ database, jobs, clock, ids, ask }: Parts) {
  const store = createEvaluationStore(database)

  async function listSets(tenantId: string): Promise<EvaluationSet[]> {
    const [sets, counts, last] = await Promise.all([
      store.sets(tenantId),
      store.countBySet(tenantId),
      store.lastOfEach(tenantId),
    ])
    return sets.map(({ id, name, created_at: createdAt }) => {
      return { id, name, questions: counts.get(id) ?? 0, lastRun: last.get(id) ?? null, createdAt }
    })
  }

  /** Throws `not-found`. */
  async function getSet(tenantId: string, id: string): Promise<EvaluationSet> {
    const set = (await listSets(tenantId)).find((each) => each.id === id)
    if (!set) throw new Problem('not-found')
    return set
  }

  async function getRun(tenantId: string, id: string): Promise<EvaluationRun> {
    const run = await store.findRun(tenantId, id)
    if (!run) throw new Problem('not-found')
    return run
  }

  return {
    listSets,
    async addSet(tenantId: string, name: string): Promise<EvaluationSet> {
      const id = ids.next('evs')
      await store.insertSet(tenantId, { id, name, at: isoInstant(clock) })
      return getSet(tenantId, id)
    },
    /** With its questions and runs. Throws `not-found`. */
    async removeSet(tenantId: string, id: string): Promise<void> {
      await getSet(tenantId, id)
      await store.removeSet(tenantId, id)
    },

    async listQuestions(tenantId: string, setId: string): Promise<EvaluationQuestion[]> {
      await getSet(tenantId, setId)
      return store.questions(tenantId, setId)
    },
    /** Throws `not-found`; `too-large` when the set is full. */
    async addQuestion(tenantId: string, setId: string, draft: EvaluationDraft): Promise<EvaluationQuestion> {
      const { questions } = await getSet(tenantId, setId)
      if (questions >= mostEvaluated) throw new Problem('too-large', { detail: `At most ${mostEvaluated} a set.` })
      const question = { ...draft, id: ids.next('evq') }
      await store.insertQuestion(tenantId, setId, { ...question, at: isoInstant(clock) })
      return question
    },
    async changeQuestion(tenantId: string, id: string, draft: EvaluationDraft): Promise<EvaluationQuestion> {
      if (!(await store.changeQuestion(tenantId, id, draft))) throw new Problem('not-found')
      return { ...draft, id }
    },
    async removeQuestion(tenantId: string, id: string): Promise<void> {
      if (!(await store.removeQuestion(tenantId, id))) throw new Problem('not-found')
    },

    /** A run whose job is added with it, or the one that goes on. Throws `not-found`; `invalid-request` for an empty set. */
    async start(tenantId: string, setId: string, by: string): Promise<EvaluationRun> {
      const { questions, lastRun } = await getSet(tenantId, setId)
      if (questions === 0 && lastRun?.state !== 'running')
        throw new Problem('invalid-request', { detail: 'the set has no question' })
      const runId = await store.transaction(async (handle) => {
        const running = await store.holdRunning(tenantId, setId, handle)
        if (running !== undefined) return running
        const id = ids.next('evr')
        await store.insertRun(tenantId, { id, setId, questions, by, at: isoInstant(clock) }, handle)
        await jobs.addWithin(handle, [{ name: evaluationJob, key: setId, body: { tenantId, runId: id } }])
        return id
      })
      jobs.wake(evaluationJob)
      return getRun(tenantId, runId)
    },

    /** Asks what of a run has not been asked yet, and ends it. A run that is gone meanwhile is no mistake. */
    async run(tenantId: string, runId: string): Promise<void> {
      const run = await store.findRun(tenantId, runId)
      if (!run || run.state === 'done') return
      const questions = await store.questions(tenantId, run.setId)
      const asked = new Set((await store.outcomes(tenantId, runId)).map(({ questionId }) => questionId))
      for (const each of questions.filter(({ id }) => !asked.has(id))) {
        const answer = await ask(tenantId, { text: each.question, language: each.language })
        const cited = [...new Set(answer.citations.map(({ articleId }) => articleId))]
        await store.insertOutcome(tenantId, runId, {
          questionId: each.id,
          question: each.question,
          verdict: judge(each, answer),
          answer: answer.text.slice(0, longestAnswer).toWellFormed(),
          articleIds: cited,
          support: answer.support,
        })
      }
      const expects = new Map(questions.map(({ id, decline }) => [id, !decline]))
      const outcomes = (await store.outcomes(tenantId, runId)).map(({ questionId, verdict }) => {
        return { verdict, expectsAnswer: expects.get(questionId) ?? verdict !== 'declined' }
      })
      await store.endRun(tenantId, runId, { figures: figuresOf(outcomes), at: isoInstant(clock) })
    },

    async listRuns(tenantId: string, setId: string): Promise<EvaluationRun[]> {
      await getSet(tenantId, setId)
      return store.runsOf(tenantId, setId)
    },
    /** Throws `not-found`. */
    async getRun(tenantId: string, id: string) {
      return { run: await getRun(tenantId, id), outcomes: await store.outcomes(tenantId, id) }
    },
  }
}
