import fc from 'fast-check'
import { expect, test } from 'vitest'
import { expressionFault, readExpression, type Scope } from './expressions.ts'
import { processorTime } from '../../../platform/clock/processor-time.testing.ts'

const scope: Scope = {
  slots: { amount: 150, name: 'Li', agreed: true, from: '2026-11-20T09:00:00+08:00' },
  results: { order: { total: 12.5, items: [{ value: 'a', label: 'Cup', price: 3 }], shop: null } },
  customer: { tier: 'gold' },
  conversation: { turn: 3 },
  event: {},
  now: '2026-11-28T09:00:00Z',
  value: 7,
}
const valueOf = (text: string) => readExpression(text)(scope).value

test.each([
  ['slots.amount > 100 && customer.tier == "gold"', true],
  ['slots.amount + 1', 151],
  ['slots.amount * 2 - 0.5', 299.5],
  ['slots.amount % 2 == 0', true],
  ['value == 7 && value in [5, 7]', true],
  ['-slots.amount', -150],
  ['2 - (1 - 2)', 3],
  ['(1 + 2) * 3', 9],
  ['1 == 1.0', true],
  ['"total " + results.order.total', 'total 12.5'],
  ['results.order.items[0].label', 'Cup'],
  ['results.order.items.map(i, i.label)', ['Cup']],
  ['results.order.items.exists(i, i.price > 2)', true],
  ['slots["name"]', 'Li'],
  ['size(slots.name) > 1', true],
  ['contains(slots.name, "i")', true],
  ['contains([1, 2], slots.amount - 149)', true],
  ['lower(slots.name)', 'li'],
  ['round(results.order.total / 7, 2)', 1.79],
  ['days_between(slots.from, now)', 8],
  ['slots.name.matches("^L")', true],
  ['{"a": 1}', { a: 1 }],
  ['now > "2026-01-01"', true],
])('%s is %j', (text, value) => {
  expect(expressionFault(text)).toBeNull()
  expect(readExpression(text)(scope)).toEqual({ value, fault: null })
})

test('what is missing is null, however deep, and nobody has to ask for it', () => {
  for (const text of [
    'slots.nothing',
    'results.nothing.of.it',
    'results.order.shop.name',
    'results.order.items[9].label',
  ])
    expect(readExpression(text)(scope)).toEqual({ value: null, fault: null })
  expect(valueOf('slots.nothing == null')).toBe(true)
  expect(valueOf('is_known(slots.nothing) || has(slots.amount)')).toBe(true)
  expect(valueOf('slots.nothing == "x"')).toBe(false)
  expect(valueOf('slots.constructor')).toBeNull()
  expect(valueOf('slots.__proto__')).toBeNull()
})

test('what fails has no value, and says why', () => {
  expect(readExpression('slots.nothing > 3')(scope)).toMatchObject({ value: null, fault: expect.any(String) })
  expect(readExpression('1 / 0')(scope).fault).toContain('zero')
  expect(readExpression('slots.amount / 0')(scope)).toEqual({ value: null, fault: null })
  expect(readExpression('days_between("soon", now)')(scope).fault).toContain('no time')
  expect(readExpression('this is none')(scope)).toMatchObject({ value: null, fault: expect.any(String) })
})

test.each([
  ['slots.amount >', 'ends'],
  ['order.total > 1', 'a variable that is not there'],
  ['"3" == 3', 'a text and a number'],
  ['evil(1)', 'a function that is not there'],
  ['slots.?a', 'optional fields'],
  [Array.from({ length: 120 }, () => 'slots.a').join(' && '), 'too many parts'],
  [`${'('.repeat(30)}1${')'.repeat(30)}`, 'too deep'],
  ['[1].map(a, [1].map(b, [1].map(c, c)))', 'loops in loops in loops'],
])('%s is refused: %s', (text) => {
  expect(expressionFault(text)).toEqual(expect.any(String))
})

test('a pattern takes no longer for who tries to make it', () => {
  const begun = processorTime()
  const evil = readExpression('slots.name.matches("^(a+)+$")')
  evil({ ...scope, slots: { name: `${'a'.repeat(5000)}b` } })
  expect(processorTime() - begun).toBeLessThan(2000)
})

test('no text and no values make an expression throw', () => {
  const words = [
    'slots',
    '.a',
    '[0]',
    ' + ',
    ' == ',
    '1',
    '"x"',
    '(',
    ')',
    '!',
    ' in ',
    'size(',
    ' ? ',
    ' : ',
    '.map(i, i)',
    'null',
  ]
  const text = fc.oneof(
    fc.string(),
    fc.array(fc.constantFrom(...words), { maxLength: 12 }).map((each) => each.join('')),
  )
  fc.assert(
    fc.property(text, fc.dictionary(fc.constantFrom('a', 'b'), fc.jsonValue()), (each, slots) => {
      const read = readExpression(each)({ ...scope, slots })
      expect(read.value === null || read.fault === null).toBe(true)
      expect(JSON.stringify(read.value)).toBeDefined()
    }),
    { numRuns: 3000 },
  )
})
