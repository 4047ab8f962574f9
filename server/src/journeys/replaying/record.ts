/** A conversation, whole, as a recording has it. */
import type { Reader } from '@lingxi/contract/audience'
import type { RecordedConversation, RecordedCustomer } from '@lingxi/contract/recording'
import type { Conversations, ConversationState } from '#conversations'
import type { Customer, Customers } from '#customers'

type Parts = {
  conversations: Pick<Conversations, 'eventsAfter'>
  customers: Pick<Customers, 'get' | 'readerOf'>
}

export function createRecord({ conversations, customers }: Parts) {
  return async function record(tenantId: string, state: ConversationState): Promise<RecordedConversation> {
    const [customer, reader, events] = await Promise.all([
      customers.get(tenantId, state.customerId),
      customers.readerOf(tenantId, state.customerId),
      conversations.eventsAfter(tenantId, state.id, 0),
    ])
    if (!customer) throw new Error('a conversation has no customer')
    return { kind: 'conversation', id: state.id, customer: toCustomer(customer, reader), events }
  }
}

function toCustomer({ id, name, channel, externalId, region }: Customer, reader: Reader): RecordedCustomer {
  const isKnown = reader.kind === 'customer' && reader.signedIn
  return { id, name, channel, externalId, region, signedIn: isKnown, tier: isKnown ? reader.tier : null }
}
