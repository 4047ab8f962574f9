/** Holds what visitors saw against the log, and the log against itself. Pure: values in, findings out. */
import type { ConversationEvent } from '@lingxi/contract/conversation'
import { judgeSight } from './judge-sight.ts'
import type { Testimony } from './witness.ts'

export type Log = { id: string; customerId: string; owner: string; events: ConversationEvent[] }
export type Finding = { kind: 'lost' | 'answeredTwice' | 'outOfOrder'; what: string }
type Evidence = { logs: Log[]; testimonies: Testimony[]; replies: string[] }

export function judge({ logs, testimonies, replies }: Evidence): { accepted: number; findings: Finding[] } {
  const places = placesOf(logs)
  return {
    accepted: replies.length + testimonies.reduce((sum, { accepted }) => sum + accepted.size, 0),
    findings: [
      ...logs.flatMap(judgeLog),
      ...testimonies.flatMap(({ name, accepted }) =>
        [...accepted].flatMap((id) => judgeAccepted(`${name}: ${id}`, places.get(id)?.length ?? 0)),
      ),
      ...replies.flatMap((text) => judgeAccepted(text, countReplies(logs, text))),
      ...testimonies.flatMap((testimony) => judgeSight(testimony, logs)),
    ],
  }
}

/** Whatever was accepted is in the log exactly once. */
function judgeAccepted(what: string, times: number): Finding[] {
  if (times === 1) return []
  return [
    times === 0
      ? { kind: 'lost', what: `${what} is not in the log` }
      : { kind: 'answeredTwice', what: `${what} is in the log ${times} times` },
  ]
}

/** One log: numbered without a hole, every message taken up exactly once, one speaker and one decision a turn. */
export function judgeLog({ id, owner, events }: Log): Finding[] {
  const findings: Finding[] = []
  const find = (kind: Finding['kind'], what: string) => findings.push({ kind, what: `${id}: ${what}` })
  const open = new Set<string>()
  const takenUp = new Set<string>()
  const speakers = new Map<number, Set<string>>()
  const decided = new Set<number>()

  events.forEach((event, place) => {
    if (event.seq !== place + 1) find('outOfOrder', `event ${event.seq} is at place ${place + 1}`)
    if (event.turn < (events[place - 1]?.turn ?? 0)) find('outOfOrder', `event ${event.seq} goes back a turn`)
    if (event.type === 'message-received') open.add(event.messageId)
    if (event.type === 'turn-decided') decide(event, events[place + 1])
    if (event.type === 'message-sent' && event.kind !== 'survey') speak(event)
    // A person who answers, or closes, has taken up what was said before.
    if (event.type === 'conversation-resolved' || isOfStaff(event)) takeUpAll()
  })
  if (owner === 'bot') for (const messageId of open) find('lost', `${messageId} was never answered`)
  return findings

  function decide(event: Extract<ConversationEvent, { type: 'turn-decided' }>, next: ConversationEvent | undefined) {
    if (decided.has(event.turn)) find('answeredTwice', `turn ${event.turn} was decided twice`)
    decided.add(event.turn)
    for (const messageId of event.about) {
      if (takenUp.has(messageId)) find('answeredTwice', `${messageId} was answered again at ${event.seq}`)
      else if (!open.has(messageId)) find('lost', `${messageId} was answered at ${event.seq} and never heard`)
      open.delete(messageId)
      takenUp.add(messageId)
    }
    for (const messageId of open) find('lost', `${messageId} was passed over at ${event.seq}`)
    takeUpAll()
    if (next?.type !== 'message-sent' || next.turn !== event.turn) find('lost', `turn ${event.turn} has no words`)
  }

  function speak({ turn, speaker }: Extract<ConversationEvent, { type: 'message-sent' }>) {
    const ofTurn = speakers.get(turn) ?? new Set()
    speakers.set(turn, ofTurn.add(speaker.kind === 'staff' ? speaker.staffId : 'bot'))
    if (ofTurn.size === 2) find('answeredTwice', `two speakers in turn ${turn}`)
  }

  function takeUpAll() {
    for (const messageId of open) takenUp.add(messageId)
    open.clear()
  }
}

const isOfStaff = (event: ConversationEvent) => event.type === 'message-sent' && event.speaker.kind === 'staff'

/** Where each saying is in the logs, by the id that its sender gave it. */
function placesOf(logs: Log[]): Map<string, string[]> {
  const places = new Map<string, string[]>()
  for (const { id, events } of logs)
    for (const event of events)
      if (event.type === 'message-received')
        places.set(event.externalId, [...(places.get(event.externalId) ?? []), `${id}:${event.seq}`])
  return places
}

const countReplies = (logs: Log[], text: string) =>
  logs.reduce(
    (sum, { events }) =>
      sum + events.filter((event) => isOfStaff(event) && 'text' in event && event.text === text).length,
    0,
  )
