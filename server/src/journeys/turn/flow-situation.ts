/** What the flows decide from, gathered from the log and who is speaking. */
import type { Reader } from '@lingxi/contract/audience'
import type { ConversationEvent } from '@lingxi/contract/conversation'
import { provenPrefix } from '@lingxi/contract/message'
import type { ConversationState } from '#conversations'
import type { Customer } from '#customers'
import type { Happened, Surroundings } from '#dialogue'

type About = { state: ConversationState; customer: Customer; reader: Reader; now: number; page: string | undefined }

export function surroundingsOf({ state, customer, reader, now, page }: About): Surroundings {
  const proven = reader.kind === 'customer' && reader.signedIn
  return {
    customer: {
      // A company's system may only be told who somebody is where that was proven.
      id: proven && customer.externalId.startsWith(provenPrefix) ? customer.externalId.slice(provenPrefix.length) : '',
      name: customer.name,
      tier: proven ? reader.tier : null,
      region: customer.region,
      signed_in: proven,
    },
    conversation: {
      id: state.id,
      channel: state.channel,
      language: state.language,
      page: page ?? null,
      turn: state.turn,
    },
    now: new Date(now).toISOString(),
  }
}

/** What the turn is about beside what was said. */
export function happenedIn(open: ConversationEvent[]): Happened[] {
  return open.flatMap((event): Happened[] => {
    if (event.type === 'action-performed') return [{ kind: 'performed', runId: event.runId, outcome: event.outcome }]
    return event.type === 'event-received' ? [{ kind: 'event', name: event.name, fields: event.fields }] : []
  })
}

/** How many turns of the bot back a flow that ended is still spoken of. */
const spokenOf = 2

/** The flow that came to its end last, where that was just now. */
export function endedIn(events: ConversationEvent[]): string | undefined {
  const told = events.filter((event) => event.type === 'turn-decided').slice(-spokenOf)
  return told
    .flatMap(({ why: { dialogue } }) => {
      const isOver = dialogue && (dialogue.progress?.stack.length ?? 0) === 0
      return isOver ? (dialogue.taken.at(-1)?.flow ?? []) : []
    })
    .at(-1)
}

/** The flows that the last turn asked about: which of them is meant. */
export function offeredIn(events: ConversationEvent[]): string[] | undefined {
  return events.findLast((event) => event.type === 'turn-decided')?.why.dialogue?.offered
}

/** Milliseconds between the customer's last words before this turn and the first of it. */
export function quietBefore(received: { at: string; seq: number }[], settledSeq: number): number {
  const before = received.findLast(({ seq }) => seq <= settledSeq)
  const first = received.find(({ seq }) => seq > settledSeq)
  return before && first ? Date.parse(first.at) - Date.parse(before.at) : 0
}
