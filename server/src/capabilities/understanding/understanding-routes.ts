import type { Language } from '@lingxi/contract/message'
import type { Handlers } from '@lingxi/contract/route'
import type { understandingRoutes } from '@lingxi/contract/understanding-routes'
import type { Understanding } from './understanding.ts'

type Parts = {
  understanding: Pick<Understanding, 'understand'>
  settings: (tenantId: string) => Promise<{ defaultLanguage: Language }>
}

export function createUnderstandingRoutes({ understanding, settings }: Parts): Handlers<typeof understandingRoutes> {
  return {
    async understand({ body: { text, context = {} } }, { tenantId }) {
      const language = context.language ?? (await settings(tenantId)).defaultLanguage
      return understanding.understand(tenantId, text, { language, askedBefore: context.before })
    },
  }
}
