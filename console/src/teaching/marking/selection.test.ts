import { expect, it } from 'vitest'
import { besideOf, stretched, wordSpans } from './selection.ts'

const text = 'Where is my red scarf?'
const said = ({ start, end }: { start: number; end: number }) => text.slice(start, end)
const nothing = { start: 0, end: 0 }

it('goes from word to word in both directions, and not over the ends', () => {
  const first = besideOf(text, nothing, 1)!
  expect(said(first)).toBe('Where')
  expect(said(besideOf(text, first, 1)!)).toBe('is')
  expect(besideOf(text, first, -1)).toBeUndefined()
  expect(wordSpans(' ')).toEqual([])
})

it('stretches what is chosen by words or characters, and never to nothing', () => {
  const red = { start: 12, end: 15 }
  const more = stretched(text, red, { to: 1, byCharacter: false })
  expect(said(more)).toBe('red scarf')
  expect(said(stretched(text, more, { to: -1, byCharacter: true }))).toBe('red scar')
  expect(stretched(text, red, { to: -1, byCharacter: false })).toEqual(red)
  expect(stretched(text, { start: 1, end: 2 }, { to: -1, byCharacter: true })).toEqual({ start: 1, end: 2 })
  expect(stretched('😀x', { start: 0, end: 2 }, { to: 1, byCharacter: true })).toEqual({ start: 0, end: 3 })
})
