import { expect, it } from 'vitest'
import { amountIn, toFigures } from './quantities.ts'

it.each([
  ['三百五', '350'],
  ['两千零八', '2008'],
  ['一万二', '12000'],
  ['十五', '15'],
  ['二十', '20'],
  ['一百零五元', '105元'],
  ['等一下', '等一下'],
  ['twenty-five', '25'],
])('writes the number %s in figures', (written, figures) => expect(toFigures(written)).toBe(figures))

it.each([
  ['大概三百五吧', '元', true, 350],
  ['350块钱', '元', false, 350],
  ['一千二百块左右', '元', false, 1200],
  ['1.2万', '元', true, 12_000],
  ['5斤', 'kg', false, 2.5],
  ['about 2.5 kg', '公斤', false, 2.5],
  ['两件', '件', true, 2],
  ['就要三个', '', true, 3],
  ['twenty five', '', true, 25],
  ['我 11 月 3 号买的', '元', true, undefined],
  ['三点半', '元', true, undefined],
  ['身高172 体重120斤', 'cm', false, undefined],
  ['身高172cm 体重120斤', 'cm', false, 172],
  ['2 or 3', '', true, undefined],
  ['一下', '', true, undefined],
  ['星期三', '', true, undefined],
  ['下周一', '', true, undefined],
  ['第一', '', true, undefined],
] as const)('of %s in "%s" (alone: %s): %s', (...[text, unit, only, expected]) => {
  expect(amountIn(text, { unit, only })).toBe(expected)
})

it.each([
  ['一百九十九块九', 199.9],
  ['2百多', 200],
  ['一共三双', undefined],
] as const)('of %s in yuan: %s', (text, expected) => expect(amountIn(text, { unit: '元', only: true })).toBe(expected))
