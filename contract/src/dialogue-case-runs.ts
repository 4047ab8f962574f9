/** A company's own conversations as tests: as they are kept, what came of each when it was run last, and which ways none goes. */
import { z } from 'zod'
import { caseKinds, DialogueCase } from './dialogue-case.ts'
import { FlowValue, Repair, StepTaken } from './dialogue.ts'
import { FlowName } from './flow.ts'
import { FlowFault } from './flow-versions.ts'
import { Json } from './json.ts'
import { Language } from './message.ts'

export const mostDialogueCases = 1000
/** Of a file of cases, in bytes. */
export const longestCaseFile = 512 * 1024

const id = z.string().min(1).max(80)
const version = z.int32().positive()
/** A version of the flows; 0 stands for the draft. */
const ofVersion = z.int32().nonnegative()
const kept = { id, version, updatedAt: z.iso.datetime(), updatedBy: id.nullable() }

export const caseFaultKinds = [
  'flow',
  'step',
  'slot',
  'started',
  'said',
  'not-said',
  'cited',
  'action',
  'no-action',
  'handed-over',
  'ticket',
  'repair',
  /** The turn does not come to its end. */
  'no-rest',
  /** The bot broke in it, each time that it was tried. */
  'broken',
] as const
/** One thing of a turn that is not as it had to be. `of`: the slot. */
export const CaseFault = z
  .strictObject({ kind: z.enum(caseFaultKinds), of: z.string().optional(), expected: Json, got: Json })
  .meta({ id: 'CaseFault' })
export type CaseFault = z.infer<typeof CaseFault>

/** What a turn of a case came to. */
export const CaseTurnResult = z
  .strictObject({
    said: z.array(z.strictObject({ text: z.string(), cites: z.array(z.string()) })),
    flow: z.string().nullable(),
    step: z.string().nullable(),
    started: z.array(z.string()),
    slots: z.record(z.string(), FlowValue),
    /** Called in it, with what each was given and what it told. */
    actions: z.array(
      z.strictObject({ action: z.string(), input: z.record(z.string(), Json), outcome: z.string().nullable() }),
    ),
    repairs: z.array(Repair),
    handedOver: z.boolean(),
    taken: z.array(StepTaken),
    /** What the message was taken for, in the words of the log. */
    understood: z.string(),
    faults: z.array(CaseFault),
  })
  .meta({ id: 'CaseTurnResult' })
export type CaseTurnResult = z.infer<typeof CaseTurnResult>

/** What came of a case when it was run last. */
export const CaseResult = z
  .strictObject({
    runId: id,
    of: ofVersion,
    at: z.iso.datetime(),
    passed: z.boolean(),
    /** The case as it was run; it may have been changed since. */
    content: DialogueCase,
    /** As far as it was run: what comes after a turn that went wrong tells nothing more. */
    turns: z.array(CaseTurnResult),
  })
  .meta({ id: 'CaseResult' })
export type CaseResult = z.infer<typeof CaseResult>

export const CaseSummary = z
  .strictObject({
    ...kept,
    name: z.string(),
    about: z.enum(caseKinds),
    language: Language,
    /** The first flow that it expects; null: none. */
    flow: z.string().nullable(),
    turns: z.int(),
    /** Null: it was never run. `isStale`: the case or the draft has changed since. */
    last: z
      .strictObject({
        of: ofVersion,
        at: z.iso.datetime(),
        passed: z.boolean(),
        /** The first thing that went wrong, and in which turn, from 0. */
        fault: CaseFault.extend({ turn: z.int() }).nullable(),
        isStale: z.boolean(),
      })
      .nullable(),
  })
  .meta({ id: 'CaseSummary' })
export type CaseSummary = z.infer<typeof CaseSummary>

export const KeptCase = z
  .strictObject({ ...kept, content: DialogueCase, result: CaseResult.nullable() })
  .meta({ id: 'KeptCase' })
export type KeptCase = z.infer<typeof KeptCase>

/** `id` and `version` null: it is new. */
export const CaseChange = z
  .strictObject({ id: id.nullable(), version: version.nullable(), content: DialogueCase })
  .refine(({ id: of, version: from }) => (of === null) === (from === null), 'names both what it changes, or neither')
  .meta({ id: 'CaseChange' })
export type CaseChange = z.infer<typeof CaseChange>

/** 0–1: of the steps, and of the ways where steps part, those that some case went through. */
const coverages = { stepCoverage: z.number(), branchCoverage: z.number() }
export const CaseRun = z
  .strictObject({
    id,
    of: ofVersion,
    state: z.enum(['running', 'done']),
    cases: z.int(),
    /** How many of them are over. */
    done: z.int(),
    passed: z.int(),
    failed: z.int(),
    figures: z.strictObject(coverages).nullable(),
    startedBy: id.nullable(),
    createdAt: z.iso.datetime(),
    endedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'CaseRun' })
export type CaseRun = z.infer<typeof CaseRun>

/** `at`: where a way leaves its step, as `branch.0.then`, `quick_replies.1.then`, `no`, `refused`, `otherwise`; `rows.2` of a table. */
export const FlowBranch = z.strictObject({ step: FlowName, at: z.string() }).meta({ id: 'FlowBranch' })
export type FlowBranch = z.infer<typeof FlowBranch>
/** What of a flow no case went through. */
export const FlowCoverage = z
  .strictObject({
    flow: FlowName,
    steps: z.int(),
    stepsTaken: z.int(),
    branches: z.int(),
    branchesTaken: z.int(),
    missingSteps: z.array(FlowName),
    missingBranches: z.array(FlowBranch),
  })
  .meta({ id: 'FlowCoverage' })
export type FlowCoverage = z.infer<typeof FlowCoverage>

/** What a file does to the cases, or did, by their names. Where there are faults nothing else is told, and nothing was done. */
export const CaseImportReport = z
  .strictObject({
    committed: z.boolean(),
    faults: z.array(FlowFault),
    added: z.array(z.string()),
    changed: z.array(z.string()),
    same: z.int(),
  })
  .meta({ id: 'CaseImportReport' })
export type CaseImportReport = z.infer<typeof CaseImportReport>
