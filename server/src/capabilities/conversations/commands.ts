/**
 * What may happen to a conversation, decided from its state alone. Each command says which events it adds, or why it
 * adds none; the writer makes the decision and the writing one transaction, so nothing can come between them.
 */
import type { ConversationEvent, DecisionKind, EventOf, Why } from '@lingxi/contract/conversation'
import type { InboundMessage, OutboundMessage } from '@lingxi/contract/message'
import type { Emotion } from '@lingxi/contract/understanding'
import type { Rating } from '@lingxi/contract/web-channel'
import type { ConversationState } from './conversation-state.ts'

/** An event before it is numbered and dated. */
export type Step = ConversationEvent extends infer E
  ? E extends unknown
    ? Omit<E, 'seq' | 'at' | 'turn'>
    : never
  : never
export type Effect = { job: string; body: Record<string, unknown> }
export type Person = { staffId: string; name: string; mayTakeOver: boolean }

export type Refusal =
  | 'not-owner'
  | 'claimed-by-another'
  | 'conversation-resolved'
  | 'not-rateable'
  | 'not-pending'
  | 'late'
export type Outcome = { steps: Step[]; effects?: Effect[] } | { refused: Refusal }

export type BotTurn = {
  /** The turn it was thought for; late when the conversation is in another by now. */
  turn: number
  about: string[]
  decision: DecisionKind
  why: Why
  messages: OutboundMessage[]
  handOff?: string | undefined
  effects?: Effect[]
}

export function hear(message: InboundMessage, messageId: string): Outcome {
  const { externalId, text, page } = message
  return { steps: [{ type: 'message-received', messageId, externalId, text, ...(page && { page }) }] }
}

/** The bot's answer, whole: what it decided, what it says, and the hand-off where there is one. */
export function commitTurn(state: ConversationState, turn: BotTurn): Outcome {
  const late = state.status !== 'open' || state.owner.kind !== 'bot' || state.turn !== turn.turn
  if (late || state.heardSeq <= state.settledSeq) return { refused: 'late' }
  const { about, decision, why, messages, handOff, effects = [] } = turn
  return {
    steps: [
      { type: 'turn-decided', about, decision, why },
      ...messages.map((message): Step => ({ type: 'message-sent', ...message })),
      ...(handOff ? [{ type: 'hand-off-requested', reason: handOff } as const] : []),
    ],
    effects,
  }
}

export function claim(state: ConversationState, person: Person): Outcome {
  if (state.status !== 'open') return { refused: 'conversation-resolved' }
  if (state.owner.kind === 'staff') {
    if (state.owner.staffId === person.staffId) return { steps: [] }
    if (!person.mayTakeOver) return { refused: 'claimed-by-another' }
  }
  return { steps: [{ type: 'conversation-claimed', staffId: person.staffId, name: person.name }] }
}

export function reply(state: ConversationState, person: Person, message: OutboundMessage): Outcome {
  if (state.status !== 'open') return { refused: 'conversation-resolved' }
  if (state.owner.kind !== 'staff' || state.owner.staffId !== person.staffId) return { refused: 'not-owner' }
  return { steps: [{ type: 'message-sent', ...message }] }
}

export function addNote(person: Person, text: string): Outcome {
  return { steps: [{ type: 'note-added', staffId: person.staffId, name: person.name, text }] }
}

export function handBack(state: ConversationState, person: Person, notice: OutboundMessage): Outcome {
  if (state.status !== 'open') return { refused: 'conversation-resolved' }
  if (state.owner.kind === 'bot') return { steps: [] }
  if (isAnothers(state, person)) return { refused: 'claimed-by-another' }
  return {
    steps: [
      { type: 'conversation-handed-back', staffId: person.staffId, name: person.name },
      { type: 'message-sent', ...notice },
    ],
  }
}

/** The bot has it, and somebody else says that a person should; `notice` tells the customer. */
export function handOff(state: ConversationState, reason: string, notice: OutboundMessage): Outcome {
  if (state.status !== 'open') return { refused: 'conversation-resolved' }
  if (state.owner.kind !== 'bot') return { steps: [] }
  return {
    steps: [
      { type: 'message-sent', ...notice },
      { type: 'hand-off-requested', reason },
    ],
  }
}

/** The customer waits in the line, has said nothing since `turn` began, and does not want a person any more. */
export function withdraw(state: ConversationState, turn: number, notice: OutboundMessage): Outcome {
  const waits = state.status === 'open' && state.owner.kind === 'queue' && state.turn === turn
  return { steps: waits ? [{ type: 'hand-off-withdrawn' }, { type: 'message-sent', ...notice }] : [] }
}

/** `survey` is what the customer is asked afterwards, where the company asks. */
export function resolve(state: ConversationState, person: Person, survey: OutboundMessage | undefined): Outcome {
  if (state.status !== 'open') return { refused: 'conversation-resolved' }
  if (isAnothers(state, person)) return { refused: 'claimed-by-another' }
  return {
    steps: [
      { type: 'conversation-resolved', staffId: person.staffId, name: person.name },
      ...(survey ? [{ type: 'message-sent', ...survey } as const] : []),
    ],
  }
}

/** Nobody has spoken since `before` (ISO) and nobody is waited for: decided on the row as it is now, not as it was listed. */
export function closeQuiet(
  state: ConversationState,
  before: string,
  closing: { person: Person; survey: OutboundMessage | undefined },
): Outcome {
  const quiet = state.status === 'open' && state.owner.kind === 'bot' && state.heardSeq <= state.settledSeq
  return quiet && state.updatedAt < before ? resolve(state, closing.person, closing.survey) : { steps: [] }
}

/** Who had the conversation does not work here any more: the next person takes it from the line. */
export function release(state: ConversationState, staffId: string): Outcome {
  const theirs = state.status === 'open' && state.owner.kind === 'staff' && state.owner.staffId === staffId
  return { steps: theirs ? [{ type: 'hand-off-requested', reason: 'staff-left' }] : [] }
}

/** The last word counts: a customer may change a rating. */
export function rate(state: ConversationState, rating: Rating): Outcome {
  if (state.status !== 'resolved') return { refused: 'not-rateable' }
  const { solved, stars, comment } = rating
  const same = state.rating?.solved === solved && state.rating.stars === (stars ?? null)
  if (same && !comment) return { steps: [] }
  return { steps: [{ type: 'conversation-rated', solved, ...(stars && { stars }), ...(comment && { comment }) }] }
}

/** Of a message that waits for a person: what the bot answers has its mood in the decision. */
export function readMood(
  state: ConversationState,
  read: { messageId: string; score: number; emotion: Emotion },
): Outcome {
  const awaits = state.status === 'open' && state.owner.kind !== 'bot'
  return { steps: awaits ? [{ type: 'mood-read', ...read }] : [] }
}

export function recordDelivery(messageId: string, outcome: string): Outcome {
  return { steps: [{ type: 'delivery-recorded', messageId, outcome }] }
}

type Of<Type extends ConversationEvent['type']> = Omit<EventOf<Type>, 'seq' | 'at' | 'turn' | 'type'>

/** What became of an action, once: of one that nobody waits for any more there is nothing to write. */
export function recordAction(state: ConversationState, performed: Of<'action-performed'>): Outcome {
  const awaited = state.pending.some(({ runId }) => runId === performed.runId)
  return { steps: awaited ? [{ type: 'action-performed', ...performed }] : [] }
}

/** A person's word on an action that needs it. One that is not allowed has been refused, and the flow goes on from that. */
export function judgeAction(state: ConversationState, judged: Of<'action-judged'>, perform: Effect[]): Outcome {
  const asked = state.pending.find(({ runId, needs }) => runId === judged.runId && needs === 'approval')
  if (!asked) return { refused: 'not-pending' }
  if (judged.allowed) return { steps: [{ type: 'action-judged', ...judged }], effects: perform }
  const outcome = { kind: 'refused' as const, reason: judged.reason ?? 'declined', output: null }
  const { runId, action } = asked
  return {
    steps: [
      { type: 'action-judged', ...judged },
      { type: 'action-performed', runId, action, outcome, attempts: 1, milliseconds: 0 },
    ],
  }
}

/** Something happened outside; said twice, it is there once, by its `externalId`. */
export function receiveEvent(state: ConversationState, received: Of<'event-received'>): Outcome {
  return state.status === 'open'
    ? { steps: [{ type: 'event-received', ...received }] }
    : { refused: 'conversation-resolved' }
}

function isAnothers(state: ConversationState, person: Person): boolean {
  return state.owner.kind === 'staff' && state.owner.staffId !== person.staffId && !person.mayTakeOver
}

const beginning = new Set<Step['type']>([
  'message-received',
  'action-performed',
  'event-received',
  'hand-off-requested',
  'hand-off-withdrawn',
  'conversation-claimed',
  'conversation-handed-back',
  'conversation-resolved',
])

/** Numbers and dates the steps after `state`. */
export function stamp(state: ConversationState, steps: Step[], at: string): ConversationEvent[] {
  let { seq, turn } = state
  return steps.map((step) => {
    if (beginning.has(step.type)) turn++
    return { ...step, seq: ++seq, turn, at } as ConversationEvent
  })
}
