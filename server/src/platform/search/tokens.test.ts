import { array, assert, constantFrom, oneof, property, string } from 'fast-check'
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
  expect(tokens.terms('1,800 480ml 3.5')).toEqual(['1800', '480ml', '480', 'ml', '3.5'])
  expect(tokens.terms('3.5mm')).toEqual(['3.5mm', '3.5', 'mm'])
})

const meet = (one: string, other: string) => {
  const terms = new Set(tokens.terms(one))
  return tokens.weighedTerms(other).some(({ term, weight }) => weight === 1 && terms.has(term))
}
test.each([
  ['容量 1.5L', '1500ml'],
  ['容量 1500 毫升', '1.5升'],
  ['5公斤', '5kg'],
  ['５ ｋｇ', '五公斤'],
  ['¥1,800', '1800元'],
  ['一百零五块', '105元'],
  ['满两万元', '2万元'],
  ['24小时内发货', '1 day'],
  ['十二个月质保', '1年'],
])('%s is found by %s', (written, asked) => {
  expect(meet(written, asked)).toBe(true)
})
test.each([
  ['1.5L', '15L'],
  ['5公斤', '5斤'],
  ['2026年', '2026月'],
])('%s is not found by %s as a whole', (written, asked) => {
  const wholes = (text: string) => tokens.terms(text).filter((term) => /^[\d.]+[a-z]+$/.test(term))
  expect(wholes(asked).filter((term) => wholes(written).includes(term) && term.length > 2)).toEqual([])
})

test.each([
  ['SG-CLO-001', 'sgclo001', 'SG CLO 001', 'sg_clo_001', 'ＳＧ／ＣＬＯ／００１'],
  ['E-05', 'E05', 'e 05', '报错E05了'],
  ['RTX-4090', 'rtx4090'],
])('%s is one code, however it is typed', (code, ...others) => {
  const [term] = tokens.terms(code)
  for (const other of others) expect(tokens.terms(other)).toContain(term)
  for (const other of others) expect(tokens.words(other)).toContain(term)
})

test('a range or a date is no code, and neighbours that are words stay words', () => {
  expect(tokens.words('100-200ml, 2024/01/05')).toEqual(['100', '200ml', '200', 'ml', '2024', '01', '05'])
  expect(tokens.words('is 50 cheaper than iPhone 15')).not.toContain('is50')
})

test('own words come and go while the program runs', () => {
  const own = createTokens()
  expect(own.words('云朵绒外套')[0]).not.toBe('云朵绒')
  own.change({ words: ['雲朵絨', 'Power Bank', 'T恤'], stopWords: ['商城'] })
  expect(own.words('云朵绒外套，power bank 和 T恤')).toEqual(['云朵绒', '外套', 'powerbank', '和', 't恤'])
  expect(own.terms('云朵绒外套')).toEqual(expect.arrayContaining(['云朵绒', '绒外', '外套']))
  expect(own.terms('superpower bank')).not.toContain('powerbank')
  expect(own.weightOf('商城')).toBeLessThan(0.2)
  own.change({ words: [], stopWords: [] })
  expect(own.words('云朵绒外套')[0]).not.toBe('云朵绒')
  expect(own.weightOf('商城')).toBe(1)
})

test('accents are no letters of their own', () => {
  expect(tokens.terms('Café')).toEqual(tokens.terms('cafe'))
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

test('no term holds white space, whatever the text', () => {
  const piece = constantFrom(
    'SG CLO 001',
    '退货',
    '５ ｋｇ',
    ' ',
    '\t',
    '\u3000',
    'power bank',
    '😀',
    "it's",
    '1.5升',
    'ﷺ',
  )
  const own = createTokens({ words: ['power bank'] })
  const run = property(array(oneof(piece, string({ unit: 'binary' })), { maxLength: 12 }), (pieces) => {
    for (const term of own.terms(pieces.join(''))) expect(term).toMatch(/^\S+$/)
  })
  assert(run, { numRuns: 60 })
})
