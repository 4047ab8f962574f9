/** What is wrong with flows: `checkFlows` finds it, and whoever shows it puts it into words by its code. */
import { z } from 'zod'

export const flowPartKinds = ['flow', 'slot', 'table'] as const
export const FlowPartKind = z.enum(flowPartKinds).meta({ id: 'FlowPartKind' })
export type FlowPartKind = z.infer<typeof FlowPartKind>

/** An error keeps flows from being published; a warning does not. */
export const findingSeverities = ['error', 'warning'] as const

/** Each with its severity. What stands in `words` is said beside it. */
export const flowFindingCodes = {
  /** `target`: a step that is led to and is not there. */
  'unknown-step': 'error',
  /** `id` is borne by two steps. */
  'duplicate-step': 'error',
  /** A step called `end`, which is what the end of the flow is called. */
  'reserved-name': 'error',
  /** `flow`: linked or called, and not there. */
  'unknown-flow': 'error',
  /** `flows`: they call one another for ever, without ever waiting for the customer. */
  'call-cycle': 'error',
  /** `steps`: they lead to one another for ever, without ever waiting for the customer. */
  'endless-loop': 'error',
  /** `steps`: they lead to one another for ever, say something and wait for nothing but time. */
  'timed-loop': 'error',
  /** `slot`: named, and nobody defined it. */
  'unknown-slot': 'error',
  /** `table`: asked, and not there. */
  'unknown-table': 'error',
  /** `slot`: a row has a condition on what is no input of its table. */
  'not-an-input': 'error',
  /** `result`: no action of this flow puts its answer there. */
  'unknown-result': 'warning',
  /** `expression`, `reason`: it cannot be read. */
  'bad-expression': 'error',
  /** `schedule`: cannot be read, or never comes. */
  'bad-schedule': 'error',
  /** `text`: begins `{{` and does not end it, or holds nothing between. */
  'bad-template': 'error',
  /** A slot to choose from without anything to choose. */
  'no-choices': 'error',
  /** `value`: offered twice in one slot. */
  'duplicate-choice': 'error',
  /** From this step on no way leads to an end: the customer is asked round and round. */
  'dead-end': 'warning',
  'unreachable-step': 'warning',
  /** `language`: a text is not there in it. */
  'missing-translation': 'warning',
  /** `action`: not known here. */
  'unknown-action': 'error',
  /** `action`, `field`: it takes no such input. */
  'unknown-input': 'warning',
  /** `action`, `field`: it needs this input, and is not given it. */
  'missing-input': 'warning',
  /** `intent`: not taught. */
  'unknown-intent': 'warning',
  /** `entity`: not taught. */
  'unknown-entity': 'warning',
  /** `action`: done without a yes of the customer before; the engine asks for one in its own words. */
  'unconfirmed-action': 'warning',
  /** It waits for an event and does not say what when none comes. */
  'wait-without-otherwise': 'warning',
  /** `trigger`, `flow`: another flow begins by the same, and neither has a condition. */
  'shared-trigger': 'warning',
  /** Nothing begins this flow, and no flow goes to it. */
  'never-begun': 'warning',
  /** No flow uses it. */
  'unused-slot': 'warning',
  'unused-table': 'warning',
} as const
export type FlowFindingCode = keyof typeof flowFindingCodes
const codes = Object.keys(flowFindingCodes) as [FlowFindingCode, ...FlowFindingCode[]]

export const FlowFinding = z
  .strictObject({
    severity: z.enum(findingSeverities),
    code: z.enum(codes),
    kind: FlowPartKind,
    /** Of the flow, slot or table. */
    name: z.string(),
    /** The id of the step, where it is about one. */
    step: z.string().nullable(),
    /** Where in the step, or in the part, as keys with dots between: `branch.0.if`. Empty: the whole of it. */
    at: z.string(),
    words: z.record(z.string(), z.string()),
  })
  .meta({ id: 'FlowFinding' })
export type FlowFinding = z.infer<typeof FlowFinding>
/** More are not told. */
export const mostFlowFindings = 10_000
