/** Drafts, reviews, versions and who looks after what, over HTTP. */
import type { reviewRoutes } from '@lingxi/contract/review-routes'
import type { Handlers } from '@lingxi/contract/route'
import type { Knowledge } from './knowledge.ts'

export function createReviewRoutes({ knowledge }: { knowledge: Knowledge }): Handlers<typeof reviewRoutes> {
  return {
    getRevision: async ({ params }, { tenantId }) => ({ revision: await knowledge.findRevision(tenantId, params.id) }),
    saveRevision: ({ params, body }, { tenantId, staffId }) =>
      knowledge.saveRevision(tenantId, params.id, { ...body, by: staffId }),
    async discardRevision({ params, query }, { tenantId, staffId }) {
      await knowledge.discardRevision(tenantId, params.id, { ...query, by: staffId })
      return null
    },
    listReviews: ({ query }, { tenantId, staffId }) => knowledge.listReviews(tenantId, { ...query, by: staffId }),
    submitForReview: ({ params, body }, { tenantId, staffId }) =>
      knowledge.submit(tenantId, params.id, { ...body, by: staffId }),
    withdrawFromReview: ({ params, body }, { tenantId, staffId }) =>
      knowledge.withdraw(tenantId, params.id, { ...body, by: staffId }),
    approveReview: ({ params, body }, { tenantId, staffId }) =>
      knowledge.approve(tenantId, params.id, { ...body, by: staffId }),
    returnReview: ({ params, body }, { tenantId, staffId }) =>
      knowledge.sendBack(tenantId, params.id, { ...body, by: staffId }),
    listVersions: ({ params, query }, { tenantId }) => knowledge.listVersions(tenantId, params.id, query),
    getVersion: async ({ params: { id, version } }, { tenantId }) => ({
      version,
      article: await knowledge.getVersion(tenantId, id, version),
    }),
    restoreVersion: ({ params, body }, { tenantId, staffId }) =>
      knowledge.restore(tenantId, params.id, { ...body, by: staffId }),
    listArticleEvents: ({ query }, { tenantId }) => knowledge.listEvents(tenantId, query),
    careForArticle: ({ params, body }, { tenantId, staffId }) =>
      knowledge.care(tenantId, params.id, { ...body, by: staffId }),
    async listDue({ query: { mine, ...page } }, { tenantId, staffId }) {
      const { items, total } = await knowledge.listDue(tenantId, { ...page, ownerId: mine ? staffId : undefined })
      const own = mine ? total : (await knowledge.listDue(tenantId, { limit: 1, offset: 0, ownerId: staffId })).total
      return { items, total, mine: own }
    },
  }
}
