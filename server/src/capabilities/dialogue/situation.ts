/** What a decision about flows is made from, and what comes of it. Values only, so that a turn can be decided again. */
import type { Action, ActionOutcome } from '@lingxi/contract/action'
import type { ActionRequest, DialogueProgress, DialogueWhy, FlowValue, Looked } from '@lingxi/contract/dialogue'
import type { Language, QuickReply } from '@lingxi/contract/message'
import type { RecognisedEntity, RecognisedIntent } from '@lingxi/contract/understanding'

/** What expressions see beside `slots`, `results`, `value` and `event`. */
export type Surroundings = {
  customer: { id: string; name: string; tier: string | null; region: string | null; signed_in: boolean }
  conversation: { id: string; channel: string; language: Language; page: string | null; turn: number }
  /** An instant, ISO 8601 in UTC. */
  now: string
}

/** What was said: as it was written (every message of the turn, joined by new lines), and what understanding made of it. */
export type Heard = {
  text: string
  language: Language
  act: string
  signals: string[]
  /** What to look up; "" when there is nothing. */
  question: string
  /** In the order they are said. */
  intents: RecognisedIntent[]
  candidates: { name: string; probability: number }[]
  outOfScope: boolean
  entities: RecognisedEntity[]
}

/** What happened beside what was said, in the order of the log. */
export type Happened =
  | { kind: 'performed'; runId: string; outcome: ActionOutcome }
  | { kind: 'event'; name: string; fields: Record<string, unknown> }

export type FlowSituation = {
  progress: DialogueProgress | null
  /** Null: the customer said nothing, something happened. */
  heard: Heard | null
  happened: Happened[]
  surroundings: Surroundings
  /** Milliseconds since the customer last spoke, before this. */
  quietFor: number
  /** The flow that came to its end last, a turn or two ago, where none is open: what is asked of another thing next is asked of it. */
  ended?: string | undefined
  /** The flows that were asked about last: which of them is meant. */
  offered?: string[] | undefined
  /** What looking actions told already in this turn, in the order they were asked for. */
  looked: Looked[]
  actions: ReadonlyMap<string, Pick<Action, 'name' | 'effect' | 'care'>>
}

/** The act of who has to look for an answer first. */
export const takesTime = 'takes-time'

/** What understanding and the open flows make of what was said: each a way to go on, several in the order they were said. */
export type Command =
  | { kind: 'fill'; slot: string; value: FlowValue }
  /** Another value for a slot that was filled already. Null: it was another one, and which was not said. */
  | { kind: 'correct'; slot: string; value: FlowValue | null }
  /** Meant for the slot that is asked for, and no value of it; `say` of the condition that does not hold. */
  | { kind: 'miss'; slot: string; said: string }
  | { kind: 'affirm' }
  | { kind: 'deny' }
  /** One of the replies that were offered, by its place. */
  | { kind: 'choose'; reply: number }
  /** `isNamed`: with what the flow is to be about, as the customer's own order. */
  | { kind: 'start'; flow: string; score: number; because: string; isNamed?: true }
  | { kind: 'cancel' }
  /** This flow is not wanted: it is not begun, or dropped where it is open. */
  | { kind: 'refuse'; flow: string }
  | { kind: 'resume' }
  | { kind: 'repeat' }
  | { kind: 'help' }
  | { kind: 'knowledge'; question: string }
  | { kind: 'small-talk'; act: string }
  /** Which of these is meant has to be asked; `score`: how good it is to ask, 0–1. */
  | { kind: 'clarify'; flows: string[]; score: number }
  | { kind: 'person' }

export type FlowMessage = { text: string; quickReplies: QuickReply[] }

/** What the flows know when a person takes over, each as it is called and said. */
export type HandOver = { reason: string; known: { slot: string; label: string; value: string }[] }

/**
 * What the flows do in this turn. `look`: an action has to be read first, and the turn is then decided anew with what it
 * told. `aside`: what was said is another matter (a question, small talk); it is dealt with, and `resume` is said after it; `question`: the
 * part of the message that asks, where the rest was for the flows.
 */
export type FlowDecision =
  | { kind: 'look'; action: string; input: Record<string, unknown> }
  /** What `why.dialogue.requested` names is performed after the turn is written. */
  | { kind: 'speak'; messages: FlowMessage[]; handOver: HandOver | null; why: DialogueWhy }
  | {
      kind: 'aside'
      of: 'knowledge' | 'small-talk'
      /** What the open flow is about, in words, the nearest first: what "this" in the question may mean. */
      subjects: string[]
      resume: FlowMessage | null
      question?: string
      why: DialogueWhy
    }
  | { kind: 'clarify'; message: FlowMessage; why: DialogueWhy }
  /** The flows have nothing to do with it. */
  | { kind: 'none'; why: DialogueWhy }

export type Clarifying = Extract<FlowDecision, { kind: 'clarify' }>

export type { ActionRequest }
