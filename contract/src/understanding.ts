/** What a message means, as far as can be told: each part says how sure it is and what it rests on. */
import { z } from 'zod'
import { Language, longestText } from './message.ts'

/** 0–1. */
const Share = z.number().min(0).max(1)
/** A place in the text as it was written: UTF-16 offsets, half open. */
const span = { start: z.int().nonnegative(), end: z.int().nonnegative() }

/** Words that weighed most, as they stand in the text; a negative weight spoke against. */
export const Reason = z.strictObject({ text: z.string(), ...span, weight: z.number() }).meta({ id: 'Reason' })
export type Reason = z.infer<typeof Reason>

/** What a message does, whatever it is about. */
export const acts = [
  'hand-off',
  'greeting',
  'thanks',
  'goodbye',
  'complaint',
  'confirm',
  'deny',
  'chitchat',
  'question',
] as const
export const Act = z.enum(acts).meta({ id: 'Act' })
export type Act = z.infer<typeof Act>

export const scripts = ['simplified', 'traditional', 'latin', 'mixed', 'other'] as const

/** A slip that was read as what was meant. `by`: same or near sound, a wrong letter, a neighbouring key. */
export const Correction = z
  .strictObject({
    ...span,
    said: z.string(),
    meant: z.string(),
    by: z.enum(['sound', 'letters', 'keys']),
    confidence: Share,
  })
  .meta({ id: 'Correction' })
export type Correction = z.infer<typeof Correction>

/** `partOfSpeech` is one of the universal tags (Universal Dependencies v2), lower case. */
export const partsOfSpeech = [
  'adj',
  'adp',
  'adv',
  'aux',
  'cconj',
  'det',
  'intj',
  'noun',
  'num',
  'part',
  'pron',
  'propn',
  'punct',
  'sconj',
  'sym',
  'verb',
  'x',
] as const
export const Word = z
  .strictObject({ text: z.string(), ...span, partOfSpeech: z.enum(partsOfSpeech) })
  .meta({ id: 'Word' })
export type Word = z.infer<typeof Word>

/** An intent the company taught. `span` is the part of a message that says it, where it says several. */
export const RecognisedIntent = z
  .strictObject({ name: z.string(), probability: Share, ...span, because: z.array(Reason) })
  .meta({ id: 'RecognisedIntent' })
export type RecognisedIntent = z.infer<typeof RecognisedIntent>

/**
 * A moment or a stretch of time, resolved against the clock and the time zone of the company: ISO 8601 with offset, `to` exclusive.
 * A date without a time is a stretch of a day. `seconds` is the length of a duration.
 */
export const EntityValue = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('text'), text: z.string() }),
    z.strictObject({ kind: z.literal('number'), number: z.number(), unit: z.string().nullable() }),
    z.strictObject({
      kind: z.literal('time'),
      from: z.string(),
      to: z.string().nullable(),
      grain: z.enum(['second', 'minute', 'hour', 'day', 'week', 'month', 'quarter', 'year']),
    }),
    z.strictObject({ kind: z.literal('duration'), seconds: z.number() }),
  ])
  .meta({ id: 'EntityValue' })
export type EntityValue = z.infer<typeof EntityValue>

/** `by`: what saw it. A pattern with a check digit that holds is surer than one without. */
export const RecognisedEntity = z
  .strictObject({
    type: z.string(),
    ...span,
    text: z.string(),
    value: EntityValue,
    confidence: Share,
    by: z.enum(['learnt', 'dictionary', 'pattern', 'time', 'model']),
  })
  .meta({ id: 'RecognisedEntity' })
export type RecognisedEntity = z.infer<typeof RecognisedEntity>

export const sentiments = ['positive', 'neutral', 'negative'] as const
export const emotions = ['angry', 'anxious', 'sad', 'happy', 'surprised', 'neutral'] as const

export type Emotion = (typeof emotions)[number]

/** A sign of the mood: how strong it is, and the words it rests on. */
export const Sign = z.strictObject({ strength: Share, because: z.array(Reason) }).meta({ id: 'Sign' })
export type Sign = z.infer<typeof Sign>

export const Mood = z
  .strictObject({
    /** All of it together: −1 desperate to 1 delighted. */
    score: z.number().min(-1).max(1),
    sentiment: z.strictObject({ label: z.enum(sentiments), confidence: Share, because: z.array(Reason) }),
    emotion: z.strictObject({ label: z.enum(emotions), confidence: Share, because: z.array(Reason) }),
    anger: Sign,
    urgency: Sign,
    politeness: Sign,
    sarcasm: Sign,
    /** Says, or lets fear, that they will leave. */
    churn: Sign,
    /** Threatens with courts, authorities or the press. */
    legalThreat: Sign,
    emoji: z.array(z.strictObject({ emoji: z.string(), name: z.string(), count: z.int().positive() })),
  })
  .meta({ id: 'Mood' })
export type Mood = z.infer<typeof Mood>

export const personalDataKinds = [
  'name',
  'phone',
  'email',
  'identity-number',
  'bank-card',
  'plate',
  'address',
  'passport',
  'ip-address',
] as const
export const PersonalData = z
  .strictObject({ kind: z.enum(personalDataKinds), ...span, confidence: Share })
  .meta({ id: 'PersonalData' })
export type PersonalData = z.infer<typeof PersonalData>

export const Meaning = z
  .strictObject({
    language: Language,
    script: z.enum(scripts),
    /** One spelling for what people type in many: half width, simplified, no letter thrice; and the slips mended in it. */
    normalised: z.string(),
    /** For every UTF-16 unit of `normalised`, the offset in the text it comes from. */
    offsets: z.array(z.int().nonnegative()),
    corrections: z.array(Correction),
    /** The message with what it leaves out, from the conversation before it; null when it stands by itself. */
    completed: z.string().nullable(),
    words: z.array(Word),
    act: Act,
    /** How sure the act is. */
    confidence: Share,
    /** What to look up, in the customer's own words; "" when there is nothing. */
    question: z.string(),
    /** The intents that are meant, in the order they are said; empty when the message is out of scope or nothing is taught. */
    intents: z.array(RecognisedIntent),
    /** What else it may be, the most probable first: for asking back. At most five. */
    candidates: z.array(z.strictObject({ name: z.string(), probability: Share })),
    outOfScope: z.strictObject({ decided: z.boolean(), probability: Share }),
    entities: z.array(RecognisedEntity),
    mood: Mood,
    personalData: z.array(PersonalData),
    /** Short names of what was noticed, for rules and reports. */
    signals: z.array(z.string()),
    /** Which back end read the intents, and the version of what it was taught; null: nothing is taught. */
    readBy: z
      .strictObject({ backend: z.enum(['linear', 'transformer', 'model']), version: z.string().nullable() })
      .nullable(),
  })
  .meta({ id: 'Meaning' })
export type Meaning = z.infer<typeof Meaning>

/** What a turn keeps of a meaning, in the log: what was decided from, without what can be read from the text again. */
export const Understood = Meaning.pick({
  corrections: true,
  completed: true,
  intents: true,
  candidates: true,
  outOfScope: true,
  entities: true,
  mood: true,
  readBy: true,
}).meta({ id: 'Understood' })
export type Understood = z.infer<typeof Understood>

/** What a message is read against: what was said before it, by whom, and the language so far. */
export const UnderstandBody = z
  .strictObject({
    text: z.string().max(100_000),
    context: z
      .strictObject({
        language: Language.optional(),
        /** The customer's earlier messages, the latest last. */
        before: z.array(z.string().max(longestText)).max(20).optional(),
      })
      .optional(),
  })
  .meta({ id: 'UnderstandBody' })
export type UnderstandBody = z.infer<typeof UnderstandBody>
