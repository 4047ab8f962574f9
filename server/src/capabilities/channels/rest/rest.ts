/** Rasa's REST channel: one request says something, its response is what was committed as the answer. */
import { restRoutes } from '@lingxi/contract/channel-routes'
import { identityHeader, type OutboundMessage, provenPrefix, type Sender } from '@lingxi/contract/message'
import { Problem } from '@lingxi/contract/problem'
import type { Ids } from '#platform/ids'
import { adaptMessage, type Abilities, type Channel } from '../channels.ts'

const abilities: Abilities = {
  markdown: true,
  quickReplies: true,
  citations: true,
  attachments: true,
  longestText: 20_000,
}

/** `prove` throws `identity-refused` for a token that does not hold. */
type Parts = { tenantId: string; ids: Ids; prove: (tenantId: string, token: string) => Promise<Sender> }

export function createRest({ tenantId, ids, prove }: Parts): Channel {
  return {
    name: 'rest',
    abilities,
    async receive({ headers, body }) {
      const read = restRoutes.restWebhook.body.safeParse(body)
      if (!read.success) throw new Problem('invalid-request')
      const { sender, message, message_id: messageId, metadata } = read.data
      const region = metadata?.region ?? undefined
      const token = headers[identityHeader]
      // Whoever reaches the address may call themselves what they like, but not somebody whom the company vouches for.
      if (sender.startsWith(provenPrefix)) throw new Problem('invalid-request', { detail: 'this sender is reserved' })
      // Rasa's form has no message id: without the optional one, each request is a message of its own.
      const externalId = messageId ?? ids.next('rest')
      return {
        tenantId,
        message: {
          channel: 'rest',
          externalId,
          sender: { ...(token ? await prove(tenantId, token) : { externalId: sender }), region },
          text: message,
        },
      }
    },
  }
}

/** An answer in Rasa's form. */
export function writeRestMessages(message: OutboundMessage, recipientId: string) {
  return adaptMessage(message, abilities).map(({ text, citations, quickReplies, attachments }, place, all) => ({
    recipient_id: recipientId,
    text,
    ...(quickReplies.length > 0 && {
      buttons: quickReplies.map(({ label, text: payload }) => ({ title: label, payload })),
    }),
    custom: { citations, speaker: message.speaker },
    ...(attachments.length > 0 && { attachments }),
    ...(place === all.length - 1 && message.related?.length && { related: message.related }),
  }))
}
