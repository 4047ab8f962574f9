/** Turns that our server took, read from its log: the ceiling writes copies of them, so that its rows weigh the same. */
import type { ConversationEvent, EventOf } from '@lingxi/contract/conversation'
import type { OutboundMessage } from '@lingxi/contract/message'
import type { DeskCaller } from '../processes/desk-caller.ts'

export type TakenTurn = {
  decision: EventOf<'turn-decided'>['decision']
  why: EventOf<'turn-decided'>['why']
  message: OutboundMessage
}

const conversationsRead = 20

export async function readTakenTurns(desk: DeskCaller): Promise<TakenTurn[]> {
  const open = await desk.list('open')
  const logs = await Promise.all(open.slice(0, conversationsRead).map(({ id }) => desk.read(id)))
  const turns = logs.flatMap(({ events }) => turnsOf(events))
  if (turns.length === 0) throw new Error('the server took no turn in the warm-up')
  return turns
}

function turnsOf(events: ConversationEvent[]): TakenTurn[] {
  return events.flatMap((event, index) => {
    const sent = events[index + 1]
    if (event.type !== 'turn-decided' || sent?.type !== 'message-sent') return []
    const { seq: _seq, at: _at, turn: _turn, type: _type, ...message } = sent
    return [{ decision: event.decision, why: event.why, message }]
  })
}
