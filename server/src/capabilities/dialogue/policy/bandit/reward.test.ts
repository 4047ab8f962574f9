import { expect, test } from 'vitest'
import type { ConversationEvent } from '@lingxi/contract/conversation'
import { outcomeOf } from './reward.ts'

const day = 86_400_000
const at = (days: number) => new Date(Date.UTC(2026, 10, 1) + days * day).toISOString()
const stamp = { seq: 9, at: at(0), turn: 5 }
const resolved: ConversationEvent = { ...stamp, type: 'conversation-resolved', staffId: '', name: '' }
const rated = (solved: boolean, stars?: number): ConversationEvent => ({
  ...stamp,
  type: 'conversation-rated',
  solved,
  ...(stars !== undefined && { stars }),
})
const handedOff = (reason: string, turn = 4): ConversationEvent => ({
  ...stamp,
  turn,
  type: 'hand-off-requested',
  reason,
})

test.each([
  ['still open', [], null, undefined],
  ['solved, the customer says', [resolved, rated(true)], null, 1],
  ['not solved, the customer says', [resolved, rated(false)], null, 0],
  ['solved, with three stars', [resolved, rated(true, 3)], null, 0.75],
  ['over without a word', [resolved], null, 0.6],
  ['over, and back after three days', [resolved], at(3), 0.3],
  ['over, and back after eight days', [resolved], at(8), 0.6],
  ['given to a person', [handedOff('not-understood'), resolved], null, 0.35],
  ['a person was asked for', [handedOff('asked-for-person'), resolved], null, 0.2],
  ['given to a person before this turn', [handedOff('angry', 2), resolved], null, 0.6],
] as const)('%s', (...[, events, nextOpenedAt, expected]) => {
  expect(outcomeOf(events as unknown as ConversationEvent[], 3, nextOpenedAt)?.reward).toBe(expected)
})

test('how it ended is told beside what it is worth', () => {
  expect(outcomeOf([handedOff('asked-for-person'), resolved], 3, at(3))).toEqual({
    ending: 'asked-for-person',
    back: true,
    reward: 0.1,
    endedAt: resolved.at,
  })
})
