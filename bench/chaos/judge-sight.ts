/** What a visitor saw is what the log holds for it: each entry once, in order, without a gap; and heard as it was said. */
import type { ConversationEvent } from '@lingxi/contract/conversation'
import type { Finding, Log } from './judge.ts'
import type { Testimony } from './witness.ts'

/** Said here once more, and not taken from the server, which may be wrong about it. */
const shown = new Set<ConversationEvent['type']>([
  'message-received',
  'message-sent',
  'hand-off-requested',
  'hand-off-withdrawn',
  'conversation-claimed',
  'conversation-handed-back',
  'conversation-resolved',
  'conversation-rated',
])

export function judgeSight(testimony: Testimony, logs: Log[]): Finding[] {
  const own = logsOf(testimony, logs)
  return [...judgeOrderOfSpeech(testimony, own), ...(testimony.seen ? judgeSeen(testimony, own) : [])]
}

/** The logs of this visitor, oldest first: ids sort by time. */
function logsOf({ said }: Testimony, logs: Log[]): Log[] {
  const ids = new Set(said)
  const isOwn = ({ events }: Log) =>
    events.some((event) => event.type === 'message-received' && ids.has(event.externalId))
  const customers = new Set(logs.filter(isOwn).map(({ customerId }) => customerId))
  return logs
    .filter(({ customerId }) => customers.has(customerId))
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
}

function judgeOrderOfSpeech({ name, said }: Testimony, own: Log[]): Finding[] {
  const places = new Map(said.map((id, place) => [id, place]))
  const heard = own
    .flatMap(({ events }) => events)
    .flatMap((event) => (event.type === 'message-received' ? (places.get(event.externalId) ?? []) : []))
  return heard.flatMap((place, index) =>
    place < (heard[index - 1] ?? -1)
      ? [{ kind: 'outOfOrder' as const, what: `${name}: ${said[place]} was heard late` }]
      : [],
  )
}

function judgeSeen({ name, seen = [] }: Testimony, own: Log[]): Finding[] {
  const findings: Finding[] = []
  const find = (kind: Finding['kind'], what: string) => findings.push({ kind, what: `${name}: ${what}` })
  const expected = own.flatMap(({ id, events }) =>
    events.filter(({ type }) => shown.has(type)).map(({ seq }) => `${id}:${seq}`),
  )
  const placeOf = new Map(expected.map((cursor, place) => [cursor, place]))
  const known = new Set<string>()
  let last = -1
  for (const { cursor } of seen) {
    const place = placeOf.get(cursor)
    if (place === undefined) find('lost', `${cursor} was shown and is not in the log`)
    else if (known.has(cursor)) find('outOfOrder', `${cursor} was shown again`)
    else if (place < last) find('outOfOrder', `${cursor} was shown late`)
    known.add(cursor)
    last = Math.max(last, place ?? -1)
  }
  for (const cursor of expected) if (!known.has(cursor)) find('outOfOrder', `${cursor} was never shown`)
  return findings
}
