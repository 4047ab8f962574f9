import { expect, test } from 'vitest'
import { aPassage, asking, tokens } from './answering.testing.ts'
import { createFitLength } from './fit-length.ts'
import { createReading } from './reading.ts'

const fit = createFitLength({ read: createReading({ tokens }) })
const long =
  '签收后 7 天内可以申请退货。\n退货运费由买家承担，质量问题除外。\n退款在仓库验收后 3 个工作日内原路退回。\n赠品需要一并寄回，否则从退款里扣除。\n换货先收到原商品再寄出新的一件，颜色和尺码按您填写的为准，缺货时会电话联系您。'
const [whole] = asking('退货运费谁承担', [aPassage({ text: long, kind: 'question', title: '怎么退货？' })])
const cited = (start: number, end: number) => ({
  articleId: whole!.articleId,
  title: whole!.title,
  start,
  end,
  quote: long.slice(start, end),
})
const saying = { text: long, citations: [cited(0, long.length)] }

test('short takes the sentences that answer, word for word and cited where they stand', () => {
  const { text, citations } = fit(saying, [whole!], 'short')
  expect(text).toContain('退货运费由买家承担，质量问题除外。')
  expect(text.length).toBeLessThan(long.length / 2)
  for (const { start, end, quote } of citations) expect(long.slice(start, end)).toBe(quote)
  expect(citations.map(({ quote }) => quote).join('\n')).toBe(text)
})

test('short leaves what is short already, and what it cannot cut without losing the answer', () => {
  const brief = asking('多久发货', [aPassage({ text: '当天发货。', kind: 'question' })])
  const said = {
    text: '当天发货。',
    citations: [{ ...cited(0, 5), articleId: brief[0]!.articleId, quote: '当天发货。' }],
  }
  expect(fit(said, brief, 'short')).toEqual(said)
  const other = asking('门店地址电话', [aPassage({ text: long, kind: 'question', title: '怎么退货？' })])
  expect(fit(saying, other, 'short')).toEqual(saying)
})

test('full gives the passage that a piece was taken from, and normal changes nothing', () => {
  const piece = { text: long.slice(0, 16), citations: [cited(0, 16)] }
  expect(fit(piece, [whole!], 'full')).toEqual(saying)
  expect(fit(piece, [whole!], 'normal')).toEqual(piece)
})
