/** What chooses between plausible ways, over HTTP. */
import type { LearntNow } from '@lingxi/contract/choosing'
import type { choosingRoutes } from '@lingxi/contract/choosing-routes'
import type { Handlers } from '@lingxi/contract/route'
import { type Clock } from '#platform/clock'
import type { Choosing } from './choosing.ts'

type Parts = {
  choosing: Choosing
  learnNow: (tenantId: string, by: string) => Promise<LearntNow>
  clock: Clock
}
const day = 86_400_000

export function createChoosingRoutes({ choosing, learnNow, clock }: Parts): Handlers<typeof choosingRoutes> {
  return {
    getChoosing: (_asked, { tenantId }) => choosing.overview(tenantId),
    listChoices: ({ query: { days } }, { tenantId }) =>
      choosing.choices.tell(tenantId, new Date(clock.now() - days * day).toISOString()),
    listChoosingVersions: ({ query }, { tenantId }) => choosing.list(tenantId, query),
    getChoosingVersion: ({ params }, { tenantId }) => choosing.get(tenantId, params.number),
    useChoosingVersion: ({ params, body }, { tenantId, staffId: by }) =>
      choosing.use(tenantId, params.number, { ...body, by }),
    changeChoosing: ({ body }, { tenantId, staffId: by }) => choosing.change(tenantId, { ...body, by }),
    learnChoosing: (_asked, { tenantId, staffId }) => learnNow(tenantId, staffId),
  }
}
