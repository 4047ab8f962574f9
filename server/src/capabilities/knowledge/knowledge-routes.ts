/** Articles over HTTP: kept, imported, searched. Trying a question is a journey of its own. */
import { keeper, type Reader } from '@lingxi/contract/audience'
import type { knowledgeRoutes } from '@lingxi/contract/knowledge-routes'
import type { Handlers } from '@lingxi/contract/route'
import type { Role } from '@lingxi/contract/staff'
import type { Clock } from '#platform/clock'
import type { Knowledge } from './knowledge.ts'

/** Who keeps the knowledge sees all of it; others who work here, what is for all of the staff. */
const readerOf = (role: Role): Reader => (role === 'staff' ? { kind: 'staff', groups: [] } : keeper)

type Parts = { knowledge: Knowledge; clock: Clock }

export function createKnowledgeRoutes({
  knowledge,
  clock,
}: Parts): Omit<Handlers<typeof knowledgeRoutes>, 'tryQuestion'> {
  return {
    listArticles: ({ query }, { tenantId }) => knowledge.list(tenantId, query),
    addArticle: ({ body }, { tenantId, staffId }) => knowledge.add(tenantId, body, staffId),
    getArticle: ({ params }, { tenantId }) => knowledge.get(tenantId, params.id),
    changeArticle: ({ params, body }, { tenantId, staffId }) =>
      knowledge.change(tenantId, params.id, { ...body, by: staffId }),
    async removeArticle({ params }, { tenantId }) {
      await knowledge.remove(tenantId, params.id)
      return null
    },
    importFile: ({ query, body }, { tenantId }) => knowledge.importFile(tenantId, { ...query, bytes: body }),
    async search({ query: { q, language, limit } }, { tenantId, role }) {
      const begun = clock.reading()
      const hits = await knowledge.search(tenantId, { text: q, language, limit, reader: readerOf(role) })
      return { hits, milliseconds: clock.reading() - begun }
    },
  }
}
