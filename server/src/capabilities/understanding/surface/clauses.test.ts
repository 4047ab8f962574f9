import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clausesOf, listedIn, pairedWishes, phrasesOf } from './clauses.ts'

const read = (text: string) => clausesOf(text).map(({ start, end }) => text.slice(start, end))

test.each([
  ['我要退货。另外帮我开发票', ['我要退货', '另外帮我开发票']],
  ['where is my order, and can i change the address?', ['where is my order', 'and can i change the address']],
  ['cancel it and tell me where the other one is', ['cancel it', 'and tell me where the other one is']],
  ['我的订单3.5kg怎么还没到', ['我的订单3.5kg怎么还没到']],
  ['好。我要退款', ['我要退款']],
  ['我要退款。好', ['我要退款。好']],
  ['', []],
])('%j says %j', (text, said) => {
  expect(read(text)).toEqual(said)
})

test.each([
  ['我要退货，退款一般几天到账', ['我要退货', '退款一般几天到账']],
  ['can i return this, how long does the refund take', ['can i return this', 'how long does the refund take']],
  // How it came to what is wanted is no matter of its own.
  ['衣服收到了，想退货', []],
  ['质量问题害我受伤，要赔钱', []],
])('commas divide %j into %j', (text, said) => {
  expect(phrasesOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(said)
})

test.each([
  ['我要退货和开发票', ['我要退货', '我要开发票'], ['我要退货', '开发票']],
  ['我想查物流和退货吧。', ['我想查物流', '我想退货'], ['我想查物流', '退货']],
  ['帮我改地址还要换尺码', ['帮我改地址', '帮我换尺码'], ['帮我改地址', '换尺码']],
])('of one wish for two things, %s, each is said apart', (text, said, parts) => {
  const pair = pairedWishes(text)!
  expect(pair.map((each) => each.said)).toEqual(said)
  expect(pair.map(({ clause }) => text.slice(clause.start, clause.end))).toEqual(parts)
})

test.each([
  [
    'I want to return something, get an invoice and check where my parcel is',
    ['I want to return something', 'I want to get an invoice', 'I want to check where my parcel is'],
  ],
  ['could you cancel my order and send me an invoice', ['could you cancel my order', 'could you send me an invoice']],
  ['i want to return the shirt and the shoes', undefined],
  ['i want to return it', undefined],
])('of one wish for several things, %s, each is said apart', (text, said) => {
  expect(pairedWishes(text)?.map((each) => each.said)).toEqual(said)
})

test('a list is divided where it goes on', () => {
  const listed = (text: string) => listedIn(text).map(({ start, end }) => text.slice(start, end))
  expect(listed('退货订单，查一下订单到哪了，再改订单的地址')).toEqual([
    '退货订单',
    '查一下订单到哪了',
    '再改订单的地址',
  ])
  expect(listed('return my order and change my order')).toEqual(['return my order', 'change my order'])
})

test.each(['我和朋友的', ', and ', 'i want to ', 'please and '])('%s over and over is read at once', (piece) => {
  const began = performance.now()
  for (const times of [40, 1000]) {
    pairedWishes(`i want to ${piece.repeat(times)}`)
    listedIn(piece.repeat(times))
  }
  expect(performance.now() - began).toBeLessThan(1000)
})

test.each(['退货和开发票', '我要退货', '我和朋友的订单'])('%s is no such pair', (text) => {
  expect(pairedWishes(text)).toBeUndefined()
})

test('clauses are in order, never overlap and are never empty, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'我要退 abcdefgh。,.!?\n另外 also and') }), (text) => {
      let before = 0
      for (const { start, end } of clausesOf(text)) {
        expect(start).toBeGreaterThanOrEqual(before)
        expect(end).toBeGreaterThan(start)
        expect(end).toBeLessThanOrEqual(text.length)
        before = end
      }
    }),
  )
})
