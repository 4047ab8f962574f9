import { expect, test } from 'vitest'
import { createTokens } from './tokens.ts'

const tokens = createTokens({ words: ['水洗棉牛津纺'] })

test('Chinese becomes words and pairs of neighbours', () => {
  expect(tokens.terms('羽绒服发货')).toEqual(['羽绒服', '羽绒', '绒服', '服发', '发货'])
})

test('traditional characters, full width and capitals are folded', () => {
  expect(tokens.terms('請問退貨運費')).toEqual(tokens.terms('请问退货运费'))
  expect(tokens.terms('ＳＧ－ＣＬＯ－００１')).toEqual(['sgclo001'])
})

test('an article number stays whole however it is typed', () => {
  expect(tokens.terms('SG-CLO-001有什么颜色').slice(0, 1)).toEqual(tokens.terms('sgclo001'))
})

test('English is stemmed, possessives and hyphens come apart', () => {
  expect(tokens.terms("The parcel's refunds, pre-sale")).toEqual(['the', 'parcel', 'refund', 'presal', 'pre', 'sale'])
})

test('numbers lose their separators and units can be asked for either way', () => {
  expect(tokens.terms('¥1,800 480ml 3.5')).toEqual(['1800', '480ml', '480', 'ml', '3.5'])
})

test('the own dictionary keeps a name together', () => {
  expect(tokens.words('水洗棉牛津纺多少钱')[0]).toBe('水洗棉牛津纺')
})

test('what jieba does not know is joined into a word', () => {
  expect(tokens.words('顺丰包邮吗')).toEqual(['顺丰包', '邮', '吗'])
  expect(tokens.words('能用顺丰吗')).toEqual(['能', '用', '顺丰', '吗'])
})

test('common words count little, and are still there', () => {
  const weights = new Map(tokens.weighedTerms('the refund of the 运费吗').map(({ term, weight }) => [term, weight]))
  expect(weights.get('refund')).toBe(1)
  expect(weights.get('the')).toBeLessThan(0.2)
  expect(weights.get('吗')).toBeLessThan(0.2)
})

test('emoji, lone surrogates and control characters are no words and break nothing', () => {
  expect(tokens.terms('😀\ud800\u0000‍ 退货')).toEqual(['退货'])
})
