/** A message comes in: known sender, written down once, then its turn is taken. */
import type { InboundMessage } from '@lingxi/contract/message'
import type { Language } from '@lingxi/contract/message'
import type { Conversations, ConversationState } from '#conversations'
import type { Customers } from '#customers'
import type { Turns } from './turns.ts'

type Parts = {
  customers: Pick<Customers, 'recognise'>
  conversations: Pick<Conversations, 'hear'>
  turns: Pick<Turns, 'take' | 'settle'>
  /** The language of a text that says which, for a conversation that begins with it. */
  detect: (text: string) => Promise<Language>
  /** Who waits for a person may have said that none is needed any more. */
  leaveLine: (tenantId: string, state: ConversationState, text: string) => Promise<void>
  /** A message waits for a person: what can be told of it is. */
  watch: (tenantId: string, state: ConversationState, message: { messageId: string; text: string }) => void
}
export type Receive = ReturnType<typeof createReceive>

export function createReceive({ customers, conversations, turns, detect, leaveLine, watch }: Parts) {
  /**
   * Resolves once the message is written down: from then on it is not lost. `answered` resolves when its turn is over;
   * for a repeat, when the turn that is open in its conversation is over.
   */
  return async function receive(tenantId: string, message: InboundMessage) {
    const language = message.sender.language ?? (await detect(message.text))
    const customer = await customers.recognise(tenantId, message.channel, { ...message.sender, language })
    const heard = await conversations.hear(tenantId, { ...customer, language }, message)
    const { conversationId, messageId, repeated } = heard
    if (heard.repeated) return { conversationId, messageId, repeated, answered: turns.settle(tenantId, conversationId) }
    watch(tenantId, heard.state, { messageId, text: message.text })
    const take = heard.state.owner.kind === 'queue' ? leaveLine : turns.take
    return { conversationId, messageId, repeated, answered: take(tenantId, heard.state, message.text) }
  }
}
