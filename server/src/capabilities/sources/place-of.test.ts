import { expect, it } from 'vitest'
import { placeOf } from './place-of.ts'

it('finds where words of an article stand in its document, and says nothing where that is not known', () => {
  const spans = [
    { start: 0, from: 20, until: 30 },
    { start: 10, from: 100, until: 200 },
  ]
  expect(placeOf(spans, { start: 12, end: 15 })).toEqual({ start: 102, end: 105, retold: false })
  expect(placeOf(spans, { start: 8, end: 15 })).toEqual({ start: 100, end: 105, retold: false })
  expect(placeOf(spans, { start: 300, end: 310 })).toBeUndefined()
  expect(placeOf([], { start: 0, end: 1 })).toBeUndefined()
  const row = [{ start: 0, from: 5, until: 9, retold: true as const }]
  expect(placeOf(row, { start: 3, end: 40 })).toEqual({ start: 5, end: 9, retold: true })
})
