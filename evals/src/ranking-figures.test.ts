import { expect, test } from 'vitest'
import { figuresOf } from './ranking-figures.ts'

const relevance = new Map([
  ['one', new Map([['a', 1]])],
  [
    'two',
    new Map([
      ['b', 1],
      ['c', 1],
    ]),
  ],
])

test('figures are means over queries, as they are defined', () => {
  const figures = figuresOf(
    [
      { query: 'one', documents: ['x', 'a'], milliseconds: 1 },
      { query: 'two', documents: ['b', 'x', 'y'], milliseconds: 3 },
    ],
    relevance,
  )
  expect(figures.recallAt1).toBe(0.25)
  expect(figures.recallAt10).toBe(0.75)
  expect(figures.mrrAt10).toBe(0.75)
  // 1/log2(3) for the first; 1/(1 + 1/log2(3)) for the second.
  expect(figures.ndcgAt10).toBeCloseTo((0.6309 + 0.6131) / 2, 3)
})

test('what comes after the tenth place counts for nothing', () => {
  const late = [...Array.from({ length: 10 }, (_, place) => `x${place}`), 'a']
  const figures = figuresOf([{ query: 'one', documents: late, milliseconds: 1 }], relevance)
  expect([figures.recallAt10, figures.mrrAt10, figures.ndcgAt10]).toEqual([0, 0, 0])
})
