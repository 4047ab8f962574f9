/** Versions of flows and which of them conversations begin with, over HTTP. */
import type { flowVersionRoutes } from '@lingxi/contract/flow-routes'
import type { Handlers } from '@lingxi/contract/route'
import { sendYaml } from './flow-draft-routes.ts'
import type { Flows } from './flows.ts'
import { writeFlows } from './yaml/write-flows.ts'

type Parts = {
  flows: Flows
  /** Throws why the draft may not go to customers yet. */
  mayPublish: (tenantId: string) => Promise<void>
}

export function createFlowVersionRoutes({ flows, mayPublish }: Parts): Handlers<typeof flowVersionRoutes> {
  const { versions, rollout, draft } = flows
  return {
    listFlowVersions: ({ query }, { tenantId }) => versions.list(tenantId, query),
    async publishFlows({ body }, { tenantId, staffId: by }) {
      await mayPublish(tenantId)
      const version = await versions.publish(tenantId, { ...body, by })
      return { version, rollout: await rollout.read(tenantId) }
    },
    async getFlowVersion({ params: { number } }, { tenantId }) {
      return { version: await versions.get(tenantId, number), set: await versions.setOf(tenantId, number) }
    },
    async exportFlowVersion({ params: { number } }, { tenantId }, exchange) {
      sendYaml(exchange, `flows-${number}.yaml`, writeFlows(await versions.setOf(tenantId, number)))
      return undefined
    },
    releaseFlowVersion: ({ params, body }, { tenantId, staffId: by }) =>
      rollout.release(tenantId, { ...params, ...body, by }),
    async draftFlowVersion({ params, body }, { tenantId, staffId: by }) {
      const set = await versions.setOf(tenantId, params.number)
      return { draft: await draft.take(tenantId, { set, replace: true, draft: body.draft, by }) }
    },
    compareFlowVersions: ({ query }, { tenantId }) => versions.compare(tenantId, query),
    async getFlowRollout(_asked, { tenantId }) {
      return { rollout: await rollout.read(tenantId), releases: await rollout.releases(tenantId) }
    },
    stopFlowCandidate: ({ body }, { tenantId, staffId: by }) => rollout.stop(tenantId, { ...body, by }),
    async cancelFlowPlan({ params }, { tenantId }) {
      await rollout.cancelPlan(tenantId, params.id)
      return null
    },
    getLiveFlows: (_asked, { tenantId }) => flows.live(tenantId),
  }
}
