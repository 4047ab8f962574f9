/** What a customer has not read yet, from the log, by cursor: the same for a socket and for a poll. */
import type { Entry } from '@lingxi/contract/web-channel'
import type { Conversations } from '#conversations'

export type Position = { conversationId: string; seq: number }
/** `onlyHere`: nothing is new in another conversation, so the list of conversations need not be read. */
type From = Position & { onlyHere?: boolean }
type Parts = {
  conversations: Pick<Conversations, 'listOfCustomer' | 'eventsAfter'>
  toEntry: (
    conversationId: string,
    event: Awaited<ReturnType<Conversations['eventsAfter']>>[number],
  ) => Entry | undefined
}
export type ReadEntries = ReturnType<typeof createReadEntries>

const mostConversations = 200

export function createReadEntries({ conversations, toEntry }: Parts) {
  /**
   * The entries after `position`, through as many conversations as there were since; without a position, those of the
   * newest conversation. `position` is where to read on.
   */
  return async function readEntries(tenantId: string, customerId: string, from: From | undefined) {
    let position: Position | undefined = from && { conversationId: from.conversationId, seq: from.seq }
    const entries: Entry[] = []
    for (const id of await idsSince(tenantId, customerId, from)) {
      const after = id === from?.conversationId ? from.seq : 0
      for (const event of await conversations.eventsAfter(tenantId, id, after)) {
        position = { conversationId: id, seq: event.seq }
        const entry = toEntry(id, event)
        if (entry) entries.push(entry)
      }
    }
    return { entries, position }
  }

  /** The conversations that may hold something new, oldest first. */
  async function idsSince(tenantId: string, customerId: string, from: From | undefined): Promise<string[]> {
    if (from?.onlyHere) return [from.conversationId]
    const page = from ? { from: from.conversationId, limit: mostConversations } : { limit: 1 }
    const found = await conversations.listOfCustomer(tenantId, customerId, page)
    return found.map(({ id }) => id).reverse()
  }
}
