import type { ConversationEvent } from '@lingxi/contract/conversation'
import { expect, it } from 'vitest'
import type { Outgoing } from './drafts.ts'
import { stillOutgoing } from './still-outgoing.ts'

const note = (seq: number, text: string, staffId = 'me'): ConversationEvent => ({
  seq,
  at: '2026-11-21T08:00:00.000Z',
  turn: 1,
  type: 'note-added',
  staffId,
  name: 'Lin',
  text,
})
const going = (id: number, change: Partial<Outgoing> = {}): Outgoing => ({
  id,
  mode: 'note',
  text: 'call back',
  after: 3,
  state: 'sending',
  ...change,
})

it('drops what the log holds by now, one event for one message', () => {
  expect(stillOutgoing([going(1), going(2)], [note(4, 'call back')], 'me').map(({ id }) => id)).toEqual([2])
})

it('keeps what only an older or another one wrote', () => {
  expect(stillOutgoing([going(1)], [note(3, 'call back'), note(4, 'call back', 'other')], 'me')).toHaveLength(1)
})

it('waits for the log before a sent message leaves', () => {
  const sent = going(1, { state: 'sent', seq: 5, text: 'trimmed' })
  expect(stillOutgoing([sent], [note(4, 'x')], 'me')).toHaveLength(1)
  expect(stillOutgoing([sent], [note(4, 'x'), note(5, 'y')], 'me')).toHaveLength(0)
})
