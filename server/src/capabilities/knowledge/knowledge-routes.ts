/** Articles over HTTP: kept, imported, searched. Trying a question is a journey of its own. */
import type { knowledgeRoutes } from '@lingxi/contract/knowledge-routes'
import type { Handlers } from '@lingxi/contract/route'
import type { Clock } from '#platform/clock'
import type { Knowledge } from './knowledge.ts'

type Parts = { knowledge: Knowledge; clock: Clock }

export function createKnowledgeRoutes({
  knowledge,
  clock,
}: Parts): Omit<Handlers<typeof knowledgeRoutes>, 'tryQuestion'> {
  return {
    listArticles: ({ query }, { tenantId }) => knowledge.list(tenantId, query),
    addArticle: ({ body }, { tenantId }) => knowledge.add(tenantId, body),
    getArticle: ({ params }, { tenantId }) => knowledge.get(tenantId, params.id),
    changeArticle: ({ params, body }, { tenantId }) => knowledge.change(tenantId, params.id, body),
    async removeArticle({ params }, { tenantId }) {
      await knowledge.remove(tenantId, params.id)
      return null
    },
    importFile: ({ query, body }, { tenantId }) => knowledge.importFile(tenantId, { ...query, bytes: body }),
    async search({ query: { q, language, limit } }, { tenantId }) {
      const begun = clock.reading()
      const hits = await knowledge.search(tenantId, { text: q, language, limit })
      return { hits, milliseconds: clock.reading() - begun }
    },
  }
}
