import { expect, test } from 'vitest'
import { foldUnits } from '../fold-units.ts'
import { resolveOverlaps } from '../overlaps.ts'
import { createDictionaries } from './dictionaries.ts'
import { isOneSlip } from './slips.ts'

const dictionaries = createDictionaries(
  [
    { type: 'product', value: 'iPhone 15 Pro', words: ['苹果15pro'] },
    { type: 'product', value: '小蜜手环', words: ['手环'] },
    { type: 'brand', value: 'Samsung', words: ['三星', 'galaxy'] },
    { type: 'brand', value: 'Apple', words: ['苹果'] },
    { type: 'fruit', value: 'apple', words: ['苹果'] },
    { type: 'courier', value: '顺丰速运', words: ['顺丰', 'SF Express'] },
    { type: 'colour', value: '红', words: ['红色'] },
  ],
  { isWord: (word) => word === '公式' },
)
const read = (text: string) =>
  resolveOverlaps(dictionaries.read(foldUnits(text)))
    .map(
      ({ type, start, end, value }) => `${type} ${text.slice(start, end)} = ${value.kind === 'text' ? value.text : ''}`,
    )
    .join(' ; ')

test.each([
  ['买了iPhone 15 Pro', 'product iPhone 15 Pro = iPhone 15 Pro'],
  ['iphone15pro 怎么样', 'product iphone15pro = iPhone 15 Pro'],
  ['ＩＰＨＯＮＥ 15 pro', 'product ＩＰＨＯＮＥ 15 pro = iPhone 15 Pro'],
  ['順豐到了吗', 'courier 順豐 = 顺丰速运'],
  ['顺丰速运到了吗', 'courier 顺丰速运 = 顺丰速运'],
  ['sf express please', 'courier sf express = 顺丰速运'],
  ['红色和红', 'colour 红色 = 红 ; colour 红 = 红'],
])('exactly, in any width, script and case: %s', (text, expected) => expect(read(text)).toBe(expected))

test.each([
  ['my samsnug broke', 'brand samsnug = Samsung'],
  ['samsun', 'brand samsun = Samsung'],
  ['a galaxxy phone', 'brand galaxxy = Samsung'],
  ['gelaxy', 'brand gelaxy = Samsung'],
  ['小米手环', 'product 小米手环 = 小蜜手环'],
  ['顺风速运', 'courier 顺风速运 = 顺丰速运'],
  ['山星手机', ''],
])('nearly: %s', (text, expected) => expect(read(text)).toBe(expected))

test.each(['pineapples', 'samsungs1', 'galas', 'xsf express', '三个星'])('not at all: %s', (text) =>
  expect(read(text)).not.toContain('='),
)

test('a word of several entries is read as each', () => {
  expect(dictionaries.read('苹果').map(({ type }) => type)).toEqual(['brand', 'fruit'])
})

test('what is nearly right is less sure than what is', () => {
  const sure = (text: string) => resolveOverlaps(dictionaries.read(text))[0]!.confidence
  expect(sure('samsung')).toBeGreaterThan(sure('samsnug'))
  expect(sure('iphone 15 pro')).toBeGreaterThan(sure('iphone15pro'))
  expect(sure('小蜜手环')).toBeGreaterThan(sure('小米手环'))
})

test('a word of the language is no slip for one of the list', () => {
  const listed = createDictionaries([{ type: 'topic', value: '攻势', words: [] }], {
    isWord: (word) => word === '公式',
  })
  expect(listed.read('公式是什么')).toEqual([])
  expect(listed.read('工式是什么')).toHaveLength(1)
  expect(createDictionaries([{ type: 'brand', value: 'Shoos', words: [] }]).read('shoes')).toEqual([])
})

test('one slip is one edit or two letters changed about', () => {
  for (const slip of ['smasung', 'samsungg', 'samsug', 'xamsung', 'samsunx'])
    expect(isOneSlip(slip, 'samsung')).toBe(true)
  for (const other of ['samsung', 'smasugn', 'samsu', 'masnung']) expect(isOneSlip(other, 'samsung')).toBe(false)
})

test('a list of twenty thousand words is read as fast as a short one, word by word like a plain search', () => {
  const words = Array.from({ length: 20_000 }, (_, at) => `${(at * 7919).toString(36)}zz${at}`)
  const many = createDictionaries(words.map((value) => ({ type: 'code', value, words: [] })))
  expect(many.size).toBe(20_000)
  const text = `${words[11]} and ${words[19_999]}, not ${words[5]}xy`
  expect(many.read(text).map(({ start, end }) => text.slice(start, end))).toEqual([words[11], words[19_999]])
})
