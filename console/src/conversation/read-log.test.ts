import type { ConversationEvent } from '@lingxi/contract/conversation'
import { describe, expect, it } from 'vitest'
import { lastPage, readLog } from './read-log.ts'

const at = '2026-11-21T08:00:00.000Z'
const bot = { kind: 'bot', name: '小灵' } as const
const why = { act: 'question', confidence: 0.9, language: 'zh', signals: [], reason: 'supported' } as const
const opened = (seq: number): ConversationEvent => ({
  seq,
  at,
  turn: 0,
  type: 'conversation-opened',
  channel: 'web',
  customerId: 'cus_1',
  customerName: '李',
  language: 'zh',
})
const heard = (seq: number, turn: number, page?: string): ConversationEvent => ({
  seq,
  at,
  turn,
  type: 'message-received',
  messageId: `in_${seq}`,
  externalId: `x${seq}`,
  text: '能退货吗',
  ...(page && { page }),
})
const decided = (seq: number, turn: number): ConversationEvent => ({
  seq,
  at,
  turn,
  type: 'turn-decided',
  about: [],
  decision: 'answer',
  why: { ...why, signals: [] },
})
const sent = (seq: number, turn: number): ConversationEvent => ({
  seq,
  at,
  turn,
  type: 'message-sent',
  messageId: `out_${seq}`,
  kind: 'answer',
  speaker: bot,
  text: '可以',
  citations: [],
  quickReplies: [],
})

describe('the log as it is read', () => {
  it('puts the decision and the delivery to the answer they belong to', () => {
    const delivered: ConversationEvent = {
      seq: 5,
      at,
      turn: 1,
      type: 'delivery-recorded',
      messageId: 'out_4',
      outcome: 'sent',
    }
    const items = readLog([opened(1), heard(2, 1), decided(3, 1), sent(4, 1), delivered])
    expect(items.map(({ kind }) => kind)).toEqual(['day', 'line', 'heard', 'sent'])
    expect(items[3]).toMatchObject({ why: { seq: 3 }, delivery: 'sent' })
  })

  it('shows a decision that led to no word by itself', () => {
    const items = readLog([opened(1), heard(2, 1), decided(3, 1), heard(4, 2)])
    expect(items.map(({ kind }) => kind)).toEqual(['day', 'line', 'heard', 'decided', 'heard'])
  })

  it('explains the first of several messages of a turn, and no message of another turn', () => {
    const items = readLog([decided(1, 1), sent(2, 1), sent(3, 1), decided(4, 2), sent(5, 3)])
    expect(items.filter((item) => item.kind === 'sent').map((item) => item.why?.seq)).toEqual([1, undefined, undefined])
  })

  it('knows the page of the last message that had one', () => {
    expect(lastPage([heard(1, 1, 'https://a.example/'), heard(2, 2, 'https://b.example/'), heard(3, 3)])).toBe(
      'https://b.example/',
    )
  })
})
