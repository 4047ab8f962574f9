/** The log as it is read: events that belong together in one item, days between them. */
import type { ConversationEvent, EventOf } from '@lingxi/contract/conversation'

export type LineEvent = EventOf<
  | 'conversation-opened'
  | 'hand-off-requested'
  | 'hand-off-withdrawn'
  | 'conversation-claimed'
  | 'conversation-handed-back'
  | 'conversation-resolved'
  | 'conversation-rated'
  | 'action-performed'
  | 'action-judged'
  | 'event-received'
>
export type LogItem =
  | { kind: 'day'; at: string; seq: number }
  | { kind: 'heard'; event: EventOf<'message-received'>; seq: number }
  | {
      kind: 'sent'
      event: EventOf<'message-sent'>
      why: EventOf<'turn-decided'> | undefined
      delivery: string | undefined
      seq: number
    }
  | { kind: 'decided'; event: EventOf<'turn-decided'>; seq: number }
  | { kind: 'note'; event: EventOf<'note-added'>; seq: number }
  | { kind: 'line'; event: LineEvent; seq: number }

const dayOf = (at: string) => new Date(at).toDateString()

export function readLog(events: ConversationEvent[]): LogItem[] {
  const deliveries = new Map<string, string>()
  for (const event of events) if (event.type === 'delivery-recorded') deliveries.set(event.messageId, event.outcome)
  const items: LogItem[] = []
  let decided: EventOf<'turn-decided'> | undefined
  let day: string | undefined

  const tellDecision = () => {
    if (decided) items.push({ kind: 'decided', event: decided, seq: decided.seq })
    decided = undefined
  }

  for (const event of events) {
    if (event.type === 'delivery-recorded' || event.type === 'mood-read') continue
    if (dayOf(event.at) !== day) {
      tellDecision()
      day = dayOf(event.at)
      items.push({ kind: 'day', at: event.at, seq: event.seq - 0.5 })
    }
    if (event.type === 'turn-decided') {
      tellDecision()
      decided = event
      continue
    }
    const why = explains(decided, event) ? decided : undefined
    if (why) decided = undefined
    else tellDecision()
    items.push(toItem(event, { why, delivery: 'messageId' in event ? deliveries.get(event.messageId) : undefined }))
  }
  tellDecision()
  return items
}

/** A decision is shown at the first thing the bot then said; one that led to no word stands alone. */
function explains(decided: EventOf<'turn-decided'> | undefined, event: ConversationEvent): boolean {
  return (
    decided !== undefined &&
    event.type === 'message-sent' &&
    event.speaker.kind === 'bot' &&
    event.turn === decided.turn
  )
}

type About = { why: EventOf<'turn-decided'> | undefined; delivery: string | undefined }

function toItem(
  event: Exclude<ConversationEvent, EventOf<'turn-decided' | 'delivery-recorded' | 'mood-read'>>,
  about: About,
): LogItem {
  const { seq } = event
  if (event.type === 'message-received') return { kind: 'heard', event, seq }
  if (event.type === 'message-sent') return { kind: 'sent', event, seq, ...about }
  if (event.type === 'note-added') return { kind: 'note', event, seq }
  return { kind: 'line', event, seq }
}

/** The page the customer was on when last speaking. */
export function lastPage(events: ConversationEvent[]): string | undefined {
  return events.findLast(
    (event): event is EventOf<'message-received'> => event.type === 'message-received' && !!event.page,
  )?.page
}
