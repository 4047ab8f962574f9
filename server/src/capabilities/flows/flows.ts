/**
 * The flows of a company as they are kept: a draft that people work on, versions of all flows together, and which of these
 * conversations begin with. A version is published in one piece and stays for ever. It knows nothing of running flows.
 */

import { changedParts } from '@lingxi/contract/flow-comparison'
import type { FlowOverview } from '@lingxi/contract/flow-versions'
import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import type { Ids } from '#platform/ids'
import { createDraft, type KnownOf } from './draft.ts'
import { openFlowTables } from './flows-store.ts'
import { createImportDraft } from './import-draft.ts'
import { createLiveFlows } from './live-flows.ts'
import { createRollout, type OnRollout } from './rollout.ts'
import { createVersions, emptySet } from './versions.ts'
import { createVersionsStore } from './versions-store.ts'

export { flowTables } from './flow-rows.ts'
export { flowSchema } from './flow-schema.ts'
export { readFlows } from './yaml/read-flows.ts'
export { writeFlows } from './yaml/write-flows.ts'

type Parts = {
  database: Database
  clock: Clock
  ids: Ids
  knownOf: KnownOf
  /** Told after the change; who runs elsewhere has to be told by the caller. */
  onRollout: OnRollout
}
export type Flows = ReturnType<typeof createFlows>

export function createFlows({ database, clock, ids, knownOf, onRollout }: Parts) {
  const store = openFlowTables(database)
  const kept = createVersionsStore(store)
  const rollout = createRollout({
    store,
    clock,
    ids,
    onChange(tenantId) {
      live.forget(tenantId)
      onRollout(tenantId)
    },
  })
  /** Read from the database: a list shows what is, whatever this process has heard of. */
  async function liveSet(tenantId: string) {
    const { live: number } = await store.state(tenantId)
    return number === null ? emptySet : live.setOf(tenantId, number)
  }
  const draft = createDraft({ store, clock, knownOf, liveSet })
  const versions = createVersions({ store, clock, draft, rollout })
  const live = createLiveFlows({ rolloutOf: rollout.read, versions })

  return {
    draft,
    importDraft: createImportDraft({ draft, store }),
    versions,
    rollout,
    flowsFor: live.flowsFor,
    setOf: live.setOf,
    live: live.live,
    /** The roll-out is another: this process looks before the next conversation begins. */
    forget: live.forget,
    /** Whether nothing was written or published yet. */
    async isUntouched(tenantId: string): Promise<boolean> {
      return (await store.state(tenantId)).draft === 0 && (await kept.last(tenantId)) === 0
    },
    /** Rows came into the tables by another hand: whoever edits or begins looks anew. */
    async broughtIn(tenantId: string): Promise<void> {
      await store.hold(tenantId, (handle, { draft: state }) => store.setState(tenantId, { draft: state + 1 }, handle))
      live.forget(tenantId)
      onRollout(tenantId)
    },
    draftState: async (tenantId: string) => (await store.state(tenantId)).draft,
    /** The number of the draft, and of the version that is live; null: none is. */
    async standing(tenantId: string): Promise<{ draft: number; live: number | null }> {
      const { draft: state, live: number } = await store.state(tenantId)
      return { draft: state, live: number }
    },
    /** Whether the draft is not what is live. */
    async isChanged(tenantId: string): Promise<boolean> {
      const [set, published] = await Promise.all([draft.read(tenantId), liveSet(tenantId)])
      return differ(published, set)
    },
    async overview(tenantId: string): Promise<FlowOverview> {
      const { draft: state } = await store.state(tenantId)
      const [set, standing, published] = await Promise.all([
        draft.read(tenantId),
        rollout.read(tenantId),
        liveSet(tenantId),
      ])
      const findings = await draft.check(tenantId, set)
      const errors = findings.filter(({ severity }) => severity === 'error').length
      return {
        draft: state,
        flows: Object.keys(set.flows).length,
        slots: Object.keys(set.slots).length,
        tables: Object.keys(set.tables).length,
        errors,
        warnings: findings.length - errors,
        changed: differ(published, set),
        rollout: standing,
      }
    },
  }
}

const differ = (...sets: Parameters<typeof changedParts>): boolean =>
  Object.values(changedParts(...sets)).some((parts) => parts.length > 0)
