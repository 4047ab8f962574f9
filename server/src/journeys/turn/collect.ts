/**
 * The answer to a request that itself is the delivery (REST, OpenAI): everything said to this customer since the turn
 * of their message before, so that what a person wrote in between comes along with the next answer.
 */
import type { OutboundMessage } from '@lingxi/contract/message'
import type { Conversations } from '#conversations'

export function createCollect({ conversations }: { conversations: Pick<Conversations, 'eventsAfter'> }) {
  /** The messages, oldest first; for a repeated request those that answered it the first time. */
  return async function collect(
    tenantId: string,
    conversationId: string,
    messageId: string,
  ): Promise<OutboundMessage[]> {
    const events = await conversations.eventsAfter(tenantId, conversationId, 0)
    const received = events.filter((event) => event.type === 'message-received')
    const index = received.findIndex((event) => event.messageId === messageId)
    const before = received[index - 1]?.turn ?? 0
    const next = received[index + 1]?.seq ?? Number.POSITIVE_INFINITY
    return events
      .filter((event) => event.type === 'message-sent')
      .filter(({ turn, seq }) => turn > before && seq < next)
      .map(({ messageId: id, kind, speaker, text, citations, quickReplies }) => ({
        messageId: id,
        kind,
        speaker,
        text,
        citations,
        quickReplies,
      }))
  }
}
export type Collect = ReturnType<typeof createCollect>
