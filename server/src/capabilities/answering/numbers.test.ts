import { expect, test } from 'vitest'
import { amountsOf, unsupportedAmounts } from './numbers.ts'

test('amounts are read in both languages, with what they count', () => {
  expect(amountsOf('满 ¥1,299 减 5%，运费 12 美元')).toEqual([
    { value: '1299', unit: '¥' },
    { value: '5', unit: '%' },
    { value: '12', unit: '$' },
  ])
  expect(amountsOf('两天内、十五个工作日')).toEqual([
    { value: '2', unit: '' },
    { value: '15', unit: '' },
  ])
  expect(amountsOf('within seven days')).toEqual([{ value: '7', unit: '' }])
})

test('a number may lose its unit and not change it', () => {
  expect(unsupportedAmounts('99 元包邮', '满 ¥99 包邮')).toEqual([])
  expect(unsupportedAmounts('over 99', '满 ¥99 包邮')).toEqual([])
  expect(unsupportedAmounts('$99', '满 ¥99 包邮')).toHaveLength(1)
  expect(unsupportedAmounts('2.5 mm', '25 mm')).toHaveLength(1)
})
