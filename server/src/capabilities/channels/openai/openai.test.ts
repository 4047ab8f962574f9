import { Problem } from '@lingxi/contract/problem'
import { expect, test } from 'vitest'
import { createSeededIds } from '../../../platform/ids/ids.testing.ts'
import { promisesOfChannel } from '../channels.contract.ts'
import { createOpenai } from './openai.ts'

const verifyApiKey = (key: string) =>
  key === 'lx_key'
    ? Promise.resolve({ tenantId: 'tnt_1', keyId: 'key_1' })
    : Promise.reject(new Problem('not-signed-in'))
const prove = async (_: string, token: string) => {
  if (token !== 'proof') throw new Problem('identity-refused')
  return {
    externalId: 'signed-in:42',
    name: '林',
    identity: { tier: 'gold', region: null, until: '2027-01-01T00:00:00Z' },
  }
}
const start = () => createOpenai({ verifyApiKey, ids: createSeededIds(), prove })
const headers = { authorization: 'Bearer lx_key' }
const asked = (more: object = {}) => ({ model: 'lingxi', messages: [{ role: 'user', content: '怎么退货？' }], ...more })

promisesOfChannel('openai', import.meta.dirname, () => ({
  channel: start(),
  delivery: { headers: { ...headers, 'idempotency-key': 'request-1' }, body: asked({ user: 'someone' }) },
  forge: ({ body }) => ({ headers: { authorization: 'Bearer lx_other' }, body }),
  answerNext: { none: 'the answer is the response to the request' },
}))

test('a user is the same customer at each request; without one, and under another key, nobody is mistaken for another', async () => {
  const channel = start()
  const senderOf = async (more: object) =>
    (await channel.receive({ headers, body: asked(more) })).message.sender.externalId
  expect(await senderOf({ user: 'someone' })).toBe(await senderOf({ user: 'someone' }))
  expect(await senderOf({ user: 'someone' })).toContain('key_1')
  expect(new Set([await senderOf({}), await senderOf({}), await senderOf({ user: 'someone' })]).size).toBe(3)
})
