import { expect, test } from 'vitest'
import { mostConfused } from './most-confused.ts'

test('the worst mistakes come first, and their intents stand side by side', () => {
  const { names, pairs, cells } = mostConfused([
    { taught: 'a', read: 'a', count: 90 },
    { taught: 'a', read: 'b', count: 2 },
    { taught: 'c', read: '', count: 7 },
  ])
  expect(pairs.map(({ taught, count }) => [taught, count])).toEqual([
    ['c', 7],
    ['a', 2],
  ])
  expect(names).toEqual(['c', '', 'a', 'b'])
  expect(cells.get('a\na')).toBe(90)
})

test('a large matrix is cut to what can be looked at', () => {
  const many = Array.from({ length: 200 }, (_, at) => ({ taught: `t${at}`, read: `r${at}`, count: 200 - at }))
  expect(mostConfused(many).names).toHaveLength(12)
})
