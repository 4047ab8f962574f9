/** Articles over HTTP: kept, imported, searched. Trying a question is a journey of its own. */
import { readerOfStaff as readerOf } from '@lingxi/contract/audience'
import type { knowledgeRoutes } from '@lingxi/contract/knowledge-routes'
import type { Handlers } from '@lingxi/contract/route'
import { type Clock, isoInstant } from '#platform/clock'
import type { Knowledge } from './knowledge.ts'

type Parts = { knowledge: Knowledge; clock: Clock }

export function createKnowledgeRoutes({
  knowledge,
  clock,
}: Parts): Omit<Handlers<typeof knowledgeRoutes>, 'tryQuestion'> {
  return {
    listArticles: ({ query: { due, ended, ...query } }, caller) => {
      const at = isoInstant(clock)
      const asked = { ...query, dueBy: due ? at : undefined, endedBy: ended ? at : undefined }
      return knowledge.list(caller.tenantId, { ...asked, reader: readerOf(caller) })
    },
    addArticle: ({ body }, { tenantId, staffId }) => knowledge.add(tenantId, body, staffId),
    getArticle: ({ params }, caller) => knowledge.getFor(caller.tenantId, params.id, readerOf(caller)),
    changeArticle: ({ params, body }, { tenantId, staffId }) =>
      knowledge.change(tenantId, params.id, { ...body, by: staffId }),
    async changeArticles({ body: { ids, change } }, { tenantId, staffId }) {
      return { results: await knowledge.changeMany(tenantId, ids, { ...change, by: staffId }) }
    },
    async removeArticle({ params }, { tenantId, staffId }) {
      await knowledge.remove(tenantId, params.id, staffId)
      return null
    },
    async listTranslations({ params }, { tenantId }) {
      const article = await knowledge.get(tenantId, params.id)
      return { translations: await knowledge.listTranslations(tenantId, article) }
    },
    importFile: ({ query, body }, { tenantId, staffId }) =>
      knowledge.importFile(tenantId, { ...query, bytes: body, by: staffId }),
    async search({ query: { q, language, limit, ...within } }, caller) {
      const begun = clock.reading()
      const hits = await knowledge.search(caller.tenantId, {
        text: q,
        language,
        limit,
        within,
        literal: true,
        reader: readerOf(caller),
      })
      return { hits, milliseconds: clock.reading() - begun }
    },
  }
}
