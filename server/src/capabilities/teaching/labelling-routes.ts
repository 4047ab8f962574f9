/** The inbox, labelling and suggested intents, over HTTP. */
import type { labellingRoutes } from '@lingxi/contract/labelling-routes'
import type { Handlers } from '@lingxi/contract/route'
import type { Teaching } from './teaching.ts'

/** `gather` brings in what customers wrote since it was last called. */
type Parts = { teaching: Teaching; gather: (tenantId: string) => Promise<void> }

export function createLabellingRoutes({ teaching, gather }: Parts): Handlers<typeof labellingRoutes> {
  const { inbox, labelling, suggestions } = teaching
  return {
    listInbox: ({ query }, { tenantId }) => inbox.list(tenantId, query),
    async gatherMessages(_asked, { tenantId }) {
      await gather(tenantId)
      return null
    },
    teachMessages: async ({ body }, { tenantId, staffId: by }) => ({
      examples: await inbox.teach(tenantId, { ...body, by }),
    }),
    labelMood: ({ params, body: mood }, { tenantId, staffId: by }) => inbox.feel(tenantId, params.id, { mood, by }),
    dismissMessages: async ({ body }, { tenantId }) => ({ changed: await inbox.dismiss(tenantId, body) }),
    sendToLabelling: async ({ body }, { tenantId }) => ({ changed: await inbox.sendToLabelling(tenantId, body.ids) }),

    listLabelTasks: ({ query }, { tenantId, staffId }) => labelling.tasks(tenantId, staffId, query.limit),
    labelMessage: ({ params, body }, { tenantId, staffId }) =>
      labelling.label(tenantId, params.id, { staffId, label: body.label }),
    listDisputes: ({ query }, { tenantId }) => labelling.disputes(tenantId, query),
    decideDispute: ({ params, body }, { tenantId, staffId }) =>
      labelling.decide(tenantId, params.id, { staffId, label: body.label }),
    getLabellingFigures: (_asked, { tenantId }) => labelling.figures(tenantId),

    listSuggestedIntents: (_asked, { tenantId }) => suggestions.list(tenantId),
    async lookForIntents(_asked, { tenantId }) {
      await suggestions.lookAgain(tenantId)
      return null
    },
    acceptSuggestion: ({ params, body }, { tenantId, staffId: by }) =>
      suggestions.accept(tenantId, params.id, { ...body, by }),
    async dismissSuggestion({ params }, { tenantId }) {
      await suggestions.dismiss(tenantId, params.id)
      return null
    },
  }
}
