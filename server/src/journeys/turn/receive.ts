/** A message comes in: known sender, written down once, then its turn is taken. */
import type { InboundMessage } from '@lingxi/contract/message'
import type { Language } from '@lingxi/contract/message'
import type { Conversations } from '#conversations'
import type { Customers } from '#customers'
import type { Turns } from './turns.ts'

type Parts = {
  customers: Pick<Customers, 'recognise'>
  conversations: Pick<Conversations, 'hear'>
  turns: Pick<Turns, 'take' | 'settle'>
  /** The language of a text that says which, for a conversation that begins with it. */
  detect: (text: string) => Promise<Language>
}
export type Receive = ReturnType<typeof createReceive>

export function createReceive({ customers, conversations, turns, detect }: Parts) {
  /**
   * Resolves once the message is written down: from then on it is not lost. `answered` resolves when its turn is over;
   * for a repeat, when the turn that is open in its conversation is over.
   */
  return async function receive(tenantId: string, message: InboundMessage) {
    const language = message.sender.language ?? (await detect(message.text))
    const customer = await customers.recognise(tenantId, message.channel, { ...message.sender, language })
    const heard = await conversations.hear(tenantId, { ...customer, language }, message)
    return {
      conversationId: heard.conversationId,
      messageId: heard.messageId,
      repeated: heard.repeated,
      answered: heard.repeated ? turns.settle(tenantId, heard.conversationId) : turns.take(tenantId, heard.state),
    }
  }
}
