import { expect, test } from 'vitest'
import { applyEvent, startOf, summarise } from './conversation-state.ts'

const at = '2026-01-05T08:00:00.000Z'
const moodAfter = (scores: number[]) =>
  summarise(
    scores.reduce(
      (state, score, index) =>
        applyEvent(state, {
          type: 'mood-read',
          seq: index + 1,
          at,
          turn: 1,
          messageId: `m${index}`,
          score,
          emotion: 'neutral',
        }),
      startOf('cnv_1', at),
    ),
  ).mood

test.each([
  [[], null],
  [[0.2], { score: 0.2, falling: false }],
  [[-0.9], { score: -0.9, falling: false }],
  [[0.3, -0.4], { score: -0.4, falling: true }],
  [[0, -0.2, -0.7], { score: -0.7, falling: true }],
  [[0.9, 0.1], { score: 0.1, falling: false }],
  [[0.5, -0.6, 0.4], { score: 0.4, falling: false }],
  [[0.8, -0.5, -0.5, -0.5, -0.5, -0.5], { score: -0.5, falling: false }],
])('after moods of %j the row shows %j', (scores, mood) => {
  expect(moodAfter(scores)).toEqual(mood)
})
