import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countEmoji } from './emoji.ts'
import { clean, fold, squeeze } from './normalise.ts'
import { normalise, recogniseScript, squeezeTraced } from './read-surface.ts'
import { edited, sourceSpan } from './traced.ts'
import { processorTime } from '../../../platform/clock/processor-time.testing.ts'

test.each([
  ['ＨＥＬＬＯ　１２３', 'hello 123'],
  ['我要退貨', '我要退货'],
  ['转 人 工', '转人工'],
  ['goood sooo nice', 'good so nice'],
  ['快快快快点!!!!', '快点!'],
  ['订单10000元', '订单10000元'],
  ['气死了😡', '气死了 :enraged-face: '],
  ['a\u200bb', 'ab'],
  ['', ''],
])('%j is spelt %j', (text, spelt) => {
  expect(normalise(text).text).toBe(spelt)
})

test('every unit comes from a place in the text, in order, for any text at all', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (text) => {
      const { text: made, starts, ends } = normalise(text)
      expect([starts.length, ends.length]).toEqual([made.length, made.length])
      for (let at = 0; at < made.length; at++) {
        expect(starts[at]).toBeLessThan(ends[at]!)
        expect(ends[at]).toBeLessThanOrEqual(text.length)
        if (at > 0) expect(starts[at]).toBeGreaterThanOrEqual(starts[at - 1]!)
      }
    }),
  )
})

test('cues are looked for in the same spelling, traced or not', () => {
  const typed = fc.string({ unit: fc.constantFrom(..."aa  b''’!!。我我们貨 ？ＡＢ\u200b\t😡1") })
  fc.assert(fc.property(typed, (text) => void expect(squeezeTraced(text).text).toBe(squeeze(fold(clean(text))))))
})

test('a found place is shown in the words as they were typed', () => {
  const typed = '我  要 退貨，谢谢'
  const made = normalise(typed)
  const at = made.text.indexOf('退货')
  const { start, end } = sourceSpan(made, at, at + 2)
  expect(typed.slice(start, end)).toBe('退貨')
})

test('what replaces something comes from all of it', () => {
  const made = edited(normalise('I want a refnud'), [{ start: 9, end: 15, by: 'refund' }])
  expect(made.text).toBe('i want a refund')
  expect(sourceSpan(made, 9, 15)).toEqual({ start: 9, end: 15 })
})

test.each([
  ['我要退货', 'simplified'],
  ['我要退貨', 'traditional'],
  ['I want to return it', 'latin'],
  ['我的AirPods Pro connection有问题 help me', 'mixed'],
  ['123 ???', 'other'],
] as const)('%s is written in %s', (text, script) => {
  expect(recogniseScript(text)).toBe(script)
})

test('emoji are counted by name, whatever the skin', () => {
  expect(countEmoji('👍👍🏽😡 ok 1#')).toEqual([
    { emoji: '👍', name: 'thumbs-up', count: 2 },
    { emoji: '😡', name: 'enraged-face', count: 1 },
  ])
})

test('a hundred thousand characters are read at once', () => {
  const began = processorTime()
  normalise('好好吃😡 soooo '.repeat(8000))
  expect(processorTime() - began).toBeLessThan(2000)
})
