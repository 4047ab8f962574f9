/** The graph over HTTP. Who works here sees what is taken from what they may read; who keeps the knowledge curates it, on record. */
import { readerOfStaff as readerOf } from '@lingxi/contract/audience'
import type { GraphAnswer } from '@lingxi/contract/graph'
import type { graphRoutes } from '@lingxi/contract/graph-routes'
import type { Handlers } from '@lingxi/contract/route'
import type { Clock } from '#platform/clock'
import type { FoundAnswer, Graph } from './graph.ts'
import { writeJsonLd } from './json-ld.ts'

type Parts = { graph: Graph; clock: Clock }

export function createGraphRoutes({ graph, clock }: Parts): Handlers<typeof graphRoutes> {
  return {
    searchEntities: async ({ query }, caller) => ({
      entities: await graph.search(caller.tenantId, { ...query, reader: readerOf(caller) }),
    }),
    getNeighbourhood: ({ query }, caller) =>
      graph.neighbourhood(caller.tenantId, { ...query, reader: readerOf(caller) }),
    getEdge: ({ query }, caller) => graph.getEdge(caller.tenantId, query.id, readerOf(caller)),
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
    async askGraph({ body: { question, language } }, caller) {
      const begun = clock.reading()
      const found = await graph.ask(caller.tenantId, { text: question, language, reader: readerOf(caller) })
      return { answers: found.map(toView), milliseconds: clock.reading() - begun }
    },
    getGraphStatistics: (_, caller) => graph.statistics(caller.tenantId, readerOf(caller)),
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
