/** What the graph learns, over HTTP. */
import type { graphLearningRoutes } from '@lingxi/contract/graph-learning-routes'
import type { Handlers } from '@lingxi/contract/route'
import type { GraphLearning } from './learning/learning.ts'

export function createGraphLearningRoutes({
  learning,
}: {
  learning: GraphLearning
}): Handlers<typeof graphLearningRoutes> {
  const list = async (tenantId: string) => ({ versions: await learning.list(tenantId) })
  return {
    listGraphModels: (_, { tenantId }) => list(tenantId),
    async learnGraphModel(_, { tenantId }) {
      await learning.request(tenantId)
      return list(tenantId)
    },
    async switchGraphModel({ body }, { tenantId }) {
      await learning.activate(tenantId, body.version)
      return list(tenantId)
    },
    listGraphExamples: ({ query }, { tenantId }) => learning.listExamples(tenantId, query),
    addGraphExamples: async ({ body }, { tenantId, staffId }) => {
      return { report: await learning.addExamples(tenantId, body.examples, staffId) }
    },
    async removeGraphExample({ params }, { tenantId }) {
      await learning.removeExample(tenantId, params.id)
      return null
    },
  }
}
