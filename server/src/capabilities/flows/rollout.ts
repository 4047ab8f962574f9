/**
 * Which versions conversations begin with: all with one, or a share of the customers with a newer one beside it; now or at a time.
 * What a person decides calls off what was planned before it: nobody who rolls back finds the version live again in the morning.
 */
import type { FlowPlan, FlowRelease, FlowRollout } from '@lingxi/contract/flow-versions'
import { mostPlanned } from '@lingxi/contract/flow-versions'
import { Problem } from '@lingxi/contract/problem'
import { type Clock, isoInstant } from '#platform/clock'
import type { Ids } from '#platform/ids'
import type { FlowTables, Handle, StateRow } from './flows-store.ts'
import { createVersionsStore } from './versions-store.ts'

/** Another version is begun with, or will be. */
export type OnRollout = (tenantId: string) => void
type Parts = { store: FlowTables; clock: Clock; ids: Ids; onChange: OnRollout }
type Asked = { number: number; share: number; at: string | null; by: string | null }
type Within = { handle: Handle; state: StateRow }

export function createRollout({ store, clock, ids, onChange }: Parts) {
  const versions = createVersionsStore(store)

  async function read(tenantId: string): Promise<FlowRollout> {
    const [state, plans] = await Promise.all([store.state(tenantId), versions.plans(tenantId)])
    return { version: state.rollout, live: state.live, candidate: candidateOf(state), plans }
  }

  async function begin(
    tenantId: string,
    { number, share, by, planned }: Omit<Asked, 'at'> & { planned: boolean },
    { handle, state }: Within,
  ): Promise<StateRow> {
    if (share < 100 && number === state.live)
      throw new Problem('invalid-request', { detail: 'all begin with it already' })
    const whole = share === 100
    const next = {
      ...state,
      rollout: state.rollout + 1,
      ...(whole ? { live: number, candidate: null, share: null } : { candidate: number, share }),
    }
    await store.setState(tenantId, next, handle)
    if (whole && !planned) await callOff(tenantId, { by }, handle)
    const kind = whole ? 'whole' : 'share'
    await note(tenantId, { kind, number, share, by, planned }, handle)
    return next
  }
  const note = (tenantId: string, release: Omit<FlowRelease, 'at'>, handle: Handle) =>
    versions.insertRelease(tenantId, { id: ids.next('frl'), at: isoInstant(clock), ...release }, handle)

  /** The plans of one version, or all. */
  async function callOff(tenantId: string, { by, of }: { by: string | null; of?: number }, handle: Handle) {
    const plans = await versions.plans(tenantId, {}, handle)
    for (const { id, number, share } of plans.filter((plan) => of === undefined || plan.number === of)) {
      await versions.removePlan(tenantId, id, handle)
      await note(tenantId, { kind: 'called-off', number, share, by, planned: true }, handle)
    }
  }

  /** In the caller's transaction, which holds the company's flows. Throws `invalid-request`, and `too-large` for too many plans. */
  async function beginWithin(tenantId: string, { at, ...asked }: Asked, { handle, state }: Within): Promise<void> {
    if (at === null || at <= isoInstant(clock)) {
      await begin(tenantId, { ...asked, planned: false }, { handle, state })
      return
    }
    if ((await versions.plans(tenantId, {}, handle)).length >= mostPlanned)
      throw new Problem('too-large', { detail: `At most ${mostPlanned} are planned.` })
    await versions.insertPlan(tenantId, { id: ids.next('fpl'), at, ...asked }, handle)
    await store.setState(tenantId, { rollout: state.rollout + 1 }, handle)
  }

  return {
    read,
    beginWithin,
    tell: onChange,
    releases: (tenantId: string) => versions.releases(tenantId),

    /** Throws `not-found`, `changed-meanwhile` when the roll-out is another than the one that was seen, `invalid-request`. */
    async release(tenantId: string, { rollout, ...asked }: Asked & { rollout: number }): Promise<FlowRollout> {
      await store.hold(tenantId, async (handle, state) => {
        if (!(await versions.find(tenantId, asked.number, handle))) throw new Problem('not-found')
        if (rollout !== state.rollout) throw new Problem('changed-meanwhile')
        await beginWithin(tenantId, asked, { handle, state })
      })
      onChange(tenantId)
      return read(tenantId)
    },

    /** Without a candidate nothing happens. Throws `changed-meanwhile`. */
    async stop(tenantId: string, { rollout, by }: { rollout: number; by: string | null }): Promise<FlowRollout> {
      await store.hold(tenantId, async (handle, state) => {
        if (rollout !== state.rollout) throw new Problem('changed-meanwhile')
        if (state.candidate === null) return
        await store.setState(tenantId, { rollout: rollout + 1, candidate: null, share: null }, handle)
        await callOff(tenantId, { by, of: state.candidate }, handle)
        await note(tenantId, { kind: 'stopped', number: state.candidate, share: 0, by, planned: false }, handle)
      })
      onChange(tenantId)
      return read(tenantId)
    },

    /** Throws `not-found`. */
    async cancelPlan(tenantId: string, id: string): Promise<void> {
      await store.hold(tenantId, async (handle, state) => {
        if (!(await versions.removePlan(tenantId, id, handle))) throw new Problem('not-found')
        await store.setState(tenantId, { rollout: state.rollout + 1 }, handle)
      })
      onChange(tenantId)
    },

    /** Begins with what was planned for a time that has come; how many plans that were. A second time nothing happens. */
    async beginDue(tenantId: string): Promise<number> {
      const due = await versions.plans(tenantId, { due: isoInstant(clock) })
      if (due.length === 0) return 0
      const begun = await store.hold(tenantId, async (handle, held) => {
        let state = held
        const plans: FlowPlan[] = await versions.plans(tenantId, { due: isoInstant(clock) }, handle)
        for (const { id, number, share, by } of plans) {
          await versions.removePlan(tenantId, id, handle)
          // All begin with it by now: a share of them needs no telling.
          if (share < 100 && number === state.live) continue
          state = await begin(tenantId, { number, share, by, planned: true }, { handle, state })
        }
        return plans.length
      })
      onChange(tenantId)
      return begun
    },
  }
}
export type Rollout = ReturnType<typeof createRollout>

export const candidateOf = ({ candidate, share }: StateRow): FlowRollout['candidate'] =>
  candidate !== null && share !== null ? { number: candidate, share } : null
