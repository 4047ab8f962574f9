/** Flows put together: what they are checked against, who is told of a roll-out, and what begins at its time. */
import { flowsDraft } from '@lingxi/contract/release-replays'
import { createFlows } from '#flows'
import { expressionFault } from '#dialogue'
import type { Actions } from '#actions'
import type { Teaching } from '#teaching'
import type { JobKind } from '#platform/jobs'
import { createFlowDraftRoutes } from '../capabilities/flows/flow-draft-routes.ts'
import { createFlowVersionRoutes } from '../capabilities/flows/flow-version-routes.ts'
import type { Platform } from './parts.ts'

type Parts = {
  teaching: Pick<Teaching, 'intents' | 'entities'>
  actions: Pick<Actions, 'list'>
  /** Throws why something may not go to customers yet. */
  checkReplay: (tenantId: string, what: string) => Promise<void>
  tenantId: string
}

export function createFlowParts(
  { opened, clock, ids, signals, log }: Platform,
  { teaching, actions, checkReplay, tenantId: main }: Parts,
) {
  const flows = createFlows({
    database: opened.database,
    clock,
    ids,
    async knownOf(tenantId) {
      const [intents, types, provided] = await Promise.all([
        teaching.intents.list(tenantId),
        teaching.entities.listTypes(tenantId),
        actions.list(tenantId),
      ])
      return {
        intents: intents.map(({ name }) => name),
        entities: types.map(({ name }) => name),
        actions: provided.values(),
        expressionFault,
      }
    },
    onRollout: (tenantId) => signals.tell('flows', tenantId, { id: 'rollout' }),
  })
  const kinds: JobKind[] = [
    {
      name: 'begin-planned-flows',
      schedule: '* * * * *',
      async run() {
        const begun = await flows.rollout.beginDue(main)
        if (begun > 0) log.info('planned-flows-begun', { tenantId: main, begun })
      },
    },
  ]
  return {
    flows,
    draftHandlers: createFlowDraftRoutes({ flows }),
    versionHandlers: createFlowVersionRoutes({ flows, mayPublish: (tenantId) => checkReplay(tenantId, flowsDraft) }),
    kinds,
  }
}
