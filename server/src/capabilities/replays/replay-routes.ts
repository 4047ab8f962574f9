/** What is to go to customers held against what is at work, over HTTP. */
import type { releaseReplayRoutes } from '@lingxi/contract/release-replays'
import type { Handlers } from '@lingxi/contract/route'
import type { Replays } from './replays.ts'

export const createReplayRoutes = (replays: Replays): Handlers<typeof releaseReplayRoutes> => ({
  getReplay: ({ params }, { tenantId }) => replays.look(tenantId, params.what),
  startReplay: ({ params }, { tenantId, staffId }) => replays.start(tenantId, params.what, staffId),
  acceptChanges: ({ params, body }, { tenantId, staffId: by }) => replays.accept(tenantId, params, { ...body, by }),
})
