/** What is learnt, over HTTP. What needs articles or people, or changes them, is a journey. */
import type { learningRoutes } from '@lingxi/contract/learning-routes'
import type { Handlers } from '@lingxi/contract/route'
import type { Learning } from './learning.ts'

type Own =
  | 'getLearningSettings'
  | 'changeLearningSettings'
  | 'ignoreFinding'
  | 'reopenFinding'
  | 'listGaps'
  | 'getGap'
  | 'ignoreGap'
  | 'reopenGap'

export function createLearningRoutes({ learning }: { learning: Learning }): Pick<Handlers<typeof learningRoutes>, Own> {
  return {
    getLearningSettings: (_asked, { tenantId }) => learning.getSettings(tenantId),
    changeLearningSettings: ({ body }, { tenantId }) => learning.changeSettings(tenantId, body),
    async ignoreFinding({ params, body }, { tenantId, staffId }) {
      await learning.findings.ignore(tenantId, params.id, { by: staffId, why: body.why })
      return null
    },
    listGaps: ({ query }, { tenantId }) => learning.gaps.list(tenantId, query),
    getGap: ({ params }, { tenantId }) => learning.gaps.get(tenantId, params.id),
    async ignoreGap({ params, body }, { tenantId, staffId }) {
      await learning.gaps.ignore(tenantId, params.id, { by: staffId, why: body.why })
      return null
    },
    async reopenGap({ params }, { tenantId }) {
      await learning.gaps.reopen(tenantId, params.id)
      return null
    },
    async reopenFinding({ params }, { tenantId }) {
      await learning.findings.reopen(tenantId, params.id)
      return null
    },
  }
}
