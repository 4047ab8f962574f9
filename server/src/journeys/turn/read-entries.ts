/** What a customer has not read yet, from the log, by cursor: the same for a socket and for a poll. */
import type { Entry } from '@lingxi/contract/web-channel'
import type { Conversations } from '#conversations'

export type Position = { conversationId: string; seq: number }
type Parts = {
  conversations: Pick<Conversations, 'listOfCustomer' | 'eventsAfter'>
  toEntry: (
    conversationId: string,
    event: Awaited<ReturnType<Conversations['eventsAfter']>>[number],
  ) => Entry | undefined
}
export type ReadEntries = ReturnType<typeof createReadEntries>

const mostConversations = 20

export function createReadEntries({ conversations, toEntry }: Parts) {
  /**
   * The entries after `position`, through as many conversations as there were since; without a position, those of the
   * newest conversation. `position` is where to read on.
   */
  return async function readEntries(tenantId: string, customerId: string, from: Position | undefined) {
    const page = from ? { from: from.conversationId, limit: mostConversations } : { limit: 1 }
    const found = await conversations.listOfCustomer(tenantId, customerId, page)
    let position = from
    const entries: Entry[] = []
    for (const { id } of found.reverse()) {
      const after = id === from?.conversationId ? from.seq : 0
      for (const event of await conversations.eventsAfter(tenantId, id, after)) {
        position = { conversationId: id, seq: event.seq }
        const entry = toEntry(id, event)
        if (entry) entries.push(entry)
      }
    }
    return { entries, position }
  }
}
