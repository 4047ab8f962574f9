/** What was published, version by version: made of the draft in one piece, and never changed again. */
import { FlowSet } from '@lingxi/contract/flow'
import { checkFlows } from '@lingxi/contract/flow-checks'
import { changedParts, compareFlows } from '@lingxi/contract/flow-comparison'
import {
  type FlowComparison,
  type FlowPublication,
  type FlowVersion,
  longestFlowFile,
} from '@lingxi/contract/flow-versions'
import type { FlowFinding, FlowFindingCode } from '@lingxi/contract/flow-finding'
import { Problem } from '@lingxi/contract/problem'
import { type Clock, isoInstant } from '#platform/clock'
import type { Draft } from './draft.ts'
import type { FlowTables, StateRow } from './flows-store.ts'
import type { Rollout } from './rollout.ts'
import { createVersionsStore, type KeptVersion } from './versions-store.ts'
import { writeFlows } from './yaml/write-flows.ts'

export const emptySet: FlowSet = FlowSet.parse({})
const mostErrors = 50
type Parts = { store: FlowTables; clock: Clock; draft: Draft; rollout: Rollout }

export function createVersions({ store, clock, draft, rollout }: Parts) {
  const versions = createVersionsStore(store)

  /** Throws `not-found`. Version 0 holds nothing. */
  async function setOf(tenantId: string, number: number): Promise<FlowSet> {
    if (number === 0) return emptySet
    const content = await versions.content(tenantId, number)
    if (content === undefined) throw new Problem('not-found')
    return JSON.parse(content) as FlowSet
  }

  async function toVersion(tenantId: string, kept: KeptVersion[]): Promise<FlowVersion[]> {
    const [state, plans] = await Promise.all([store.state(tenantId), versions.plans(tenantId)])
    const planned = new Set(plans.map(({ number }) => number))
    return kept.map(({ about, ...version }) => {
      return { ...version, ...about, standing: standingOf(version.number, state, planned) }
    })
  }

  /** Throws `not-found`. */
  async function get(tenantId: string, number: number): Promise<FlowVersion> {
    const kept = await versions.find(tenantId, number)
    if (!kept) throw new Problem('not-found')
    const [version] = await toVersion(tenantId, [kept])
    return version!
  }

  return {
    setOf,
    get,
    async list(tenantId: string, page: { limit: number; offset: number }) {
      const [kept, total] = await Promise.all([versions.list(tenantId, page), versions.last(tenantId)])
      return { versions: await toVersion(tenantId, kept), total }
    },

    /**
     * A version of the draft, and what is to begin with it, together or not at all. Throws `changed-meanwhile` when the draft
     * is another than the one that was seen, `invalid-request` with what is wrong when it has errors (`despite`: but for these), `too-large`.
     */
    async publish(
      tenantId: string,
      {
        note,
        draft: seen,
        share,
        at,
        by,
        despite = [],
      }: FlowPublication & { by: string | null; despite?: FlowFindingCode[] },
    ): Promise<FlowVersion> {
      // Asked before the transaction: the embedded database has one connection.
      const known = await draft.knownOf(tenantId)
      const number = await store.hold(tenantId, async (handle, state) => {
        if (seen !== state.draft) throw new Problem('changed-meanwhile')
        const set = await draft.read(tenantId, handle)
        const findings = checkFlows(set, known)
        const errors = findings.filter(({ severity, code }) => severity === 'error' && !despite.includes(code))
        if (errors.length > 0)
          throw new Problem('invalid-request', { errors: errors.slice(0, mostErrors).map(asError) })
        const content = JSON.stringify(set)
        // Written out only where it may be too much: that takes a while.
        if (content.length > longestFlowFile / 4 && Buffer.byteLength(writeFlows(set)) > longestFlowFile)
          throw new Problem('too-large')
        const last = await versions.last(tenantId, handle)
        const before =
          last === 0 ? emptySet : (JSON.parse((await versions.content(tenantId, last, handle))!) as FlowSet)
        const about = { ...counted(set), warnings: findings.length, ...changedParts(before, set) }
        const createdAt = isoInstant(clock)
        const made = { number: last + 1, note, about, createdAt, createdBy: by, content }
        await versions.insert(tenantId, made, handle)
        await rollout.beginWithin(tenantId, { number: made.number, share, at, by }, { handle, state })
        return made.number
      })
      rollout.tell(tenantId)
      return get(tenantId, number)
    },

    /** 0 stands for the draft. Throws `not-found`. */
    async compare(tenantId: string, { from, to }: { from: number; to: number }): Promise<FlowComparison> {
      const read = (number: number) => (number === 0 ? draft.read(tenantId) : setOf(tenantId, number))
      const [one, other] = await Promise.all([read(from), read(to)])
      return { from, to, parts: compareFlows(one, other) }
    },
  }
}
export type Versions = ReturnType<typeof createVersions>

function standingOf(number: number, { live, candidate }: StateRow, planned: Set<number>): FlowVersion['standing'] {
  if (number === live) return 'live'
  if (number === candidate) return 'candidate'
  return planned.has(number) ? 'planned' : 'past'
}

const counted = ({ flows, slots, tables }: FlowSet) => ({
  flows: Object.keys(flows).length,
  slots: Object.keys(slots).length,
  tables: Object.keys(tables).length,
})

const asError = ({ kind, name, step, at, code, words }: FlowFinding) => ({
  path: [`${kind}s`, name, ...(step === null ? [] : [step]), ...(at === '' ? [] : [at])].join('.'),
  message: [code, ...Object.values(words)].join(': '),
})
