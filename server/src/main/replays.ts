/** Replays put together: what goes to customers only after one, and what it is held against. */
import { flowsDraft } from '@lingxi/contract/release-replays'
import type { Conversations } from '#conversations'
import type { Flows } from '#flows'
import { createReplays, type Standing } from '#replays'
import type { Teaching } from '#teaching'
import type { Jobs } from '#platform/jobs'
import { createReplayRoutes } from '../capabilities/replays/replay-routes.ts'
import type { Platform } from './parts.ts'

type Parts = {
  jobs: Jobs
  conversations: Pick<Conversations, 'listNewest'>
  flows: Pick<Flows, 'standing' | 'isChanged'>
  versions: Pick<Teaching['versions'], 'get' | 'running'>
}

export function createReplayParts({ opened, clock, ids }: Platform, { jobs, conversations, flows, versions }: Parts) {
  async function standingOfFlows(tenantId: string): Promise<Standing> {
    const { draft, live } = await flows.standing(tenantId)
    return { candidate: String(draft), against: live === null ? null : String(live) }
  }
  async function standingOfVersion(tenantId: string, id: string): Promise<Standing> {
    const [version, running] = await Promise.all([versions.get(tenantId, id), versions.running(tenantId)])
    return { candidate: version.id, against: running?.id ?? null }
  }
  /** Going back has to be quick: what read customers' messages before may do so again. */
  const hasRead = async (tenantId: string, id: string) => (await versions.get(tenantId, id)).releasedAt !== null

  const replays = createReplays({
    database: opened.database,
    jobs,
    clock,
    ids,
    standingOf: (tenantId, what) =>
      what === flowsDraft ? standingOfFlows(tenantId) : standingOfVersion(tenantId, what),
    async isFree(tenantId, what) {
      if ((await conversations.listNewest(tenantId, 1)).length === 0) return true
      return what === flowsDraft ? !(await flows.isChanged(tenantId)) : hasRead(tenantId, what)
    },
  })
  return { replays, handlers: createReplayRoutes(replays) }
}
