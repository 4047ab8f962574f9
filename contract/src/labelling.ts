/** Real messages of customers and what people say they mean: the inbox, blind labelling by two, suggested intents. */
import { z } from 'zod'
import { Language } from './message.ts'
import { emotions, sentiments } from './understanding.ts'

const id = z.string().max(80)
const share = z.number().min(0).max(1)

export const inboxOrders = ['teaches-most', 'unsure', 'disagreeing', 'frequent', 'newest'] as const
/** How many days back the inbox shows; older messages are forgotten. */
export const inboxPeriods = [7, 30, 90, 365] as const
export const usualPeriod = 90
export const inboxStates = ['open', 'in-labelling', 'disputed', 'taught', 'dismissed'] as const
export const InboxState = z.enum(inboxStates).meta({ id: 'InboxState' })
export type InboxState = z.infer<typeof InboxState>

/**
 * How the running version reads it; null intent: out of scope. `second`: a reader of another kind, the examples that are most like
 * it, with the nearest that is of the intent it names; null where no example is like it.
 */
const guess = z.strictObject({
  intent: z.string().nullable(),
  probability: share,
  outOfScope: share,
  candidates: z.array(z.strictObject({ name: z.string(), probability: share })),
  second: z.strictObject({ intent: z.string(), confidence: share, example: z.string() }).nullable(),
  mood: z.strictObject({ sentiment: z.enum(sentiments), emotion: z.enum(emotions) }),
})

/** How a message feels, as a person says; null where they do not. */
export const MoodLabel = z
  .strictObject({ sentiment: z.enum(sentiments).nullable(), emotion: z.enum(emotions).nullable() })
  .meta({ id: 'MoodLabel' })
export type MoodLabel = z.infer<typeof MoodLabel>

/**
 * What customers wrote, put together where it is the same but for case, width and punctuation. Personal data is masked.
 * `unsure`: how close the first two readings are (1 − their difference); `disagreeing`: how far what was learnt and the nearest examples
 * contradict (0: they do not); `teaches`: both together with how often it is said.
 */
export const InboxMessage = z
  .strictObject({
    id,
    text: z.string(),
    language: Language,
    count: z.int().positive(),
    state: InboxState,
    guess: guess.nullable(),
    /** How it feels, as people said; null: nobody did. */
    mood: MoodLabel,
    unsure: share,
    disagreeing: share,
    teaches: z.number(),
    firstAt: z.iso.datetime(),
    lastAt: z.iso.datetime(),
  })
  .meta({ id: 'InboxMessage' })
export type InboxMessage = z.infer<typeof InboxMessage>

export const labelKinds = ['intent', 'out-of-scope', 'unclear'] as const
/** What somebody says a message means. `unclear`: cannot be told from the message alone. */
export const Label = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('intent'), intentId: id }),
    z.strictObject({ kind: z.literal('out-of-scope') }),
    z.strictObject({ kind: z.literal('unclear') }),
  ])
  .meta({ id: 'Label' })
export type Label = z.infer<typeof Label>

/** A message to be labelled. The guess of the machine and what others said stay hidden: the labels are blind. */
export const LabelTask = z
  .strictObject({ messageId: id, text: z.string(), language: Language, count: z.int() })
  .meta({ id: 'LabelTask' })
export type LabelTask = z.infer<typeof LabelTask>

/** Two labels that differ, for a third to decide. */
export const Dispute = z
  .strictObject({
    messageId: id,
    text: z.string(),
    language: Language,
    count: z.int(),
    labels: z.array(z.strictObject({ staffId: z.string(), label: Label, at: z.iso.datetime() })),
  })
  .meta({ id: 'Dispute' })
export type Dispute = z.infer<typeof Dispute>

/**
 * How far two people agree beyond chance (Cohen 1960): 1 always, 0 as chance would. Null where it is not defined: nothing labelled
 * by both, or both said one and the same thing all along.
 */
export const Agreement = z
  .strictObject({
    people: z.tuple([z.string(), z.string()]),
    messages: z.int(),
    agreed: share,
    kappa: z.number().min(-1).max(1).nullable(),
  })
  .meta({ id: 'Agreement' })
export type Agreement = z.infer<typeof Agreement>

export const LabellingFigures = z
  .strictObject({
    waiting: z.int(),
    disputed: z.int(),
    agreed: z.int(),
    decided: z.int(),
    /** Over all pairs together. */
    kappa: z.number().min(-1).max(1).nullable(),
    pairs: z.array(Agreement),
    /** What is mixed up most between two people: names of intents, "" for out of scope, "?" for unclear. */
    mixedUp: z.array(z.strictObject({ one: z.string(), other: z.string(), count: z.int() })),
  })
  .meta({ id: 'LabellingFigures' })
export type LabellingFigures = z.infer<typeof LabellingFigures>

/** Messages that no intent fits and that say much the same. `words` are what they have more than others. */
export const SuggestedIntent = z
  .strictObject({
    id,
    words: z.array(z.string()),
    /** How many different texts, and how often they were said together. */
    texts: z.int(),
    count: z.int(),
    /** The most typical first, at most 20. */
    messages: z.array(z.strictObject({ id, text: z.string(), language: Language, count: z.int() })),
    lastAt: z.iso.datetime(),
  })
  .meta({ id: 'SuggestedIntent' })
export type SuggestedIntent = z.infer<typeof SuggestedIntent>
