/** Recorded conversations taken again with another version of the bot: what of it is decided otherwise. */
import { z } from 'zod'
import { DecisionKind } from './conversation.ts'

/**
 * What is otherwise in a turn, the gravest first. `breaks`: it could not be decided; `look-not-recorded`: it asks for what
 * nobody looked up then, so that it cannot be told how it goes on; `gone`: it stands at a step that there is no more, at which
 * nobody will stand who begins with it; `reasons`: only why it was decided so.
 */
export const changeKinds = [
  'breaks',
  'look-not-recorded',
  'hand-over-gained',
  'hand-over-lost',
  'action-gained',
  'action-lost',
  'silent',
  'flow',
  'step',
  'answer',
  'gone',
  'intent',
  'wording',
  'reasons',
] as const
export const ChangeKind = z.enum(changeKinds).meta({ id: 'ChangeKind' })
export type ChangeKind = z.infer<typeof ChangeKind>

/** A turn as it came out, in what people look at. `fault`: why it did not come out. */
export const ShownTurn = z
  .strictObject({
    decision: DecisionKind.nullable(),
    text: z.string(),
    flow: z.string().nullable(),
    step: z.string().nullable(),
    intent: z.string().nullable(),
    cited: z.array(z.string()),
    actions: z.array(z.string()),
    handOver: z.string().nullable(),
    fault: z.string().nullable(),
  })
  .meta({ id: 'ShownTurn' })
export type ShownTurn = z.infer<typeof ShownTurn>

export const ReplayExample = z
  .strictObject({
    conversationId: z.string(),
    turn: z.int(),
    /** What the customer said; empty where something happened instead. */
    said: z.string(),
    before: ShownTurn,
    after: ShownTurn,
  })
  .meta({ id: 'ReplayExample' })
export type ReplayExample = z.infer<typeof ReplayExample>

/** Turns that changed in the same way: from `before` to `after`, such as two flows, steps, articles or intents. */
export const ReplayGroup = z
  .strictObject({
    /** The same for the same change in another replay. */
    key: z.string(),
    kind: ChangeKind,
    before: z.string().nullable(),
    after: z.string().nullable(),
    turns: z.int().positive(),
    conversations: z.int().positive(),
    examples: z.array(ReplayExample),
  })
  .meta({ id: 'ReplayGroup' })
export type ReplayGroup = z.infer<typeof ReplayGroup>

export const ReplayReport = z
  .strictObject({
    /** How many conversations were meant to be taken again, and how many were, whole: fewer where its time was up. */
    of: z.int().nonnegative(),
    conversations: z.int().nonnegative(),
    /** That were taken again; each is `identical` or `changed`. */
    turns: z.int().nonnegative(),
    identical: z.int().nonnegative(),
    changed: z.int().nonnegative(),
    /** Turns that cannot be taken again: the bot had broken down, or a model had written. */
    leftOut: z.int().nonnegative(),
    groups: z.array(ReplayGroup),
    /** Groups past those listed. Nobody can accept what nobody sees: `open` ones keep the draft from being published. */
    unlisted: z.strictObject({ open: z.int().nonnegative(), told: z.int().nonnegative() }),
  })
  .meta({ id: 'ReplayReport' })
export type ReplayReport = z.infer<typeof ReplayReport>
