import { expect, test } from 'vitest'
import { openSecondReader } from './second-reading.ts'

const shown = [
  ...['我要退款', '怎么申请退款', '退款多久到账', '退款到哪里了'].map((text) => ({ text, intent: 'refund' })),
  ...['查一下物流', '快递到哪里了', '包裹什么时候到'].map((text) => ({ text, intent: 'track' })),
  ...['开发票', '发票抬头怎么改'].map((text) => ({ text, intent: 'invoice' })),
]

test('the nearest examples say what is meant, and the most like of them is told', async () => {
  const readAgain = await openSecondReader(shown)
  expect(readAgain('怎么申请退款呢')).toMatchObject({ intent: 'refund', example: '怎么申请退款' })
  const [same, other] = [readAgain('快递到哪里了')!, readAgain('快递现在在哪里呀')!]
  expect([same.intent, same.example, other.intent]).toEqual(['track', '快递到哪里了', 'track'])
  expect(same.confidence).toBeGreaterThan(other.confidence)
  expect(same.confidence).toBeLessThanOrEqual(1)
})

test('where no example is like it there is no second reading, whatever the text', async () => {
  const readAgain = await openSecondReader(shown)
  for (const text of ['今天天气不错', '', '😀', '\ud800', 'x'.repeat(100_000)]) expect(readAgain(text)).toBeNull()
  expect((await openSecondReader([]))('退款')).toBeNull()
})
