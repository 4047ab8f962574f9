/** While a person or the queue has a conversation nobody decides a turn: how the customer's messages feel is kept all the same. */
import type { Conversations, ConversationState } from '#conversations'
import type { Understanding } from '#understanding'
import type { Log } from '#platform/log'

type Parts = {
  conversations: Pick<Conversations, 'readMood'>
  understanding: Pick<Understanding, 'understand'>
  log: Log
}

export function createWatchMood({ conversations, understanding, log }: Parts) {
  async function read(
    tenantId: string,
    state: ConversationState,
    { messageId, text }: { messageId: string; text: string },
  ) {
    const { mood } = await understanding.understand(tenantId, text, { language: state.language })
    await conversations.readMood(tenantId, state.id, { messageId, score: mood.score, emotion: mood.emotion.label })
  }

  /** Nobody waits for it, and a failure costs a point of the curve. */
  return function watchMood(...[tenantId, state, message]: Parameters<typeof read>): void {
    if (state.owner.kind === 'bot') return
    read(tenantId, state, message).catch((error: unknown) =>
      log.error('reading-mood-failed', { conversation: state.id }, error),
    )
  }
}
