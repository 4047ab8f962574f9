/** The turns of a recorded conversation: from what each was thought, and what came of it. */
import type { ConversationEvent, EventOf } from '@lingxi/contract/conversation'
import type { RecordedConversation } from '@lingxi/contract/recording'
import { applyEvent, type BotTurn, type ConversationState, startOf } from '#conversations'

export type TurnOutcome = Pick<BotTurn, 'decision' | 'why' | 'messages'> & { handOff: string | null }
export type RecordedTurn = {
  state: ConversationState
  /** All that was in the log before it. */
  events: ConversationEvent[]
  /** What the customer said in it; empty where something happened instead. */
  said: string
  /** The moment in which it was thought, ms since 1970. */
  at: number
  outcome: TurnOutcome
}

/**
 * In their order, one at a time: each holds the log before it. A conversation that is still waiting for its turn has one less.
 */
export function* recordedTurns({ id, events }: Pick<RecordedConversation, 'id' | 'events'>): Generator<RecordedTurn> {
  let state = startOf(id, events[0]?.at ?? '')
  for (const [place, event] of events.entries()) {
    if (event.type === 'turn-decided') yield turnAt(events, place, state)
    state = applyEvent(state, event)
  }
}

function turnAt(events: ConversationEvent[], place: number, state: ConversationState): RecordedTurn {
  const decided = events[place] as EventOf<'turn-decided'>
  const { decision, why } = decided
  const before = events.slice(0, place)
  return {
    state,
    events: before,
    said: before.flatMap((each) => (isSaidSince(state, each) ? each.text : [])).join('\n'),
    at: Date.parse(why.thoughtAt ?? decided.at),
    outcome: { decision, why, ...toldAfter(events, place) },
  }
}

const isSaidSince = (
  { settledSeq }: ConversationState,
  event: ConversationEvent,
): event is EventOf<'message-received'> => event.type === 'message-received' && event.seq > settledSeq

/** What the turn said stands right after it, and then that it hands over: all was written in one. */
function toldAfter(events: ConversationEvent[], place: number): Pick<TurnOutcome, 'messages' | 'handOff'> {
  const messages: TurnOutcome['messages'] = []
  let next = place + 1
  for (let event = events[next]; isOfBot(event); event = events[++next]) {
    const { seq: _seq, at: _at, turn: _turn, type: _type, ...message } = event
    messages.push(message)
  }
  const last = events[next]
  return { messages, handOff: last?.type === 'hand-off-requested' ? last.reason : null }
}

const isOfBot = (event: ConversationEvent | undefined): event is EventOf<'message-sent'> =>
  event?.type === 'message-sent' && event.speaker.kind === 'bot' && event.kind !== 'survey'
