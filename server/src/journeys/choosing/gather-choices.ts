/**
 * Choices come out of the log with how they turned out: of each conversation that changed, and once more when whoever comes
 * back has had the time to; from then on the outcome counts. Each is written in the place of what was written of it before, so
 * that a run that breaks off is taken up by the next, and nothing is counted twice.
 */
import type { ConversationEvent } from '@lingxi/contract/conversation'
import type { Choosing, KeptChoice } from '#choosing'
import type { Conversations, ConversationState } from '#conversations'
import { type Outcome, outcomeOf, recontactWithin } from '#dialogue'
import type { Learning } from '#learning'
import type { Clock } from '#platform/clock'
import type { Log } from '#platform/log'

type Parts = {
  conversations: Pick<Conversations, 'listChanged' | 'eventsAfter' | 'find' | 'nextOpenedAt'>
  /** Where the reading stands. */
  cursors: Pick<Learning, 'readUntil' | 'keepReadUntil'>
  choices: Pick<Choosing['choices'], 'keep' | 'toSettle'>
  clock: Clock
  log: Log
}

const cursor = 'choices'
const page = 50
const longest = 60_000
/** A transaction may commit a little later than the moment it wrote: so far back is read again. */
const margin = 60_000

export function createGatherChoices({ conversations, cursors, choices, clock, log }: Parts) {
  async function keep(tenantId: string, states: readonly ConversationState[]): Promise<number> {
    const kept: KeptChoice[] = []
    for (const state of states) {
      const events = await conversations.eventsAfter(tenantId, state.id, 0)
      if (!events.some(isChoice)) continue
      const next = (await conversations.nextOpenedAt(tenantId, state)) ?? null
      kept.push(...choicesIn(events, { conversationId: state.id, next, now: clock.now() }))
    }
    if (kept.length > 0) await choices.keep(tenantId, kept)
    return kept.length
  }

  async function takeChanged(tenantId: string, begun: number): Promise<number> {
    const before = new Date(clock.now()).toISOString()
    const safe = new Date(clock.now() - margin).toISOString()
    let after = await cursors.readUntil(tenantId, cursor)
    let count = 0
    for (;;) {
      const states = await conversations.listChanged(tenantId, { after, before, limit: page })
      count += await keep(tenantId, states)
      const [last, lastSafe] = [states.at(-1), states.findLast(({ updatedAt }) => updatedAt < safe)]
      if (lastSafe) await cursors.keepReadUntil(tenantId, cursor, placeOf(lastSafe))
      if (last) after = placeOf(last)
      if (states.length < page || clock.reading() - begun > longest) return count
    }
  }

  async function settle(tenantId: string, begun: number): Promise<number> {
    const before = new Date(clock.now() - recontactWithin).toISOString()
    let count = 0
    for (;;) {
      const over = await choices.toSettle(tenantId, before, page)
      const states = await Promise.all(over.map((id) => conversations.find(tenantId, id)))
      count += await keep(
        tenantId,
        states.filter((state) => state !== undefined),
      )
      if (over.length < page || clock.reading() - begun > longest) return count
    }
  }

  return async function gatherChoices(tenantId: string): Promise<void> {
    const begun = clock.reading()
    const read = await takeChanged(tenantId, begun)
    const settled = await settle(tenantId, begun)
    if (read + settled > 0) log.info('choices-gathered', { tenantId, read, settled })
  }
}

const placeOf = ({ updatedAt: at, id }: ConversationState) => ({ at, id })

type Of = { conversationId: string; next: string | null; now: number }

function choicesIn(events: readonly ConversationEvent[], { conversationId, next, now }: Of): KeptChoice[] {
  return events.flatMap((event) => {
    const explored = event.type === 'turn-decided' ? event.why.dialogue?.explored : undefined
    if (!explored) return []
    const { draws: _draws, ...choice } = explored
    const { turn, at } = event
    return { ...choice, conversation_id: conversationId, turn, at, ...endOf(outcomeOf(events, turn, next), now) }
  })
}

function endOf(outcome: Outcome | undefined, now: number) {
  if (!outcome) return { ending: 'open' as const, back: false, reward: null, ended_at: null, settled: false }
  const { endedAt: ended_at, ...end } = outcome
  return { ...end, ended_at, settled: Date.parse(ended_at) + recontactWithin <= now }
}

const isChoice = (event: ConversationEvent) =>
  event.type === 'turn-decided' && event.why.dialogue?.explored !== undefined
