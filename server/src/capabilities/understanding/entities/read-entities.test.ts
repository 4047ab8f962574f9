import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createDictionaries } from './dictionaries/dictionaries.ts'
import { writeEntities } from './entities.testing.ts'
import { foldUnits } from './fold-units.ts'
import { resolveOverlaps } from './overlaps.ts'
import { readEntities } from './read-entities.ts'
import { createTaughtPatterns } from './taught-patterns.ts'
import { processorTime } from '../../../platform/clock/processor-time.testing.ts'

const context = {
  now: Date.parse('2026-11-28T18:00:00+08:00'),
  timeZone: 'Asia/Shanghai',
  dictionaries: createDictionaries([
    { type: 'courier', value: '顺丰速运', words: ['顺丰'] },
    { type: 'product', value: '手环 3', words: ['手环'] },
  ]),
  patterns: createTaughtPatterns([{ type: 'sku', expression: 'LX\\d{4}' }]),
}
const read = (text: string) => writeEntities(text, readEntities(text, context))

test.each([
  [
    '我昨天花了299元买的手环，顺丰单号SF1234567890123，电话13812345678',
    'date 昨天 = 2026-11-27T00:00:00+08:00..2026-11-28T00:00:00+08:00 day ; amount 299元 = 299 CNY ; product 手环 = 手环 3 ; courier 顺丰 = 顺丰速运 ; tracking-number SF1234567890123 = SF1234567890123 ; phone-number 13812345678 = +8613812345678',
  ],
  ['LX2026 有货吗', 'sku LX2026 = LX2026'],
  ['3 天', 'duration 3 天 = 259200s'],
  ['3件', 'quantity 3件 = 3 件'],
  ['2026-11-28', 'date 2026-11-28 = 2026-11-28T00:00:00+08:00..2026-11-29T00:00:00+08:00 day'],
  ['$12 on Friday', 'amount $12 = 12 USD ; date on Friday = 2026-12-04T00:00:00+08:00..2026-12-05T00:00:00+08:00 day'],
  ['', ''],
  ['👍', ''],
  ['版本 3.5.1', ''],
])('all together: %s', (text, expected) => expect(read(text)).toBe(expected))

test('of two readings the one that reads most of it most surely stays', () => {
  const reading = (start: number, end: number, confidence: number) => ({ start, end, confidence })
  expect(resolveOverlaps([reading(0, 4, 0.9), reading(0, 8, 0.6)])).toEqual([reading(0, 8, 0.6)])
  expect(resolveOverlaps([reading(0, 4, 0.95), reading(0, 6, 0.5)])).toEqual([reading(0, 4, 0.95)])
  expect(resolveOverlaps([reading(0, 4, 0.9), reading(2, 6, 0.5)])).toEqual([reading(0, 4, 0.9)])
  expect(resolveOverlaps([reading(4, 8, 0.9), reading(0, 4, 0.5), reading(3, 3, 1)])).toEqual([
    reading(0, 4, 0.5),
    reading(4, 8, 0.9),
  ])
})

const piece = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '13812345678',
    '明天下午三点',
    '３件',
    '順豐',
    '\ud800',
    '¥1,299',
    'next Friday',
    '周一到',
    '1-',
    'a@b.cn',
    '（',
    '一',
  ),
)

test('whatever is written: places slice to the text, in order, none over another, and nothing throws', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 15 }), (pieces) => {
      const text = pieces.join('')
      expect(foldUnits(text)).toHaveLength(text.length)
      readEntities(text, context).reduce((end, entity) => {
        expect(entity.text).toBe(text.slice(entity.start, entity.end))
        expect(entity.start).toBeGreaterThanOrEqual(end)
        expect(entity.confidence).toBeGreaterThan(0)
        expect(entity.confidence).toBeLessThanOrEqual(1)
        return entity.end
      }, 0)
    }),
    { numRuns: 300 },
  )
})

test.each([
  '1',
  '一',
  'a',
  '1 ',
  '3点',
  'one ',
  '周一到',
  '1-',
  '路',
  '元',
  '.',
  '我上周五下的单，花了299元。',
  '\ud800',
  '第1',
  '@a',
  'a.',
])('a hundred thousand signs of "%s" are read in a moment', (unit) => {
  const text = unit.repeat(100_000 / unit.length)
  readEntities(text.slice(0, 1_000), context)
  const started = processorTime()
  readEntities(text, context)
  // A fifth of a second by itself; ten times that on a machine that is busy.
  expect(processorTime() - started).toBeLessThan(2_000)
})
