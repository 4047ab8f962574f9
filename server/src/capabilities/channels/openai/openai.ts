/**
 * OpenAI's chat completions, so that its clients and any chat page that speaks to them can talk to the bot.
 * `user` names the customer; without it every request is a customer of its own, because the protocol is stateless and two
 * people must never share a conversation. Only the last user message is heard: the log here is the history.
 */
import { openaiRoutes } from '@lingxi/contract/channel-routes'
import { identityHeader, type Sender, Text } from '@lingxi/contract/message'
import { Problem } from '@lingxi/contract/problem'
import type { Ids } from '#platform/ids'
import type { Abilities, Channel } from '../channels.ts'

export { writeChunks, writeCompletion, writeModels } from './write-completion.ts'

export const openaiAbilities: Abilities = {
  markdown: true,
  quickReplies: false,
  citations: false,
  attachments: false,
  longestText: 100_000,
}

type Verify = (key: string) => Promise<{ tenantId: string; keyId: string }>
/** `prove` throws `identity-refused` for a token that does not hold. */
type Parts = { verifyApiKey: Verify; ids: Ids; prove: (tenantId: string, token: string) => Promise<Sender> }

export function createOpenai({ verifyApiKey, ids, prove }: Parts): Channel {
  return {
    name: 'openai',
    abilities: openaiAbilities,
    async receive({ headers, body }) {
      const key = headers['authorization']?.match(/^Bearer (.+)$/i)?.[1]
      if (!key) throw new Problem('not-signed-in')
      const { tenantId, keyId } = await verifyApiKey(key)
      const read = openaiRoutes.complete.body.safeParse(body)
      if (!read.success) throw new Problem('invalid-request')
      const text = Text.safeParse(lastWords(read.data.messages))
      if (!text.success)
        throw new Problem('invalid-request', { detail: 'the last message of role "user" has no text, or too much' })
      const externalId = headers['idempotency-key']?.slice(0, 100) || ids.next('completion')
      const token = headers[identityHeader]
      const { user, metadata } = read.data
      const named = token ? await prove(tenantId, token) : senderFrom(user, { keyId, externalId })
      const sender = { ...named, region: metadata?.region ?? undefined }
      return { tenantId, message: { channel: 'openai', externalId, sender, text: text.data } }
    },
  }
}

const senderFrom = (user: string | null | undefined, of: { keyId: string; externalId: string }): Sender => ({
  externalId: `${of.keyId}/${user || of.externalId}`,
  ...(user && { name: user.slice(0, 60) }),
})

type Message = {
  role: string
  content?: string | { type: string; text?: string | null | undefined }[] | null | undefined
}

function lastWords(messages: Message[]): string {
  const content = messages.findLast(({ role }) => role === 'user')?.content ?? ''
  return typeof content === 'string' ? content : content.map(({ text }) => text ?? '').join('\n')
}
