/**
 * A conversation in which nothing has happened for a while is learnt from; and again, whole, when something has happened
 * since, such as a rating. Read in the order of change behind a cursor, each written in the place of what was written of
 * it before: a run that breaks off is taken up by the next, and nothing is counted twice.
 */
import type { Conversations } from '#conversations'
import type { Learning } from '#learning'
import type { Clock } from '#platform/clock'
import type { Log } from '#platform/log'

type Parts = {
  conversations: Pick<Conversations, 'listChanged' | 'eventsAfter'>
  learning: Pick<Learning, 'readUntil' | 'keepReadUntil' | 'recordConversation'>
  clock: Clock
  log: Log
}

const cursor = 'conversations'
const page = 50
const quietFor = 10 * 60_000
/** A run ends after so long, and the next goes on where it stopped. */
const longest = 120_000
/** A transaction may commit a little later than the moment it wrote: so far back is read again. */
const margin = 60_000

export function createReviewConversations({ conversations, learning, clock, log }: Parts) {
  /** `quiet`: milliseconds without an event after which a conversation is read. Returns how many were. */
  return async function reviewConversations(tenantId: string, quiet = quietFor): Promise<number> {
    const begun = clock.reading()
    const now = clock.now()
    const before = new Date(now - quiet + 1).toISOString()
    const settled = new Date(now - margin).toISOString()
    let after = await learning.readUntil(tenantId, cursor)
    let count = 0
    for (;;) {
      const states = await conversations.listChanged(tenantId, { after, before, limit: page })
      for (const state of states) {
        const events = await conversations.eventsAfter(tenantId, state.id, 0)
        await learning.recordConversation(tenantId, state, events)
        after = { at: state.updatedAt, id: state.id }
        if (state.updatedAt < settled) await learning.keepReadUntil(tenantId, cursor, after)
        count++
      }
      if (states.length < page || clock.reading() - begun > longest) break
    }
    if (count > 0)
      log.info('conversations-reviewed', { tenantId, count, milliseconds: Math.round(clock.reading() - begun) })
    return count
  }
}
