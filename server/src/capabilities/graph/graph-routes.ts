/** The graph over HTTP. Who works here sees all of it; who keeps the knowledge curates it, and is on record. */
import { keeper } from '@lingxi/contract/audience'
import type { GraphAnswer } from '@lingxi/contract/graph'
import type { graphRoutes } from '@lingxi/contract/graph-routes'
import type { Handlers } from '@lingxi/contract/route'
import type { Clock } from '#platform/clock'
import type { FoundAnswer, Graph } from './graph.ts'
import { writeJsonLd } from './json-ld.ts'

type Parts = { graph: Graph; clock: Clock }

export function createGraphRoutes({ graph, clock }: Parts): Handlers<typeof graphRoutes> {
  return {
    searchEntities: async ({ query }, { tenantId }) => ({ entities: await graph.search(tenantId, query) }),
    getNeighbourhood: ({ query }, { tenantId }) => graph.neighbourhood(tenantId, query),
    getEdge: ({ query }, { tenantId }) => graph.getEdge(tenantId, query.id),
    addEdge: ({ body }, { tenantId, staffId }) => graph.addEdge(tenantId, body, staffId),
    async removeEdge({ query }, { tenantId, staffId }) {
      await graph.removeEdge(tenantId, query.id, staffId)
      return null
    },
    judgeEdge: ({ body: { id, verdict } }, { tenantId, staffId }) =>
      graph.judge(tenantId, id, { verdict, by: staffId }),
    async renameEntity({ body: { id, name, type } }, { tenantId, staffId }) {
      await graph.rename(tenantId, id, { name, type, by: staffId })
      return null
    },
    async mergeEntities({ body: { id, into } }, { tenantId, staffId }) {
      await graph.merge(tenantId, id, { into, by: staffId })
      return null
    },
    async partEntities({ query }, { tenantId, staffId }) {
      await graph.unmerge(tenantId, query.id, staffId)
      return null
    },
    async askGraph({ body: { question, language } }, { tenantId }) {
      const begun = clock.reading()
      const found = await graph.ask(tenantId, { text: question, language, reader: keeper })
      return { answers: found.map(toView), milliseconds: clock.reading() - begun }
    },
    getGraphStatistics: (_, { tenantId }) => graph.statistics(tenantId),
    listGraphChanges: async ({ query }, { tenantId }) => ({ changes: await graph.changes(tenantId, query.limit) }),
    async exportGraph(_, { tenantId }, { sendFile }) {
      const chunks = writeJsonLd(await graph.everything(tenantId))
      sendFile({ name: 'graph.jsonld', mediaType: 'application/ld+json', bytes: undefined, chunks })
      return undefined
    },
  }
}

const toView = ({ paths, ...answer }: FoundAnswer): GraphAnswer => ({
  ...answer,
  paths: paths.map((hops) => hops.map(({ source, ...hop }) => ({ ...hop, articleId: source?.articleId ?? null }))),
})
