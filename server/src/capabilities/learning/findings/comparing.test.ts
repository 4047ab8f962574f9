import { expect, test } from 'vitest'
import { anArticle, finder } from './findings.testing.ts'

const compare = (one: ReturnType<typeof anArticle>, other: ReturnType<typeof anArticle>) =>
  finder.compare(finder.read(one), finder.read(other))
const text =
  '打开「我的订单」，点「申请退货」，选择原因并上传照片；审核通过后预约上门取件，把商品和吊牌一起交给快递员即可。'

test('a copied answer is a duplicate, and so is the same question with much the same answer', () => {
  const copied = compare(
    anArticle(`怎么退货？ | ${text}`, 'zh', { id: 'art_1' }),
    anArticle(`退货指南 | 您好。${text}谢谢。`, 'zh', { id: 'art_2' }),
  )
  expect(copied).toMatchObject([{ kind: 'duplicate', spots: [{ reason: 'same-text' }] }])
  const again = compare(
    anArticle('How do I return an item? | Open My orders, tap Return and book a pickup.', 'en', { id: 'art_1' }),
    anArticle('How to return an item? | Open My orders, tap Return, then print the label at home.', 'en', {
      id: 'art_2',
    }),
  )
  expect(again).toMatchObject([{ kind: 'duplicate', spots: [{ reason: 'same-question' }] }])
})

test('texts of two products are no duplicates, however alike they are', () => {
  const one = anArticle(`棉衬衫 | ${text}`, 'zh', { id: 'art_1', alternatives: ['SG-CLO-001'] })
  const other = anArticle(`麻衬衫 | ${text}`, 'zh', { id: 'art_2', alternatives: ['SG-CLO-002'] })
  expect(compare(one, other)).toEqual([])
})

test('across the languages the numbers tell', () => {
  const zh = '满 99 元包邮，不满收 8 元。发货后 2–4 天送达，48 小时内发货。'
  const en = (fee: string) =>
    `Delivery is free from ¥99, otherwise ${fee}. It takes 2–4 days once shipped; we ship within 48 hours.`
  const pair = (fee: string) =>
    compare(anArticle(`运费 | ${zh}`, 'zh', { id: 'art_1' }), anArticle(`Delivery | ${en(fee)}`, 'en', { id: 'art_2' }))
  expect(pair('¥8')).toEqual([])
  expect(pair('¥10')).toMatchObject([
    { kind: 'contradiction', spots: [{ reason: 'other-in-translation', values: ['8 元', '¥10'] }] },
  ])
  const another = anArticle(
    'Warranty | One year; two years for kettles, 30 days for bulbs, and ¥50 for a visit.',
    'en',
    { id: 'art_3' },
  )
  expect(compare(anArticle(`运费 | ${zh}`, 'zh', { id: 'art_1' }), another)).toEqual([])
})

test('what holds at different times does not contradict', () => {
  const old = anArticle('运费多少？ | 满 99 元包邮。', 'zh', { id: 'art_1', validUntil: '2026-02-01T00:00:00.000Z' })
  const next = anArticle('运费多少？ | 满 199 元包邮。', 'zh', { id: 'art_2', validFrom: '2026-02-01T00:00:00.000Z' })
  expect(compare(old, next)).toEqual([])
  expect(compare({ ...old, validUntil: null }, next)).not.toEqual([])
})
