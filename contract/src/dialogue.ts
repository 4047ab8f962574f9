/** Where a conversation stands in its flows, and what was weighed to come there: kept in the log with each turn. */
import { z } from 'zod'
import { Json } from './json.ts'
import { FlowName } from './flow.ts'

export const FlowValue = z.union([z.string(), z.number(), z.boolean()]).meta({ id: 'FlowValue' })
export type FlowValue = z.infer<typeof FlowValue>

/** What a flow is waiting for before it goes on. `flow`: for the end of one that it called; `nothing`: for its turn. */
export const waitings = ['nothing', 'slot', 'reply', 'confirmation', 'action', 'event', 'flow'] as const

/** One flow that has begun and not ended. `step` is where it stands. */
export const FlowFrame = z
  .strictObject({
    flow: FlowName,
    step: FlowName,
    waits: z.enum(waitings),
    /** The run of an action that it waits for. */
    run: z.string().optional(),
    /** Until when it waits for an event, an instant. */
    until: z.string().optional(),
    /** The customer has said yes to what is known now; any slot that changes takes it back. */
    confirmed: z.boolean(),
    /** How often in a row a reply said nothing for it. */
    missed: z.int().nonnegative(),
    /** The slots that this flow filled, which are forgotten when it ends. */
    filled: z.array(FlowName),
    /** What slots held before it took other values for itself: put back when it is over, for the flows below it. */
    before: z.record(FlowName, FlowValue).optional(),
    /** The words it began with, where something in them may name what can be chosen only later. */
    said: z.string().max(300).optional(),
    /** What its actions told, by the name of `into`. */
    results: z.record(z.string(), Json),
  })
  .meta({ id: 'FlowFrame' })
export type FlowFrame = z.infer<typeof FlowFrame>

/** The flows that are open, the one that runs last. `version` is the release of the flows that they began with. */
export const DialogueProgress = z
  .strictObject({
    version: z.int().nonnegative(),
    stack: z.array(FlowFrame).max(12),
    slots: z.record(z.string(), FlowValue),
  })
  .meta({ id: 'DialogueProgress' })
export type DialogueProgress = z.infer<typeof DialogueProgress>

/** Events that the clock brings: nobody else may tell them. */
export const clockEvents = { silence: 'silence', scheduled: 'scheduled', timeIsUp: 'time-is-up' } as const
export const isClockEvent = (name: string) => Object.values<string>(clockEvents).includes(name)

/** How a message was taken that is not plainly what was waited for. */
export const repairs = [
  'correction',
  'cancellation',
  'digression',
  'resumption',
  'clarification',
  'negation',
  'repetition',
  'chitchat',
  'knowledge',
  'several-intents',
  'invalid-value',
  'not-understood',
  'help',
  'silence',
  'person',
  'return-later',
] as const
export const Repair = z.enum(repairs).meta({ id: 'Repair' })
export type Repair = z.infer<typeof Repair>

/** A step that was passed in a turn. `branch`: which way it took. */
export const StepTaken = z
  .strictObject({ flow: z.string(), step: z.string(), branch: z.string().optional() })
  .meta({ id: 'StepTaken' })
export type StepTaken = z.infer<typeof StepTaken>

/** An action that only looks, run while the turn was thought: kept so that the turn can be decided again without it. */
export const Looked = z
  .strictObject({
    action: z.string(),
    input: z.record(z.string(), Json),
    outcome: z.enum(['done', 'refused', 'failed']),
    output: Json,
    reason: z.string().optional(),
    milliseconds: z.number(),
  })
  .meta({ id: 'Looked' })
export type Looked = z.infer<typeof Looked>

/** What might have been done, each with a score of 0–1 and what it rests on; the first was done. */
export const policies = [
  'running-flow',
  'triggered-flow',
  'knowledge',
  'model',
  'clarification',
  'hand-over',
  'small-talk',
] as const
export const Weighed = z
  .strictObject({ policy: z.enum(policies), score: z.number(), because: z.string(), of: z.string().optional() })
  .meta({ id: 'Weighed' })
export type Weighed = z.infer<typeof Weighed>

/**
 * A choice among what is plausible, by what was learnt from outcomes: `chosen` has the greatest of `draws`, which follow from
 * version `learnt`, `features`, and the ids of conversation and turn. `propensity`: how probable this choice was, 0–1.
 */
export const Explored = z
  .strictObject({
    learnt: z.int().nonnegative(),
    arms: z.array(z.string()),
    chosen: z.string(),
    propensity: z.number(),
    /** What each of `arms` was drawn to bring; frozen, what it is expected to. */
    draws: z.array(z.number()),
    features: z.record(z.string(), z.number()),
    frozen: z.boolean(),
  })
  .meta({ id: 'Explored' })
export type Explored = z.infer<typeof Explored>

/** An action that changes something, asked for with the turn and performed after it. `runId` is its idempotency key. */
export const ActionRequest = z
  .strictObject({
    runId: z.string(),
    action: z.string(),
    input: z.record(z.string(), Json),
    /** What still has to be said by a person of the company before it is done. */
    needs: z.enum(['nothing', 'approval']),
  })
  .meta({ id: 'ActionRequest' })
export type ActionRequest = z.infer<typeof ActionRequest>

/** An expression that had no value because it failed: in which step, and why. */
export const FlowFault = z
  .strictObject({ flow: z.string(), step: z.string(), expression: z.string(), because: z.string() })
  .meta({ id: 'FlowFault' })
export type FlowFault = z.infer<typeof FlowFault>

/** The part of flows in why a turn was decided as it was. */
export const DialogueWhy = z
  .strictObject({
    taken: z.array(StepTaken),
    repair: Repair.optional(),
    weighed: z.array(Weighed),
    explored: Explored.optional(),
    looked: z.array(Looked).optional(),
    requested: z.array(ActionRequest).optional(),
    faults: z.array(FlowFault).optional(),
    /** The flows of which was asked which is meant. */
    offered: z.array(FlowName).optional(),
    /** After the turn; null: nothing is open and nothing is known. */
    progress: DialogueProgress.nullable(),
  })
  .meta({ id: 'DialogueWhy' })
export type DialogueWhy = z.infer<typeof DialogueWhy>
