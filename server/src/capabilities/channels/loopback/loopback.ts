/** The channel of the tests: plain text only, a signature to check, and a vendor that can be busy or refuse. */
import { Text } from '@lingxi/contract/message'
import { Problem } from '@lingxi/contract/problem'
import { z } from 'zod'
import { type Abilities, adaptMessage, type Channel, type Sent } from '../channels.ts'

const Payload = z.object({ id: z.string().min(1), from: z.string().min(1), text: Text })
export const loopbackAbilities: Abilities = {
  markdown: false,
  quickReplies: false,
  citations: false,
  attachments: false,
  longestText: 500,
}

export function createLoopback({ tenantId, secret }: { tenantId: string; secret: string }) {
  const delivered: { to: string; messageId: string; texts: string[] }[] = []
  let next: Sent[] = []
  const channel: Channel = {
    name: 'loopback',
    abilities: loopbackAbilities,
    async receive({ headers, body }) {
      if (headers['x-signature'] !== secret) throw new Problem('not-signed-in')
      const payload = Payload.safeParse(body)
      if (!payload.success) throw new Problem('invalid-request')
      const { id, from, text } = payload.data
      return { tenantId, message: { channel: 'loopback', externalId: id, sender: { externalId: from }, text } }
    },
    async send(message, { externalId }) {
      const outcome = next.shift() ?? { kind: 'sent' }
      if (outcome.kind !== 'sent') return outcome
      const texts = adaptMessage(message, loopbackAbilities).map(({ text }) => text)
      // The message's own id is the idempotency key of this vendor.
      if (!delivered.some(({ messageId }) => messageId === message.messageId))
        delivered.push({ to: externalId, messageId: message.messageId, texts })
      return outcome
    },
  }
  return {
    ...channel,
    delivered,
    /** What the vendor will answer, one by one; after that it takes everything. */
    answerNext: (...outcomes: Sent[]) => {
      next = outcomes
    },
  }
}
