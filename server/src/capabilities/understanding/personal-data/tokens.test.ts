import type { PersonalData } from '@lingxi/contract/understanding'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findPersonalData } from './find-personal-data.ts'
import { createTokenBook, tokenisePersonalData } from './tokens.ts'

const tokenise = (text: string, book = createTokenBook()) => tokenisePersonalData(text, findPersonalData(text), book)

test('marks stand for what tells who somebody is', () => {
  expect(tokenise('我叫王小明，手机13812345678，邮箱 a@b.cn').text).toBe('我叫⟦name 1⟧，手机⟦phone 1⟧，邮箱 ⟦email 1⟧')
  expect(tokenise("I'm John Smith, +1 415 555 2671").text).toBe("I'm ⟦name 1⟧, ⟦phone 1⟧")
})

test('the same value has the same mark in all texts of one book, another value another', () => {
  const book = createTokenBook()
  expect(tokenise('打 13812345678 或 13912345678', book).text).toBe('打 ⟦phone 1⟧ 或 ⟦phone 2⟧')
  expect(tokenise('13912345678 没人接', book).text).toBe('⟦phone 2⟧ 没人接')
})

test('in one session the same value has the same mark in every book, in another session another', () => {
  const say = (session: string, text: string) => tokenise(text, createTokenBook({ session })).text
  const first = say('cnv_1', '打 13812345678 或 13912345678')
  const [, one, other] = /^打 (⟦phone \d{6}⟧) 或 (⟦phone \d{6}⟧)$/.exec(first)!
  expect(one).not.toBe(other)
  expect(say('cnv_1', '13912345678 没人接，13812345678 呢')).toBe(`${other} 没人接，${one} 呢`)
  expect(say('cnv_2', '13812345678')).not.toBe(one)
  const book = createTokenBook({ session: 'cnv_1' })
  const { text, restore } = tokenise('我叫王小明，手机13812345678', book)
  expect(restore(text)).toBe('我叫王小明，手机13812345678')
})

test('what is written like the mark of a session does not become somebody else', () => {
  const [own] = /⟦phone \d{6}⟧/.exec(tokenise('13812345678', createTokenBook({ session: 'cnv_1' })).text)!
  const text = `${own} 是谁？我的是 13812345678`
  const { text: masked, restore } = tokenise(text, createTokenBook({ session: 'cnv_1' }))
  expect(masked).not.toBe(`${own} 是谁？我的是 ${own}`)
  expect(restore(masked)).toBe(text)
})

test('values come back, also where a mark is written a little differently; other marks stay', () => {
  const { restore } = tokenise('身份证11010519491231002X，手机13812345678')
  expect(restore('⟦phone 1⟧ / ⟦Phone 1⟧ / ⟦ phone 01 ⟧ / ⟦identity-number 1⟧')).toBe(
    '13812345678 / 13812345678 / 13812345678 / 11010519491231002X',
  )
  expect(restore('⟦phone 2⟧ ⟦order 1⟧ phone 1')).toBe('⟦phone 2⟧ ⟦order 1⟧ phone 1')
})

test('what a customer writes like a mark does not become somebody else', () => {
  const text = '⟦phone 1⟧ 是什么？我的是13812345678'
  const { text: masked, restore } = tokenise(text)
  expect(masked).toBe('⟦phone 1⟧ 是什么？我的是⟦phone 2⟧')
  expect(restore(masked)).toBe(text)
})

const piece = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '13812345678',
    '⟦phone 1⟧',
    '⟦',
    '⟧',
    '⟦ Phone 2 ⟧',
    '我叫王小明',
    ' a@b.cn ',
    '⟦name 1',
    'phone 1⟧',
    '\ud800',
  ),
)

test('whatever is written comes back to the letter, whatever was found in it', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), fc.array(fc.nat(80), { maxLength: 8 }), (pieces, cuts) => {
      const text = pieces.join('')
      const found = findPersonalData(text)
      expect(tokenisePersonalData(text, found).restore(tokenisePersonalData(text, found).text)).not.toBeUndefined()
      const { text: masked, restore } = tokenisePersonalData(text, found)
      expect(restore(masked)).toBe(text)
      const { text: other, restore: back } = tokenisePersonalData(text, placesOf(cuts, text.length))
      expect(back(other)).toBe(text)
    }),
  )
})

/** Any places, none over another. */
function placesOf(cuts: number[], length: number): PersonalData[] {
  const sorted = [...new Set(cuts.filter((cut) => cut <= length))].toSorted((one, other) => one - other)
  return sorted.slice(1).map((end, place) => ({ kind: 'name', start: sorted[place]!, end, confidence: 1 }))
}
