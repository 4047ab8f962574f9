import { expect, it } from 'vitest'
import { plainText } from './plain-text.ts'

it('keeps the words and drops what dresses them', () => {
  expect(plainText('## 退货\n签收后 **7 天内**，见[政策](https://a.example/)与 `SH-1`')).toBe(
    '退货\n签收后 7 天内，见政策与 SH-1',
  )
})

it('reads a table as lines of words', () => {
  expect(plainText('| 方式 | 时间 |\n| --- | :--: |\n| 支付宝 | 1 天 |')).toBe('方式 时间\n支付宝 1 天')
})

it('leaves alone what only looks like it', () => {
  expect(plainText('2 ** 3 和 a_b_c，价格 5*2')).toBe('2 ** 3 和 a_b_c，价格 5*2')
})
