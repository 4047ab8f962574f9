/**
 * What customers wrote comes to the inbox of the teachers: read from the log behind a cursor, each message once, personal data
 * masked before it is kept; then read by the running version, so that what it is unsure of comes first.
 */
import { inboxPeriods } from '@lingxi/contract/labelling'
import type { Language } from '@lingxi/contract/message'
import type { Meaning } from '@lingxi/contract/understanding'
import type { Conversations } from '#conversations'
import type { Learning } from '#learning'
import type { Teaching } from '#teaching'
import type { Clock } from '#platform/clock'
import type { Log } from '#platform/log'

type Read = Pick<Meaning, 'intents' | 'candidates' | 'outOfScope' | 'readBy'> & {
  mood: { sentiment: Pick<Meaning['mood']['sentiment'], 'label'>; emotion: Pick<Meaning['mood']['emotion'], 'label'> }
}
type Second = { intent: string; confidence: number; example: string } | null

type Parts = {
  conversations: Pick<Conversations, 'listChanged' | 'eventsAfter'>
  /** Where the reading stands. */
  cursors: Pick<Learning, 'readUntil' | 'keepReadUntil'>
  inbox: Pick<Teaching['inbox'], 'readTo' | 'take' | 'trim' | 'unguessed' | 'keepGuesses'>
  mask: (text: string) => string
  understand: (tenantId: string, text: string, context: { language: Language }) => Promise<Read>
  /** Another reader of intents. */
  readAgain: (tenantId: string, text: string) => Promise<Second>
  clock: Clock
  log: Log
}

const cursor = 'inbox'
const page = 50
const longest = 60_000
/** A transaction may commit a little later than the moment it wrote: so far back is read again. */
const margin = 60_000
const keptDays = Math.max(...inboxPeriods)
const mostGuessed = 500

export function createGatherMessages({
  conversations,
  cursors,
  inbox,
  mask,
  understand,
  readAgain,
  clock,
  log,
}: Parts) {
  async function takeNew(tenantId: string): Promise<number> {
    const begun = clock.reading()
    const before = new Date(clock.now()).toISOString()
    const settled = new Date(clock.now() - margin).toISOString()
    let after = await cursors.readUntil(tenantId, cursor)
    let count = 0
    for (;;) {
      const states = await conversations.listChanged(tenantId, { after, before, limit: page })
      for (const { id, language, updatedAt } of states) {
        const from = await inbox.readTo(tenantId, id)
        const events = await conversations.eventsAfter(tenantId, id, from)
        const said = events.flatMap((event) =>
          event.type === 'message-received' ? [{ text: mask(event.text), language, at: event.at }] : [],
        )
        count += said.length
        if (events.length > 0) await inbox.take(tenantId, id, { after: from, seq: events.at(-1)!.seq, said })
        after = { at: updatedAt, id }
        if (updatedAt < settled) await cursors.keepReadUntil(tenantId, cursor, after)
      }
      if (states.length < page || clock.reading() - begun > longest) return count
    }
  }

  /** Those that the running version has not read. */
  async function guess(tenantId: string): Promise<void> {
    const { readBy } = await understand(tenantId, '?', { language: 'zh' })
    if (!readBy?.version) return
    const messages = await inbox.unguessed(tenantId, readBy.version, mostGuessed)
    const guessed = []
    for (const { id, text, language } of messages) {
      const read = await understand(tenantId, text, { language })
      guessed.push({ id, ...guessOf(read, await readAgain(tenantId, text)) })
    }
    if (guessed.length > 0) await inbox.keepGuesses(tenantId, { version: readBy.version, guessed })
  }

  return async function gatherMessages(tenantId: string): Promise<void> {
    const count = await takeNew(tenantId)
    await guess(tenantId)
    await inbox.trim(tenantId, keptDays)
    if (count > 0) log.info('messages-gathered', { tenantId, count })
  }
}

function guessOf(read: Read, second: Second) {
  const { intents, candidates, outOfScope, mood } = read
  const intent = outOfScope.decided ? null : (intents[0]?.name ?? null)
  const feels = { sentiment: mood.sentiment.label, emotion: mood.emotion.label }
  const probability = candidates[0]?.probability ?? 0
  const guess = { intent, probability, outOfScope: outOfScope.probability, candidates, second, mood: feels }
  return { guess, unsure: unsureOf(read), disagreeing: contradictionOf(read, { intent, second }) }
}

function unsureOf({ candidates: [first, next], outOfScope }: Read): number {
  const between = 1 - ((first?.probability ?? 0) - (next?.probability ?? 0))
  const ofScope = 1 - Math.abs(2 * outOfScope.probability - 1)
  return Math.min(1, Math.max(0, between, ofScope))
}

/** Two who are sure of different things contradict each other most. */
function contradictionOf(
  { intents, outOfScope }: Read,
  { intent, second }: { intent: string | null; second: Second },
): number {
  if (second === null || second.intent === intent) return 0
  const sureness = intent === null ? outOfScope.probability : (intents[0]?.probability ?? 0)
  return Math.sqrt(sureness * second.confidence)
}
