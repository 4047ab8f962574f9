import { expect, test } from 'vitest'
import { foldUnits } from './fold-units.ts'
import { createTaughtPatterns } from './taught-patterns.ts'

const read = (expression: string, text: string) =>
  createTaughtPatterns([{ type: 'order-number', expression }])
    .read(foldUnits(text))
    .map(({ start, end, value }) => [text.slice(start, end), value.kind === 'text' && value.text])

test('what fits is found wherever it stands, in either case and any width', () => {
  expect(read('SG-[A-Z]{3}-\\d{3}', '要 sg-clo-001 和 ＳＧ－ＡＢＣ－００２')).toEqual([
    ['sg-clo-001', 'SG-CLO-001'],
    ['ＳＧ－ＡＢＣ－００２', 'SG-ABC-002'],
  ])
})

test('a group says which part is meant', () => {
  expect(read('(?:订单|訂單)(\\d{6})', '訂單123456')).toEqual([['123456', '123456']])
})

test.each([
  ['[', 'broken'],
  ['(?<=a)b', 'broken'],
  ['(a)\\1', 'broken'],
  ['a*', 'fits-nothing'],
  ['', 'fits-nothing'],
  ['a'.repeat(301), 'too-long'],
])('%s is refused with the reason: %s', (expression, reason) => {
  expect(createTaughtPatterns([{ type: 't', expression }]).refused).toEqual([{ type: 't', expression, reason }])
})

test('an expression that would keep another engine for years ends at once', () => {
  expect(read('(a+)+$', `${'a'.repeat(1_900)}b`)).toEqual([])
  expect(read('(x+x+)+y', 'x'.repeat(2_000))).toEqual([])
})

test('no more than two hundred are taken', () => {
  const many = Array.from({ length: 201 }, (_, at) => ({ type: 't', expression: `code${at}` }))
  expect(createTaughtPatterns(many).refused).toMatchObject([{ expression: 'code200', reason: 'too-many' }])
})
