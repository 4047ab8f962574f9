/**
 * The answer to a request that itself is the delivery (REST, OpenAI): everything said to this customer since the turn
 * of their message before, so that what a person wrote in between comes along with the next answer.
 */
import type { OutboundMessage } from '@lingxi/contract/message'
import type { Conversations } from '#conversations'

const enough = 60

export function createCollect({
  conversations,
}: {
  conversations: Pick<Conversations, 'find' | 'latestEvents' | 'eventsAfter'>
}) {
  /** The newest part of the log, when it reaches back to the message before this one; else all of it. */
  async function readAround(tenantId: string, conversationId: string, messageId: string) {
    const state = await conversations.find(tenantId, conversationId)
    const latest = state ? await conversations.latestEvents(tenantId, state, enough) : []
    const received = latest.filter((event) => event.type === 'message-received')
    const reaches = latest[0]?.seq === 1 || received.findIndex((event) => event.messageId === messageId) > 0
    return reaches ? latest : conversations.eventsAfter(tenantId, conversationId, 0)
  }

  /** The messages, oldest first; for a repeated request those that answered it the first time. */
  return async function collect(
    tenantId: string,
    conversationId: string,
    messageId: string,
  ): Promise<OutboundMessage[]> {
    const events = await readAround(tenantId, conversationId, messageId)
    const received = events.filter((event) => event.type === 'message-received')
    const index = received.findIndex((event) => event.messageId === messageId)
    const before = received[index - 1]?.turn ?? 0
    const next = received[index + 1]?.seq ?? Number.POSITIVE_INFINITY
    return events
      .filter((event) => event.type === 'message-sent')
      .filter(({ turn, seq }) => turn > before && seq < next)
      .map(({ messageId: id, kind, speaker, text, citations, quickReplies, attachments, related }) => ({
        messageId: id,
        kind,
        speaker,
        text,
        citations,
        quickReplies,
        attachments,
        related,
      }))
  }
}
export type Collect = ReturnType<typeof createCollect>
