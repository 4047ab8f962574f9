/**
 * The newest events of the conversations that are being spoken in, so that showing what was just written reads no table.
 * Holds only what this process wrote itself, without holes; forgotten when another process writes to the conversation.
 */
import type { ConversationEvent } from '@lingxi/contract/conversation'

const mostConversations = 1_000
const mostEvents = 60

export function createRecentEvents() {
  const tails = new Map<string, ConversationEvent[]>()

  return {
    add(id: string, events: ConversationEvent[]): void {
      const first = events[0]
      if (!first) return
      const known = tails.get(id) ?? []
      const follows = known.length === 0 || known.at(-1)?.seq === first.seq - 1
      tails.delete(id)
      tails.set(id, (follows ? [...known, ...events] : events).slice(-mostEvents))
      if (tails.size > mostConversations) for (const oldest of tails.keys()) return void tails.delete(oldest)
    },
    forget: (id: string): void => void tails.delete(id),
    forgetAll: (): void => tails.clear(),
    /** The turn a conversation is in, where this process wrote to it last. */
    turnOf: (id: string): number | undefined => tails.get(id)?.at(-1)?.turn,
    /** The events after `seq`, or `undefined` where they are not all here. */
    after(id: string, seq: number): ConversationEvent[] | undefined {
      const tail = tails.get(id)
      if (!tail?.[0] || tail[0].seq > seq + 1) return undefined
      return tail.filter((event) => event.seq > seq)
    },
  }
}
export type RecentEvents = ReturnType<typeof createRecentEvents>
