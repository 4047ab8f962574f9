/**
 * The flow language: what the bot leads a customer through, as data. A flow set is one YAML or JSON document (flows, the
 * slots they fill, the decision tables they ask); its words are those the field knows from Rasa CALM. What these schemas
 * let through is well formed; whether it makes sense together (links, slots, dead ends) `checkFlows` says.
 */
import { z } from 'zod'
import { lengthOf } from './duration.ts'
import { Condition } from './guide.ts'

const short = (longest: number) => z.string().trim().min(1).max(longest)
/** Names are also words of expressions, where a hyphen is a minus. */
export const FlowName = z.string().regex(/^[a-z][a-z0-9_]{0,59}$/, 'is a name such as order_number')
export const mostSteps = 500
export const mostFlows = 500

/** Markdown in one or both languages, with `{{ expression }}` where a value goes. One that is missing is said in the other. */
const inLanguages = (longest: number) =>
  z
    .strictObject({ zh: short(longest).optional(), en: short(longest).optional() })
    .refine(({ zh, en }) => zh !== undefined || en !== undefined, 'is said in no language')
export const LocalText = inLanguages(4000).meta({ id: 'LocalText' })
export type LocalText = z.infer<typeof LocalText>
const Label = inLanguages(60)

/** CEL (Common Expression Language): `slots.amount > 100 && customer.tier == "gold"`. */
export const Expression = short(1000).meta({ id: 'Expression' })

/** Where a step leads: another step by its id, or `end`. Absent: to the step below, and after the last one to the end. */
const Target = z.string().regex(/^[a-z][a-z0-9_]{0,59}$/, 'is the id of a step, or end')

export const SlotChoice = z.strictObject({
  value: short(60),
  label: Label,
  words: z.array(short(60)).max(30).optional(),
})
export type SlotChoice = z.infer<typeof SlotChoice>

export const slotTypes = ['text', 'number', 'yes_no', 'choice', 'time'] as const
/** What has to be known. It is read from the reply to `ask`, from entities in any message, or worked out by `initial`. */
export const FlowSlot = z
  .strictObject({
    type: z.enum(slotTypes),
    label: Label,
    ask: LocalText,
    /** Asked again in other words, when the reply says nothing for it. */
    again: LocalText.optional(),
    /** Said when the customer asks what this is for, or does not know. */
    help: LocalText.optional(),
    /** Types of entities that fill it, with the value that understanding gave them. */
    entities: z.array(short(60)).max(10).optional(),
    choices: z.array(SlotChoice).max(30).optional(),
    /** Choices from what an action told: an expression for a list of `{value, label}` or of texts. */
    choices_from: Expression.optional(),
    unit: z.string().trim().max(20).optional(),
    /** Conditions over `value`, each with what is said when it does not hold. */
    valid: z
      .array(z.strictObject({ if: Expression, say: LocalText }))
      .max(10)
      .optional(),
    /** Tried before it is asked for: `customer.phone`. */
    initial: Expression.optional(),
    /** `conversation`: still known when the flow is over. */
    keep: z.enum(['flow', 'conversation']).optional(),
  })
  .meta({ id: 'FlowSlot' })
export type FlowSlot = z.infer<typeof FlowSlot>

/** `note` is for who reads the flow; `place` is where it stands on the canvas. */
const step = {
  id: FlowName,
  note: z.string().max(1000).optional(),
  place: z.strictObject({ x: z.int(), y: z.int() }).optional(),
}
const onward = { ...step, next: Target.optional() }

const Reply = z.strictObject({ label: Label, words: z.array(short(60)).max(30).optional(), then: Target.optional() })
const Reading = z.record(FlowName, Expression)

/** Shorter would be at once, and longer than anybody remembers what about. */
const isWait = (within: string) => lengthOf(within) >= lengthOf('PT10S') && lengthOf(within) <= lengthOf('P1Y')

/** Each kind of step by the key it is known by. */
export const stepKinds = {
  /** Asks until the slot is known; passed over when it is known already. */
  collect: z.strictObject({ ...onward, collect: FlowName, ask: LocalText.optional(), always: z.boolean().optional() }),
  /** Does something through an action. Its output is `results.<into>`; `refused`: the company's system said no, `failed`: it did not answer. */
  action: z.strictObject({
    ...onward,
    action: short(80),
    input: Reading.optional(),
    into: FlowName.optional(),
    refused: Target.optional(),
    failed: Target.optional(),
  }),
  set_slots: z.strictObject({ ...onward, set_slots: z.record(FlowName, Expression.nullable()) }),
  say: z.strictObject({
    ...onward,
    say: LocalText,
    quick_replies: z
      .array(Reply.omit({ then: true }))
      .max(10)
      .optional(),
  }),
  /** Asks with buttons; each leads its own way. A reply that is none of them is a matter of its own, or asked again. */
  ask: z.strictObject({
    ...step,
    ask: LocalText,
    quick_replies: z.array(Reply).min(1).max(10),
    next: Target.optional(),
  }),
  /** A plain yes, or nothing happens: `no` leads where a no leads, else the flow ends. */
  confirm: z.strictObject({ ...onward, confirm: LocalText, no: Target.optional() }),
  branch: z.strictObject({
    ...step,
    branch: z
      .array(z.strictObject({ if: Expression, then: Target }))
      .min(1)
      .max(50),
    else: Target.optional(),
  }),
  /** Asks a decision table: its outcome fills slots, and is said where the row has words. */
  decide: z.strictObject({ ...onward, decide: FlowName }),
  /** Goes over to another flow and does not come back. */
  link: z.strictObject({ ...step, link: FlowName }),
  /** Runs another flow and comes back. */
  call: z.strictObject({ ...onward, call: FlowName }),
  hand_over: z.strictObject({ ...step, hand_over: z.strictObject({ reason: short(60), say: LocalText.optional() }) }),
  open_ticket: z.strictObject({
    ...onward,
    open_ticket: z.strictObject({
      subject: LocalText,
      text: LocalText,
      priority: z.enum(['low', 'normal', 'high', 'urgent']).optional(),
    }),
    into: FlowName.optional(),
  }),
  /** Waits for an event of the company's systems, or for time to pass: `within`, an ISO 8601 duration. `otherwise`: it was up. */
  wait: z.strictObject({
    ...onward,
    wait: z
      .strictObject({
        event: short(60).optional(),
        within: z.iso.duration().refine(isWait, 'is between PT10S and P1Y').optional(),
      })
      .refine(({ event, within }) => event !== undefined || within !== undefined, 'waits for nothing'),
    otherwise: Target.optional(),
  }),
} as const
export type StepKind = keyof typeof stepKinds

const { collect, action, set_slots, say, ask, confirm, branch, decide, link, call, hand_over, open_ticket, wait } =
  stepKinds
// `collect` and `confirm` come before `ask`, which is also a word of theirs.
export const FlowStep = z
  .union([collect, action, set_slots, say, confirm, ask, branch, decide, link, call, hand_over, open_ticket, wait])
  .meta({ id: 'FlowStep' })
export type FlowStep = z.infer<typeof FlowStep>

/** Which kind of step this is, by the key it has; undefined when it has none. */
export function kindOf(step: object): StepKind | undefined {
  const kinds = (Object.keys(stepKinds) as StepKind[]).filter((kind) => kind in step)
  return kinds.includes('collect') ? 'collect' : kinds[0]
}

/** What begins a flow: all that is named must hold. */
export const Trigger = z
  .strictObject({
    /** An intent that was taught, from this probability on (0.5 unless said otherwise). */
    intent: short(80).optional(),
    at_least: z.number().min(0).max(1).optional(),
    /** An entity of this type was named. */
    entity: short(60).optional(),
    /** An event of the company's systems. */
    event: short(60).optional(),
    /** The page that the customer was on when they spoke: a path with `*` for anything. */
    page: z.string().max(300).optional(),
    /** Cron, five fields, in the company's time zone: begins in every open conversation of the bot that the guard lets in. */
    schedule: z.string().max(100).optional(),
    if: Expression.optional(),
  })
  .refine(({ intent, entity, event, page, schedule }) => intent ?? entity ?? event ?? page ?? schedule, 'names nothing')
  .meta({ id: 'Trigger' })
export type Trigger = z.infer<typeof Trigger>

export const Flow = z
  .strictObject({
    name: Label,
    description: z.string().max(2000).optional(),
    /** Guard: where it does not hold, nothing begins this flow. */
    if: Expression.optional(),
    triggers: z.array(Trigger).max(30).optional(),
    /** Said when the customer breaks it off. */
    cancelled: LocalText.optional(),
    steps: z.array(FlowStep).min(1).max(mostSteps),
  })
  .meta({ id: 'Flow' })
export type Flow = z.infer<typeof Flow>

/** Conditions over slots and their outcome: the first row that holds decides (hit policy "first" of DMN 1.5). */
export const DecisionTable = z
  .strictObject({
    name: Label,
    inputs: z.array(FlowName).min(1).max(12),
    rows: z
      .array(
        z.strictObject({
          when: z.record(FlowName, Condition),
          then: z.record(FlowName, z.union([z.string().max(300), z.number(), z.boolean()])).optional(),
          say: LocalText.optional(),
        }),
      )
      .min(1)
      .max(300),
  })
  .meta({ id: 'DecisionTable' })
export type DecisionTable = z.infer<typeof DecisionTable>

export const FlowSet = z
  .strictObject({
    slots: z.record(FlowName, FlowSlot).default({}),
    tables: z.record(FlowName, DecisionTable).default({}),
    flows: z.record(FlowName, Flow).default({}),
  })
  .refine(({ flows }) => Object.keys(flows).length <= mostFlows, `holds more than ${mostFlows} flows`)
  .meta({ id: 'FlowSet' })
export type FlowSet = z.infer<typeof FlowSet>
