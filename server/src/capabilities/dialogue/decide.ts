/**
 * What the bot does about a message where no flow has to do with it: one decision, made of values only.
 * It never speaks while a person or the queue has the conversation, and never refuses who asks for a person. It does not know
 * whether an answer exists: an `answer` that finds none becomes "unknown" where it is looked for.
 */
import { type Feeling, plainFeeling } from '@lingxi/contract/feeling'
import type { Language } from '@lingxi/contract/message'

/** What `decide` needs to know of a conversation. The counts are of bot turns directly before this one. */
export type DialogueState = {
  owner: 'bot' | 'queue' | 'staff'
  turn: number
  /** Turns in a row that ended "I do not know". */
  unknownsInRow: number
  soothedBefore: boolean
  /** The mood has fallen fast, with this message. */
  falling?: boolean | undefined
  /** A rule or a process waits for the customer's reply. */
  guiding?: boolean | undefined
}

/** What `decide` needs to know of a message; `confidence`, `anger`, `anxiety` and `pressing` (urgent, about to leave, or threatening the law) are 0–1, `question` is "" when nothing can be looked up. */
export type HeardMeaning = {
  act: string
  confidence: number
  anger: number
  anxiety?: number | undefined
  pressing?: number | undefined
  signals: string[]
  question: string
  language: Language
}

/** Every reason a decision may give, for whoever shows or translates them. */
export const decisionReasons = [
  'person-has-it',
  'waiting-for-person',
  'asked-for-person',
  'angry',
  'not-understood',
  'asked-a-question',
  'asked-and-complained',
  'complained',
  'greeted',
  'thanks',
  'goodbye',
  'confirm',
  'deny',
  'chitchat',
  'identity',
  'refused-person',
  'nothing-more',
  'follows-guide',
] as const
export type DecisionReason = (typeof decisionReasons)[number]

export type Decision =
  | { kind: 'stay-silent'; reason: 'person-has-it' | 'waiting-for-person' }
  /** The reply may be for the guide; where it is not, `otherwise` is done. */
  | { kind: 'guide'; reason: 'follows-guide'; otherwise: Unguided }
  | Unguided

type Unguided =
  | { kind: 'hand-off'; reason: 'asked-for-person' | 'angry' | 'not-understood' }
  | {
      kind: 'answer'
      question: string
      reason: 'asked-a-question' | 'asked-and-complained'
      soothe: boolean
      offerPerson: boolean
      /** When nothing is found, a person is the answer: the bot has said "I do not know" too often to this. */
      handOffIfUnknown: boolean
    }
  | { kind: 'soothe'; reason: 'complained' }
  | { kind: 'greet'; reason: 'greeted' }
  | {
      kind: 'acknowledge'
      reason: (typeof acknowledged)[number] | 'identity' | 'refused-person' | 'nothing-more'
    }

/** Levels of anger, 0–1: who is annoyed is told that it was heard. */
const annoyed = 0.35
const anxious = 0.5
/** From which anger on a person is brought: to who was soothed before and says nothing else, to who was soothed, to anybody. */
const bringsPerson = {
  sooner: { bare: annoyed, soothed: annoyed, anybody: 0.6 },
  normal: { bare: annoyed, soothed: 0.5, anybody: 0.8 },
  later: { bare: 0.6, soothed: 0.8, anybody: 0.95 },
  asked: { bare: Infinity, soothed: Infinity, anybody: Infinity },
} satisfies Record<Feeling['person'], object>
const mostUnknowns = 2
/** From here on, 0–1, a matter presses: a person is offered at once, and brought where nothing is known. */
const presses = 0.6

const acknowledged = ['thanks', 'goodbye', 'confirm', 'deny', 'chitchat'] as const

/** The bot's one decision for this message. Pure; an act it has never heard of is taken for a question. */
export function decide(state: DialogueState, meaning: HeardMeaning, feeling: Feeling = plainFeeling): Decision {
  if (state.owner === 'staff') return { kind: 'stay-silent', reason: 'person-has-it' }
  if (state.owner === 'queue') return { kind: 'stay-silent', reason: 'waiting-for-person' }
  if (meaning.act === 'hand-off') return { kind: 'hand-off', reason: 'asked-for-person' }
  if (isTooAngryForBot(state, meaning, feeling)) return { kind: 'hand-off', reason: 'angry' }
  const otherwise = decideSmallTalk(meaning) ?? decideMatter(state, meaning, feeling)
  return state.guiding ? { kind: 'guide', reason: 'follows-guide', otherwise } : otherwise
}

function decideSmallTalk({ act, signals }: HeardMeaning): Unguided | undefined {
  if (act === 'chitchat' && signals.includes('asks-who')) return { kind: 'acknowledge', reason: 'identity' }
  if (act === 'deny' && signals.includes('refuses-person')) return { kind: 'acknowledge', reason: 'refused-person' }
  if (act === 'greeting') return { kind: 'greet', reason: 'greeted' }
  if (signals.includes('nothing-more') && act !== 'thanks' && act !== 'goodbye')
    return { kind: 'acknowledge', reason: 'nothing-more' }
  const reason = acknowledged.find((each) => each === act)
  return reason && { kind: 'acknowledge', reason }
}

/** A question or a complaint: what the bot is asked to be good for. */
function decideMatter(state: DialogueState, meaning: HeardMeaning, feeling: Feeling): Unguided {
  const hasFailed = state.unknownsInRow >= mostUnknowns
  if (isBareComplaint(meaning))
    return hasFailed ? { kind: 'hand-off', reason: 'not-understood' } : { kind: 'soothe', reason: 'complained' }
  const complains = meaning.act === 'complaint' || meaning.signals.includes('complaint')
  const strained = isStrained(state, meaning, feeling)
  const isPressing = doesPress(meaning)
  const wasUnknown = state.unknownsInRow > 0
  return {
    kind: 'answer',
    question: meaning.question,
    reason: complains ? 'asked-and-complained' : 'asked-a-question',
    soothe: isToSoothe(state, meaning, feeling),
    offerPerson: complains || strained || wasUnknown || isPressing,
    handOffIfUnknown: hasFailed || isPressing || (strained && wasUnknown),
  }
}

/** It goes badly: asked again, or the mood has fallen. */
const isStrained = ({ falling = false }: DialogueState, { signals }: HeardMeaning, feeling: Feeling) =>
  signals.includes('repeated-question') || (feeling.falling && falling)

const doesPress = ({ pressing = 0 }: HeardMeaning) => pressing >= presses

/** Nothing in it can be looked up. */
const isBareComplaint = ({ act, question }: HeardMeaning) => act === 'complaint' && question === ''

const isToSoothe = (state: DialogueState, { anger, anxiety = 0 }: HeardMeaning, { acknowledge }: Feeling) =>
  acknowledge && !state.soothedBefore && (anger >= annoyed || anxiety >= anxious)

/** Who was soothed once and is angry again is not soothed a second time. */
function isTooAngryForBot(state: DialogueState, meaning: HeardMeaning, { person }: Feeling): boolean {
  const from = bringsPerson[person]
  if (meaning.anger >= from.anybody) return true
  return state.soothedBefore && meaning.anger >= (isBareComplaint(meaning) ? from.bare : from.soothed)
}
