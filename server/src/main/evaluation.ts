/** Evaluation put together: questions are asked as a visitor of the web chat asks them, past every kept answer. */
import { visitor } from '@lingxi/contract/audience'
import { createEvaluating, evaluationJob } from '#evaluating'
import type { JobKind } from '#platform/jobs'
import { createEvaluationRoutes } from '../capabilities/evaluating/evaluation-routes.ts'
import { answerAll } from '../journeys/turn/answer-all.ts'
import type { Parts, Platform } from './parts.ts'

const longestAnswer = 60_000
const longestRun = 3_600

export function createEvaluation({ opened, clock, ids }: Platform, { findAnswer, understanding, jobs }: Parts) {
  const evaluating = createEvaluating({
    database: opened.database,
    jobs,
    clock,
    ids,
    ask(tenantId, { text: said, language }) {
      const text = understanding.readAct(said, { language }).question || said
      const trial = { at: clock.now(), learnt: true }
      const signal = AbortSignal.timeout(longestAnswer)
      const asked = { text, language, reader: visitor, channel: 'web', trial, signal }
      return answerAll(findAnswer, tenantId, { ...asked, questions: [text] })
    },
  })
  const kind: JobKind = {
    name: evaluationJob,
    expireInSeconds: longestRun,
    async run(body) {
      const { tenantId, runId } = body as { tenantId: string; runId: string }
      await evaluating.run(tenantId, runId)
    },
  }
  return { handlers: createEvaluationRoutes({ evaluating }), jobs: [kind] }
}
