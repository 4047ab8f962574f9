/** What is learnt, over HTTP. What changes an article is a journey of its own. */
import type { learningRoutes } from '@lingxi/contract/learning-routes'
import type { Handlers } from '@lingxi/contract/route'
import type { Learning } from './learning.ts'

export function createLearningRoutes({ learning }: { learning: Learning }): Handlers<typeof learningRoutes> {
  return {
    async citationOpened({ body: { articleId } }, { tenantId, externalId }) {
      await learning.recordOpened(tenantId, { articleId, readerId: externalId })
      return null
    },
    getLearningSettings: (_asked, { tenantId }) => learning.getSettings(tenantId),
    changeLearningSettings: ({ body }, { tenantId }) => learning.changeSettings(tenantId, body),
  }
}
