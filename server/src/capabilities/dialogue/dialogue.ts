/**
 * What the bot does about a message: one decision, made of values only, so that any past conversation can be decided again.
 * It never speaks while a person or the queue has the conversation, and never refuses who asks for a person. It does not know
 * whether an answer exists: an `answer` that finds none becomes "unknown" where it is looked for.
 */
import type { Language } from '@lingxi/contract/message'

/** What `decide` needs to know of a conversation. The counts are of bot turns directly before this one. */
export type DialogueState = {
  owner: 'bot' | 'queue' | 'staff'
  turn: number
  /** Turns in a row that ended "I do not know". */
  unknownsInRow: number
  soothedBefore: boolean
  /** A rule or a process waits for the customer's reply. */
  guiding?: boolean | undefined
}

/** What `decide` needs to know of a message; `confidence` and `anger` are 0–1, `question` is "" when nothing can be looked up. */
export type HeardMeaning = {
  intent: string
  confidence: number
  anger: number
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
  | { kind: 'acknowledge'; reason: (typeof acknowledged)[number] | 'identity' | 'refused-person' }

/** Levels of anger, 0–1. */
const annoyed = 0.35
const angry = 0.5
const furious = 0.8
const mostUnknowns = 2

const acknowledged = ['thanks', 'goodbye', 'confirm', 'deny', 'chitchat'] as const

/** The bot's one decision for this message. Pure; an intent it has never heard of is taken for a question. */
export function decide(state: DialogueState, meaning: HeardMeaning): Decision {
  if (state.owner === 'staff') return { kind: 'stay-silent', reason: 'person-has-it' }
  if (state.owner === 'queue') return { kind: 'stay-silent', reason: 'waiting-for-person' }
  if (meaning.intent === 'hand-off') return { kind: 'hand-off', reason: 'asked-for-person' }
  if (isTooAngryForBot(state, meaning)) return { kind: 'hand-off', reason: 'angry' }
  const otherwise = decideSmallTalk(meaning) ?? decideMatter(state, meaning)
  return state.guiding ? { kind: 'guide', reason: 'follows-guide', otherwise } : otherwise
}

function decideSmallTalk({ intent, signals }: HeardMeaning): Unguided | undefined {
  if (intent === 'chitchat' && signals.includes('asks-who')) return { kind: 'acknowledge', reason: 'identity' }
  if (intent === 'deny' && signals.includes('refuses-person')) return { kind: 'acknowledge', reason: 'refused-person' }
  if (intent === 'greeting') return { kind: 'greet', reason: 'greeted' }
  const reason = acknowledged.find((each) => each === intent)
  return reason && { kind: 'acknowledge', reason }
}

/** A question or a complaint: what the bot is asked to be good for. */
function decideMatter(state: DialogueState, meaning: HeardMeaning): Unguided {
  const isRepeated = meaning.signals.includes('repeated-question')
  const wasUnknown = state.unknownsInRow > 0
  const hasFailed = state.unknownsInRow >= mostUnknowns
  if (isBareComplaint(meaning))
    return hasFailed ? { kind: 'hand-off', reason: 'not-understood' } : { kind: 'soothe', reason: 'complained' }
  const complains = meaning.intent === 'complaint' || meaning.signals.includes('complaint')
  return {
    kind: 'answer',
    question: meaning.question,
    reason: complains ? 'asked-and-complained' : 'asked-a-question',
    soothe: meaning.anger >= annoyed && !state.soothedBefore,
    offerPerson: complains || isRepeated || wasUnknown,
    handOffIfUnknown: hasFailed || (isRepeated && wasUnknown),
  }
}

/** Nothing in it can be looked up. */
const isBareComplaint = ({ intent, question }: HeardMeaning) => intent === 'complaint' && question === ''

/** Who was soothed once and is angry again is not soothed a second time. */
function isTooAngryForBot(state: DialogueState, meaning: HeardMeaning): boolean {
  if (meaning.anger >= furious) return true
  return state.soothedBefore && meaning.anger >= (isBareComplaint(meaning) ? annoyed : angry)
}
