import { Problem } from '@lingxi/contract/problem'
import { expect, test } from 'vitest'
import { createSeededIds } from '../../../platform/ids/ids.testing.ts'
import { promisesOfChannel } from '../channels.contract.ts'
import { createRest, writeRestMessages } from './rest.ts'

const prove = async (_: string, token: string) => {
  if (token !== 'proof') throw new Problem('identity-refused')
  return {
    externalId: 'signed-in:42',
    name: '林',
    identity: { tier: 'gold', region: null, until: '2027-01-01T00:00:00Z' },
  }
}
const start = () => createRest({ tenantId: 'tnt_1', ids: createSeededIds(), prove })

promisesOfChannel('rest', import.meta.dirname, () => ({
  channel: start(),
  delivery: { headers: {}, body: { sender: 'someone', message: '怎么退货？', message_id: 'm-1' } },
  forge: { none: 'Rasa has none in this form; whoever reaches the address may speak, so keep it inside your network' },
  answerNext: { none: 'the answer is the response to the request' },
}))

test('without an id each request is a message of its own', async () => {
  const channel = start()
  const request = { headers: {}, body: { sender: 'someone', message: '你好' } }
  const ids = [await channel.receive(request), await channel.receive(request)].map(({ message }) => message.externalId)
  expect(new Set(ids).size).toBe(2)
})

test('an answer is written as Rasa writes one, with its buttons and what it cites', () => {
  const citation = { articleId: 'art_1', title: '退货', start: 0, end: 2, quote: '退货' }
  const speaker = { kind: 'bot', name: '灵犀' } as const
  const message = { messageId: 'msg_1', kind: 'answer', speaker, text: '**七天**内', citations: [citation] } as const
  const quickReplies = [{ label: '转人工', text: '我要转人工' }]
  expect(writeRestMessages({ ...message, citations: [citation], quickReplies }, 'someone')).toEqual([
    {
      recipient_id: 'someone',
      text: '**七天**内',
      buttons: [{ title: '转人工', payload: '我要转人工' }],
      custom: { citations: [citation], speaker },
    },
  ])
  const plain = writeRestMessages({ ...message, citations: [], quickReplies: [] }, 'someone')
  expect(plain[0]).not.toHaveProperty('buttons')
})
