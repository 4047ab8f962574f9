import { noUse } from '@lingxi/contract/assist'
import type { Conversation, ConversationEvent, ConversationSummary } from '@lingxi/contract/conversation'
import { describe, expect, it } from 'vitest'
import {
  type ConversationPages,
  conversationWith,
  createRecentFrames,
  isBehind,
  pagesWith,
  rowsOf,
} from './live-application.ts'

const row = (id: string, seq: number, change: Partial<ConversationSummary> = {}): ConversationSummary => ({
  id,
  customerId: 'cus_1',
  customerName: '李',
  channel: 'web',
  language: 'zh',
  status: 'open',
  owner: { kind: 'bot' },
  turn: 1,
  seq,
  preview: '',
  handOffReason: null,
  waitingSince: null,
  openedAt: '2026-11-21T08:00:00.000Z',
  updatedAt: `2026-11-21T08:00:0${seq}.000Z`,
  resolvedAt: null,
  rating: null,
  mood: null,
  approvals: 0,
  modelUse: noUse,
  unanswered: false,
  ...change,
})
const note = (seq: number): ConversationEvent => ({
  seq,
  at: '2026-11-21T08:00:00.000Z',
  turn: 1,
  type: 'note-added',
  staffId: 's',
  name: 'Lin',
  text: 'x',
})
const page = (conversations: ConversationSummary[], next: string | null = null) => ({
  conversations,
  counts: { waiting: 0, mine: 0, open: 0 },
  next,
})
const list = (...pages: ReturnType<typeof page>[]): ConversationPages => ({
  pages,
  pageParams: pages.map(() => undefined),
})
const open = { view: 'open', staffId: 'me' } as const
const ids = (pages: ConversationPages, view: 'open' | 'waiting' = 'open') =>
  rowsOf(pages.pages, view).map(({ id }) => id)

describe('a list in pages', () => {
  it('moves a changed row up, and keeps its pages', () => {
    const changed = pagesWith(list(page([row('a', 3)], 'n1'), page([row('b', 2), row('c', 1)])), row('c', 4), open)
    expect(ids(changed)).toEqual(['c', 'a', 'b'])
    expect(changed.pages.map(({ next }) => next)).toEqual(['n1', null])
  })

  it('lets a row go that no longer belongs to it', () => {
    expect(ids(pagesWith(list(page([row('a', 1)])), row('a', 2, { status: 'resolved' }), open))).toEqual([])
  })

  it('does not change for news that it knows already', () => {
    const before = list(page([row('a', 3)]))
    expect(pagesWith(before, row('a', 3), open)).toBe(before)
  })

  it('leaves a new row that sorts last to the page that is not read yet', () => {
    const waiting = (id: string, minute: number) =>
      row(id, 1, { owner: { kind: 'queue' }, waitingSince: `2026-11-21T08:0${minute}:00.000Z` })
    const to = { view: 'waiting', staffId: 'me' } as const
    const unread = list(page([waiting('a', 1)], 'more'))
    expect(pagesWith(unread, waiting('b', 5), to)).toBe(unread)
    expect(ids(pagesWith(list(page([waiting('a', 1)])), waiting('b', 5), to), 'waiting')).toEqual(['a', 'b'])
  })

  it('shows a row once that two pages hold, the newer one', () => {
    const twice = rowsOf([page([row('a', 4)]), page([row('a', 2)])], 'open')
    expect(twice.map(({ seq }) => seq)).toEqual([4])
  })
})

describe('an opened conversation', () => {
  const known: Conversation = { ...row('a', 2), events: [note(1), note(2)], earlier: [] }

  it('grows by what is new', () => {
    const next = conversationWith(known, { type: 'conversation', summary: row('a', 3), events: [note(2), note(3)] })
    expect(next?.events.map(({ seq }) => seq)).toEqual([1, 2, 3])
    expect(next?.seq).toBe(3)
  })

  it('is asked for again when something is missing in between', () => {
    expect(conversationWith(known, { type: 'conversation', summary: row('a', 5), events: [note(5)] })).toBeUndefined()
  })

  it('never goes back to an older row, and stays the same for old news', () => {
    const late = { type: 'conversation', summary: row('a', 1), events: [note(1)] } as const
    expect(conversationWith(known, { ...late, events: [...late.events] })).toBe(known)
  })

  it('is behind when the row of a command arrives before its events', () => {
    const next = conversationWith(known, { type: 'conversation', summary: row('a', 3), events: [] })
    expect(next && isBehind(next)).toBe(true)
  })
})

it('remembers the frames that came after a mark, and only so many', () => {
  const recent = createRecentFrames(2)
  const frame = (seq: number) => ({ type: 'conversation' as const, summary: row('a', seq), events: [] })
  recent.remember(frame(1))
  const mark = recent.mark()
  for (const seq of [2, 3, 4]) recent.remember(frame(seq))
  expect(recent.since(mark).map(({ summary }) => summary.seq)).toEqual([3, 4])
})
