/** A committed message goes to a vendor: a job, because vendors are sometimes busy and sometimes away. */
import { Problem } from '@lingxi/contract/problem'
import { z } from 'zod'
import type { Channel, Sent } from '#channels'
import type { Conversations, Effect } from '#conversations'
import type { Customers } from '#customers'
import type { Metrics } from '#platform/metrics'

const Delivery = z.object({ tenantId: z.string(), conversationId: z.string(), messageId: z.string() })
type Parts = {
  channels: ReadonlyMap<string, Channel>
  conversations: Pick<Conversations, 'find' | 'eventsAfter' | 'recordDelivery'>
  customers: Pick<Customers, 'get'>
  metrics: Pick<Metrics, 'countDelivery'>
}

/** The job that a message to this channel needs: none where customers collect from the log. */
export function deliveryOf(channel: Channel | undefined, conversationId: string, messageId: string): Effect[] {
  return channel?.send ? [{ job: 'deliver', body: { conversationId, messageId } }] : []
}

export function createDeliver({ channels, conversations, customers, metrics }: Parts) {
  /** Throws to be called again later. A delivery that is on record is not made a second time. */
  return async function deliver(body: unknown, attempt: { last: boolean }): Promise<void> {
    const { tenantId, conversationId, messageId } = Delivery.parse(body)
    const state = await conversations.find(tenantId, conversationId)
    const events = await conversations.eventsAfter(tenantId, conversationId, 0)
    const sent = events.find((event) => event.type === 'message-sent' && event.messageId === messageId)
    if (!state || sent?.type !== 'message-sent') throw new Error('a delivery without its message')
    if (events.some((event) => event.type === 'delivery-recorded' && event.messageId === messageId)) return

    const channel = channels.get(state.channel)
    const customer = await customers.get(tenantId, state.customerId)
    if (!channel?.send || !customer) throw new Error('a delivery without its channel or customer')
    const { seq: _seq, at: _at, turn: _turn, type: _type, ...message } = sent
    const outcome = await channel.send(message, customer)

    metrics.countDelivery({ channel: channel.name, outcome: outcome.kind })
    if (outcome.kind === 'retry-later' && !attempt.last)
      throw new Problem('unexpected', { detail: 'the channel is busy' })
    await conversations.recordDelivery(tenantId, conversationId, { messageId, outcome: describe(outcome) })
  }
}

const describe = (sent: Sent) =>
  sent.kind === 'refused' ? `refused: ${sent.reason}` : sent.kind === 'sent' ? 'sent' : 'given-up'
