import { expect, it } from 'vitest'
import { textPieces } from './text-pieces.ts'

it('cuts a text where spans begin and end, also where they overlap', () => {
  const spans = [
    { start: 1, end: 4, name: 'one' },
    { start: 3, end: 5, name: 'other' },
  ]
  const told = textPieces('abcdef', spans).map(({ text, spans: within }) => [text, ...within.map(({ name }) => name)])
  expect(told).toEqual([['a'], ['bc', 'one'], ['d', 'one', 'other'], ['e', 'other'], ['f']])
})

it('leaves out what is no span of the text, and is nothing for nothing', () => {
  expect(
    textPieces('ab', [
      { start: 1, end: 9 },
      { start: 1, end: 1 },
    ]),
  ).toEqual([{ start: 0, text: 'ab', spans: [] }])
  expect(textPieces('', [{ start: 0, end: 1 }])).toEqual([])
})
