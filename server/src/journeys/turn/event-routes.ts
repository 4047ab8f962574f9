/** The company's systems tell of something: it is written into the conversation it is about, and the bot goes on from it. */
import type { eventRoutes } from '@lingxi/contract/event-routes'
import { Problem } from '@lingxi/contract/problem'
import type { Handlers } from '@lingxi/contract/route'
import type { Conversations } from '#conversations'
import type { Customers } from '#customers'
import type { Turns } from './turns.ts'

type Parts = {
  conversations: Pick<Conversations, 'receiveEvent' | 'listOfCustomer'>
  customers: Pick<Customers, 'idOf'>
  turns: Pick<Turns, 'take'>
}
type To = { conversation: string } | { channel: string; customer: string }

export function createEventRoutes({ conversations, customers, turns }: Parts): Handlers<typeof eventRoutes> {
  async function find(tenantId: string, to: To): Promise<string> {
    if ('conversation' in to) return to.conversation
    const theirs = await conversations.listOfCustomer(tenantId, customers.idOf(to.channel, to.customer), { limit: 1 })
    const open = theirs.find(({ status }) => status === 'open')
    if (!open) throw new Problem('not-found')
    return open.id
  }

  return {
    async tellEvent({ body }, { tenantId }) {
      const { id: externalId, name, fields, to } = body
      const { state } = await conversations.receiveEvent(tenantId, await find(tenantId, to), {
        externalId,
        name,
        fields,
      })
      void turns.take(tenantId, state)
      return { conversationId: state.id }
    },
  }
}
