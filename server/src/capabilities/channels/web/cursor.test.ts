import { Cursor } from '@lingxi/contract/web-channel'
import { assert, integer, property, stringMatching } from 'fast-check'
import { expect, test } from 'vitest'
import { compareCursors, parseCursor, toCursor } from './cursor.ts'

const conversation = stringMatching(/^cnv_[0-9a-f]{32}$/)
const seq = integer({ min: 0, max: 999_999_999 })

test('a cursor is what the contract says it is, and names the place it was made for', () => {
  assert(
    property(conversation, seq, (conversationId, number) => {
      const cursor = toCursor({ conversationId, seq: number })
      expect(Cursor.parse(cursor)).toBe(cursor)
      expect(parseCursor(cursor)).toEqual({ conversationId, seq: number })
    }),
  )
})

test('what was said later comes later, in a conversation and from one to the next', () => {
  const [first, second] = ['cnv_01', 'cnv_02']
  const places = [
    { conversationId: first!, seq: 2 },
    { conversationId: first!, seq: 10 },
    { conversationId: second!, seq: 1 },
  ]
  expect(places.toReversed().toSorted(compareCursors)).toEqual(places)
  expect(compareCursors(places[0]!, { ...places[0]! })).toBe(0)
})
