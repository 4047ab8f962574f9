/** Flows as they are kept: a draft that people work on, part by part, and versions of all flows together, of which one is live. */
import { z } from 'zod'
import { Json } from './json.ts'
import { DecisionTable, Flow, FlowName, FlowSet, FlowSlot } from './flow.ts'
import { FlowFinding, FlowPartKind } from './flow-finding.ts'
import { Instant } from './instant.ts'

/** Longer than this no set of flows is: of the YAML, in bytes. */
export const longestFlowFile = 2 * 1024 * 1024
export const mostSlots = 2000
export const mostTables = 500
export const mostPlanned = 20

const version = z.int32().positive()
const note = z.string().trim().max(500)
const share = z.int().min(1).max(100)

export const FlowPartName = z.strictObject({ kind: FlowPartKind, name: FlowName }).meta({ id: 'FlowPartName' })
export type FlowPartName = z.infer<typeof FlowPartName>

const content = {
  flow: z.strictObject({ kind: z.literal('flow'), name: FlowName, content: Flow }),
  slot: z.strictObject({ kind: z.literal('slot'), name: FlowName, content: FlowSlot }),
  table: z.strictObject({ kind: z.literal('table'), name: FlowName, content: DecisionTable }),
}
const kept = {
  /** Grows by one with each change of the part; a change names the one it started from. */
  version,
  updatedAt: z.iso.datetime(),
  /** The staff id; null: it came from a file without a person. */
  updatedBy: z.string().nullable(),
}
export const FlowPartContent = z
  .discriminatedUnion('kind', [content.flow, content.slot, content.table])
  .meta({ id: 'FlowPartContent' })
export type FlowPartContent = z.infer<typeof FlowPartContent>

/** `version` null: it is new. */
const since = { version: version.nullable() }
export const FlowPartChange = z
  .discriminatedUnion('kind', [content.flow.extend(since), content.slot.extend(since), content.table.extend(since)])
  .meta({ id: 'FlowPartChange' })
export type FlowPartChange = z.infer<typeof FlowPartChange>

/** One flow, slot or table of the draft. */
export const FlowPart = z
  .discriminatedUnion('kind', [content.flow.extend(kept), content.slot.extend(kept), content.table.extend(kept)])
  .meta({ id: 'FlowPart' })
export type FlowPart = z.infer<typeof FlowPart>

/** A line of the list of parts. */
export const FlowPartSummary = z
  .strictObject({
    ...FlowPartName.shape,
    ...kept,
    /** What people call it. */
    title: z.strictObject({ zh: z.string().optional(), en: z.string().optional() }),
    /** Steps of a flow, choices of a slot, rows of a table. */
    size: z.int(),
    errors: z.int(),
    warnings: z.int(),
    /** Against what is live; `added` where nothing is. */
    change: z.enum(['same', 'added', 'changed']),
  })
  .meta({ id: 'FlowPartSummary' })
export type FlowPartSummary = z.infer<typeof FlowPartSummary>

/** What was written and cannot be read. `line` and `column` from 1; 0 where it did not come from a file. */
export const FlowFault = z
  .strictObject({ path: z.string(), line: z.int(), column: z.int(), message: z.string() })
  .meta({ id: 'FlowFault' })
export type FlowFault = z.infer<typeof FlowFault>

const names = z.array(FlowPartName)
/** What a file does to the draft, or did. Where there are faults nothing else is told, and nothing was done. */
export const FlowImportReport = z
  .strictObject({
    committed: z.boolean(),
    faults: z.array(FlowFault),
    added: names,
    changed: names,
    /** Parts that the file does not hold; only where it replaces the draft. */
    removed: names,
    same: z.int(),
    /** Of the draft as it would be, or is. */
    findings: z.array(FlowFinding),
    /** The state of the draft that this was told of; a commit names it. */
    draft: z.int(),
  })
  .meta({ id: 'FlowImportReport' })
export type FlowImportReport = z.infer<typeof FlowImportReport>

/** `live`: conversations begin with it; `candidate`: a share of them does; `planned`: will at a time; `past`: none does. */
export const FlowVersion = z
  .strictObject({
    number: version,
    note,
    createdAt: z.iso.datetime(),
    /** The staff id; null: the demo, or a time that came. */
    createdBy: z.string().nullable(),
    flows: z.int(),
    slots: z.int(),
    tables: z.int(),
    warnings: z.int(),
    /** Against the version before it. */
    added: names,
    changed: names,
    removed: names,
    standing: z.enum(['live', 'candidate', 'planned', 'past']),
  })
  .meta({ id: 'FlowVersion' })
export type FlowVersion = z.infer<typeof FlowVersion>

/** A version that conversations begin with from a time on: `share` percent of the customers, 100 for all. */
export const FlowPlan = z
  .strictObject({ id: z.string().max(80), number: version, share, at: Instant, by: z.string().nullable() })
  .meta({ id: 'FlowPlan' })
export type FlowPlan = z.infer<typeof FlowPlan>

/** Which versions conversations begin with. A customer stays on their side while the candidate's share grows. */
export const FlowRollout = z
  .strictObject({
    /** Grows with each change of it; a change names the one it started from. 0: nothing was published yet. */
    version: z.int32().nonnegative(),
    live: version.nullable(),
    candidate: z.strictObject({ number: version, share: share.max(99) }).nullable(),
    /** The next one first. */
    plans: z.array(FlowPlan),
  })
  .meta({ id: 'FlowRollout' })
export type FlowRollout = z.infer<typeof FlowRollout>

/** One change of the roll-out, for its history. */
export const FlowRelease = z
  .strictObject({
    at: z.iso.datetime(),
    by: z.string().nullable(),
    /** `whole`: all begin with it; `share`: so many percent; `stopped`: the candidate went; `called-off`: a plan did, by a later decision. */
    kind: z.enum(['whole', 'share', 'stopped', 'called-off']),
    number: version,
    share: z.int(),
    /** It was planned for this time. */
    planned: z.boolean(),
  })
  .meta({ id: 'FlowRelease' })
export type FlowRelease = z.infer<typeof FlowRelease>

/** What the draft is published as. With `at`, at that time; with less than 100 percent, beside the live version. */
export const FlowPublication = z
  .strictObject({
    note: note.default(''),
    /** The state of the draft that was seen, see the overview. */
    draft: z.int32().nonnegative(),
    share: share.default(100),
    at: Instant.nullable().default(null),
  })
  .meta({ id: 'FlowPublication' })
export type FlowPublication = z.infer<typeof FlowPublication>

/** A published version becomes live (share 100: made whole, or rolled back to), a candidate, or either at a time. */
export const FlowReleaseDraft = z
  .strictObject({
    /** Of the roll-out that was seen. */
    rollout: z.int32().nonnegative(),
    share: share.default(100),
    at: Instant.nullable().default(null),
  })
  .meta({ id: 'FlowReleaseDraft' })
export type FlowReleaseDraft = z.infer<typeof FlowReleaseDraft>

/** One thing that is otherwise. `at`: keys with dots between, such as `say.zh`. Null: not there. */
export const FieldChange = z.strictObject({ at: z.string(), before: Json, after: Json }).meta({ id: 'FieldChange' })
export type FieldChange = z.infer<typeof FieldChange>

/** `moved`: the same, elsewhere among the steps that stayed. */
export const StepChange = z
  .strictObject({
    id: z.string(),
    change: z.enum(['added', 'removed', 'changed', 'moved']),
    fields: z.array(FieldChange),
  })
  .meta({ id: 'FlowStepChange' })
export type StepChange = z.infer<typeof StepChange>

export const FlowPartDifference = z
  .strictObject({
    ...FlowPartName.shape,
    change: z.enum(['added', 'removed', 'changed']),
    /** What is otherwise besides the steps; for slots and tables all of it. */
    fields: z.array(FieldChange),
    steps: z.array(StepChange),
  })
  .meta({ id: 'FlowPartDifference' })
export type FlowPartDifference = z.infer<typeof FlowPartDifference>

/** Between two versions; 0 stands for the draft. */
export const FlowComparison = z
  .strictObject({ from: z.int(), to: z.int(), parts: z.array(FlowPartDifference) })
  .meta({ id: 'FlowComparison' })
export type FlowComparison = z.infer<typeof FlowComparison>

/** A version with what is in it; version 0 is what a company begins with: nothing. */
export const ReleasedFlows = z.strictObject({ version: z.int(), set: FlowSet }).meta({ id: 'ReleasedFlows' })
export type ReleasedFlows = z.infer<typeof ReleasedFlows>

export const FlowOverview = z
  .strictObject({
    /** Grows with every change of the draft; who publishes names it. */
    draft: z.int(),
    flows: z.int(),
    slots: z.int(),
    tables: z.int(),
    errors: z.int(),
    warnings: z.int(),
    /** The draft is not what is live. */
    changed: z.boolean(),
    rollout: FlowRollout,
  })
  .meta({ id: 'FlowOverview' })
export type FlowOverview = z.infer<typeof FlowOverview>
