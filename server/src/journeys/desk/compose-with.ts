/** A message of the desk with the job that brings it to the customer, in the words for the state in which it is written. */
import type { OutboundMessage } from '@lingxi/contract/message'
import type { ConversationState, Effect } from '#conversations'
import type { Ids } from '#platform/ids'

/** Without a `messageId` it gets one of its own. */
export type Written = Pick<OutboundMessage, 'kind' | 'speaker' | 'text' | 'quickReplies'> & { messageId?: string }
type Parts = {
  /** The job that brings a message to the customer, where the channel needs one. */
  deliveryOf: (channel: string, conversationId: string, messageId: string) => Effect[]
  ids: Ids
}

export function createComposeWith({ deliveryOf, ids }: Parts) {
  return (write: (state: ConversationState) => Written) => (state: ConversationState) => {
    const message: OutboundMessage = { messageId: ids.next('msg'), citations: [], ...write(state) }
    return { message, effects: deliveryOf(state.channel, state.id, message.messageId) }
  }
}
