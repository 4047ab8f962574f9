import { expect, it } from 'vitest'
import { expressionFault } from './expression-fault.ts'

it('says what cannot be read, and nothing where it can', () => {
  expect(expressionFault('slots.amount > 100 && customer.tier == "gold"')).toBeNull()
  expect(expressionFault('is_known(slots.order) ? round(results.order.total, 2) : 0')).toBeNull()
  expect(expressionFault("results.order.items.map(each, {'value': each.item, 'label': each.title})")).toBeNull()
  expect(expressionFault('slots.amount >')).toMatch(/./)
  expect(expressionFault('order_number == "1"')).toMatch(/unknown variable/i)
})
