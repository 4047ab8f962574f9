/** A file of flows taken into the draft: looked at first, taken when somebody says so. */
import type { FlowSet } from '@lingxi/contract/flow'
import { changedParts, partsOf } from '@lingxi/contract/flow-comparison'
import { flowPartKinds } from '@lingxi/contract/flow-finding'
import type { FlowImportReport } from '@lingxi/contract/flow-versions'
import type { Language } from '@lingxi/contract/message'
import type { Draft } from './draft.ts'
import type { FlowTables } from './flows-store.ts'
import { readFlows } from './yaml/read-flows.ts'

type Asked = {
  text: string
  mode: 'add' | 'replace'
  preview: boolean
  /** In which what cannot be read is told. */
  language?: Language
  /** The state of the draft that was seen; undefined: whichever it is. */
  draft?: number | undefined
  by: string | null
}

export function createImportDraft({ draft, store }: { draft: Draft; store: FlowTables }) {
  /** Throws `changed-meanwhile` when the draft is in another state. What cannot be read is told, and nothing is done. */
  return async function importDraft(tenantId: string, asked: Asked): Promise<FlowImportReport> {
    const state = await store.state(tenantId)
    const read = readFlows(asked.text, asked.language)
    if ('faults' in read) return { ...nothing, faults: read.faults, draft: state.draft }
    const before = await draft.read(tenantId)
    const after = asked.mode === 'replace' ? read.set : merged(before, read.set)
    const { added, changed, removed } = changedParts(before, after)
    const report = { ...nothing, added, changed, removed, same: countOf(after) - added.length - changed.length }
    const findings = await draft.check(tenantId, after)
    if (asked.preview) return { ...report, findings, draft: state.draft }
    const now = await draft.take(tenantId, {
      set: read.set,
      replace: asked.mode === 'replace',
      draft: asked.draft ?? state.draft,
      by: asked.by,
    })
    return { ...report, committed: true, findings, draft: now }
  }
}

const nothing: FlowImportReport = {
  committed: false,
  faults: [],
  added: [],
  changed: [],
  removed: [],
  same: 0,
  findings: [],
  draft: 0,
}

const merged = (one: FlowSet, other: FlowSet): FlowSet => ({
  slots: { ...one.slots, ...other.slots },
  tables: { ...one.tables, ...other.tables },
  flows: { ...one.flows, ...other.flows },
})
const countOf = (set: FlowSet) => flowPartKinds.reduce((sum, kind) => sum + Object.keys(partsOf(set, kind)).length, 0)
