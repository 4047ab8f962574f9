/** Sets of questions, and their runs, over HTTP. */
import type { evaluationRoutes } from '@lingxi/contract/evaluation-routes'
import type { Handlers } from '@lingxi/contract/route'
import type { Evaluating } from './evaluating.ts'

export function createEvaluationRoutes({ evaluating }: { evaluating: Evaluating }): Handlers<typeof evaluationRoutes> {
  return {
    listEvaluationSets: async (_asked, { tenantId }) => ({ sets: await evaluating.listSets(tenantId) }),
    addEvaluationSet: ({ body }, { tenantId }) => evaluating.addSet(tenantId, body.name),
    async removeEvaluationSet({ params }, { tenantId }) {
      await evaluating.removeSet(tenantId, params.id)
      return null
    },
    listEvaluationQuestions: async ({ params }, { tenantId }) => ({
      questions: await evaluating.listQuestions(tenantId, params.id),
    }),
    addEvaluationQuestion: ({ params, body }, { tenantId }) => evaluating.addQuestion(tenantId, params.id, body),
    changeEvaluationQuestion: ({ params, body }, { tenantId }) => evaluating.changeQuestion(tenantId, params.id, body),
    async removeEvaluationQuestion({ params }, { tenantId }) {
      await evaluating.removeQuestion(tenantId, params.id)
      return null
    },
    startEvaluation: ({ params }, { tenantId, staffId }) => evaluating.start(tenantId, params.id, staffId),
    listEvaluations: async ({ params }, { tenantId }) => ({ runs: await evaluating.listRuns(tenantId, params.id) }),
    getEvaluation: ({ params }, { tenantId }) => evaluating.getRun(tenantId, params.id),
  }
}
