/** What the customer sees of an event of the log, if anything: never notes, never the bot's reasons. */
import type { ConversationEvent } from '@lingxi/contract/conversation'
import type { Entry } from '@lingxi/contract/web-channel'
import { toCursor } from './cursor.ts'

export function toEntry(conversationId: string, event: ConversationEvent): Entry | undefined {
  const stamp = { cursor: toCursor({ conversationId, seq: event.seq }), at: event.at }
  switch (event.type) {
    case 'message-received':
      // The id that the customer's own device gave, so that it knows its message again.
      return { ...stamp, type: 'said', id: event.externalId, text: event.text }
    case 'message-sent': {
      const { messageId: id, kind, speaker, text, citations, attachments, related = [] } = event
      // What may be asked next is a button like any other.
      const quickReplies = [...event.quickReplies, ...related.map((question) => ({ label: question, text: question }))]
      return {
        ...stamp,
        type: 'message',
        id,
        kind,
        speaker,
        text,
        citations,
        quickReplies,
        ...(attachments?.length && { attachments }),
      }
    }
    case 'hand-off-requested':
      return { ...stamp, type: 'waiting' }
    case 'hand-off-withdrawn':
      return { ...stamp, type: 'withdrawn' }
    case 'conversation-claimed':
      return { ...stamp, type: 'joined', name: event.name }
    case 'conversation-handed-back':
      return { ...stamp, type: 'left', name: event.name }
    case 'conversation-resolved':
      return { ...stamp, type: 'resolved', conversationId }
    case 'conversation-rated':
      return { ...stamp, type: 'rated', solved: event.solved, ...(event.stars && { stars: event.stars }) }
    default:
      return undefined
  }
}
