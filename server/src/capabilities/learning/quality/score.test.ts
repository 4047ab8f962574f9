import { expect, test } from 'vitest'
import { anArticle } from '../findings/findings.testing.ts'
import { scoreOf } from './score.ts'

const now = Date.parse('2026-06-05T08:00:00.000Z')
const use = { answered: 20, solved: 5, unsolved: 0, returned: 1, opened: 4 }
const well = { use, helpful: 3, unhelpful: 0, openFindings: 0, now }
const article = (more: object = {}) =>
  anArticle('怎么退货？ | 打开「我的订单」，点「退货」，预约上门取件即可，收货后七天内都可以。', 'zh', {
    id: 'art_1',
    alternatives: ['退货流程', '想退货', '退货步骤'],
    tags: ['售后'],
    ownerId: 'stf_1',
    ...more,
  })
const partOf = (given: ReturnType<typeof scoreOf>, name: string) => given.parts.find(({ part }) => part === name)!

test('a score is the weighed sum of its parts, whose weights are one', () => {
  const { score, parts } = scoreOf(article(), well)
  expect(parts.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1)
  expect(score).toBe(Math.round(parts.reduce((sum, { value, weight }) => sum + value * weight, 0)))
  expect(score).toBeGreaterThan(85)
})

test('each complaint costs where it belongs', () => {
  const good = scoreOf(article(), well)
  const worse = [
    ['ratings', scoreOf(article(), { ...well, use: { ...use, unsolved: 8 } })],
    ['ratings', scoreOf(article(), { ...well, unhelpful: 8 })],
    ['returns', scoreOf(article(), { ...well, use: { ...use, returned: 15 } })],
    ['freshness', scoreOf(article({ dueAt: '2026-05-01T00:00:00.000Z' }), well)],
    ['freshness', scoreOf(article({ validUntil: '2026-06-01T00:00:00.000Z' }), well)],
    ['freshness', scoreOf(article(), { ...well, openFindings: 1 })],
    ['completeness', scoreOf(article({ alternatives: [], ownerId: null }), well)],
    ['use', scoreOf(article(), { ...well, use: { ...use, answered: 0, opened: 0, returned: 0 } })],
  ] as const
  for (const [part, bad] of worse) {
    expect(partOf(bad, part).value).toBeLessThan(partOf(good, part).value)
    expect(bad.score).toBeLessThan(good.score)
  }
})

test('one angry word does not condemn, and what is new is not unused', () => {
  const one = { answered: 1, solved: 0, unsolved: 1, returned: 0, opened: 0 }
  expect(partOf(scoreOf(article(), { ...well, helpful: 0, use: one }), 'ratings').value).toBeGreaterThan(50)
  const fresh = scoreOf(article({ createdAt: '2026-06-01T00:00:00.000Z' }), { ...well, use: { ...one, answered: 0 } })
  expect(partOf(fresh, 'use').value).toBe(50)
})
