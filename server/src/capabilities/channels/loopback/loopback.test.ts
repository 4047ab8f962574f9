import { expect, test } from 'vitest'
import { promisesOfChannel } from '../channels.contract.ts'
import { createLoopback } from './loopback.ts'

promisesOfChannel('loopback', import.meta.dirname, () => {
  const channel = createLoopback({ tenantId: 'tnt_1', secret: 'sealed' })
  return {
    channel,
    delivery: { headers: { 'x-signature': 'sealed' }, body: { id: 'm-1', from: 'someone', text: '怎么退货？' } },
    forge: ({ body }) => ({ headers: { 'x-signature': 'guessed' }, body }),
    answerNext: channel.answerNext,
  }
})

test('a message that is sent twice is delivered once', async () => {
  const channel = createLoopback({ tenantId: 'tnt_1', secret: 'sealed' })
  const speaker = { kind: 'bot', name: '灵犀' } as const
  const message = {
    messageId: 'msg_1',
    kind: 'answer',
    speaker,
    text: '**您好**',
    citations: [],
    quickReplies: [],
  } as const
  const sent = { ...message, citations: [], quickReplies: [] }
  await channel.send?.(sent, { externalId: 'someone' })
  await channel.send?.(sent, { externalId: 'someone' })
  expect(channel.delivered).toEqual([{ to: 'someone', messageId: 'msg_1', texts: ['您好'] }])
})
