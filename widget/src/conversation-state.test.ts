import type { Entry } from '@lingxi/contract/web-channel'
import { describe, expect, it } from 'vitest'
import {
  applyChange,
  type Change,
  countUnread,
  emptyConversation,
  lastCursor,
  whoAnswers,
} from './conversation-state.ts'
import { answered, at, joined, left, rated, resolved, said, waiting, withdrawn } from './conversation-state.testing.ts'
import { readTimeline } from './timeline.ts'

const entry = (value: Entry): Change => ({ type: 'frame', frame: { type: 'entry', entry: value } })
const accepted = (id: string): Change => ({ type: 'frame', frame: { type: 'accepted', id } })
const draft = (text: string): Change => ({ type: 'frame', frame: { type: 'draft', text } })
const say = (id: string): Change => ({ type: 'said', id, text: id, at: at(30) })
const open: Change = { type: 'link-changed', link: 'open' }
const after = (...changes: Change[]) => changes.reduce(applyChange, emptyConversation)

describe('What the customer says', () => {
  it('shows at once, is accepted, and becomes the entry of the same id', () => {
    const sending = after(open, say('hello-01'))
    expect(sending.sayings[0]!.fate).toBe('sending')
    const settled = applyChange(sending, accepted('hello-01'))
    expect(settled.sayings[0]!.fate).toBe('accepted')
    const written = applyChange(settled, entry(said(1, 'hello-01')))
    expect(written.sayings).toEqual([])
    expect(readTimeline(written).filter(({ kind }) => kind === 'own')).toHaveLength(1)
  })

  it('stays when it is refused, with the reason', () => {
    const refused: Change = {
      type: 'frame',
      frame: { type: 'problem', code: 'too-many-attempts', detail: '', about: 'a' },
    }
    expect(after(say('a'), say('b'), refused).sayings.map(({ fate }) => fate)).toEqual(['too-fast', 'sending'])
  })

  it('goes below what the server has, however late it was written down', () => {
    const rows = readTimeline(after(say('mine'), entry(answered(1, 'theirs'))))
    expect(rows.map(({ kind }) => kind)).toEqual(['time', 'message', 'own'])
  })
})

describe('What the server sends', () => {
  it('once more changes nothing, so that resuming is harmless', () => {
    const all = [entry(said(1, 'a')), entry(answered(2, 'b')), entry(joined(3))]
    expect(after(...all, ...all)).toEqual(after(...all))
  })

  it('is put in order within a conversation, and the cursor is the last', () => {
    const state = after(entry(said(1, 'a')), entry(answered(3, 'c')), entry(answered(2, 'b')))
    expect(state.entries.map(({ cursor }) => cursor)).toEqual(['cnv_01:1', 'cnv_01:2', 'cnv_01:3'])
    const next = applyChange(state, entry({ ...said(1, 'z'), cursor: 'cnv_02:1' }))
    expect(lastCursor(next)).toBe('cnv_02:1')
  })

  it('voids the draft with the entry that follows, or with an empty one', () => {
    expect(after(draft('We')).draft).toBe('We')
    expect(after(draft('We'), entry(answered(1, 'We do'))).draft).toBe('')
    expect(after(draft('We'), draft('')).draft).toBe('')
  })
})

describe('Who answers', () => {
  it('is the bot, the queue, or a person, as the entries say', () => {
    expect(whoAnswers([])).toEqual({ kind: 'bot' })
    expect(whoAnswers([waiting(1)])).toEqual({ kind: 'queue' })
    expect(whoAnswers([waiting(1), joined(2), answered(3, 'x')])).toEqual({ kind: 'staff', name: '林晓' })
    expect(whoAnswers([joined(2), left(3)])).toEqual({ kind: 'bot' })
    expect(whoAnswers([waiting(1), withdrawn(2)])).toEqual({ kind: 'bot' })
  })

  it('is shown as typing only where the bot will answer', () => {
    expect(after(open, say('a'), accepted('a')).typing).toBe('')
    expect(after(open, entry(joined(1)), say('a'), accepted('a')).typing).toBeUndefined()
    expect(after(open, say('a'), accepted('a'), entry(answered(2, 'b'))).typing).toBeUndefined()
  })
})

describe('What is unread', () => {
  it('counts messages after what was seen, over reloads', () => {
    const read = after(entry(answered(1, 'a')), { type: 'seen' })
    expect(countUnread(applyChange(read, entry(answered(2, 'b'))))).toBe(1)
    expect(countUnread(after(entry(answered(1, 'a')), entry(said(2, 'x')), entry(answered(3, 'b'))))).toBe(2)
  })
})

describe('The survey', () => {
  it('is rated when the log says so, in its own conversation', () => {
    const survey = answered(5, '是否解决了您的问题', { kind: 'survey' })
    const isRated = (...entries: Entry[]) =>
      readTimeline(after(...entries.map(entry))).flatMap((row) => (row.kind === 'survey' ? row.isRated : []))
    expect(isRated(resolved(4), survey)).toEqual([false])
    expect(isRated(resolved(4), survey, rated(6))).toEqual([true])
    expect(isRated(resolved(4), survey, { ...rated(6), cursor: 'cnv_02:6' })).toEqual([false])
  })
})

describe('The timeline', () => {
  it('names a speaker once in a row, and offers the replies of the last message only', () => {
    const rows = readTimeline(after(entry(answered(1, 'a')), entry(answered(2, 'b')), entry(resolved(3))))
    expect(rows.flatMap((row) => (row.kind === 'message' ? [[row.isFirst, row.isLast]] : []))).toEqual([
      [true, false],
      [false, true],
    ])
    expect(readTimeline(after(entry(answered(1, 'a')), say('x')))[1]).toMatchObject({ isLast: false })
  })

  it('shows the time again after a long pause', () => {
    const later = { ...answered(2, 'b'), at: '2026-11-21T10:00:00.000Z' }
    expect(readTimeline(after(entry(answered(1, 'a')), entry(later))).map(({ kind }) => kind)).toEqual([
      'time',
      'message',
      'time',
      'message',
    ])
  })
})
