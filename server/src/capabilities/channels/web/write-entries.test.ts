import { ConversationEvent, type Why } from '@lingxi/contract/conversation'
import { Entry } from '@lingxi/contract/web-channel'
import { expect, test } from 'vitest'
import { toEntry } from './write-entries.ts'

const stamp = { seq: 3, at: '2026-01-05T08:00:00.000Z', turn: 1 }
const person = { staffId: 'stf_1', name: '小林' }
const why: Why = { act: 'question', confidence: 1, language: 'zh', signals: [], reason: 'a-reason' }
const shown: ConversationEvent[] = [
  { ...stamp, type: 'message-received', messageId: 'msg_1', externalId: 'said-1', text: '你好', page: '/secret' },
  {
    ...stamp,
    type: 'message-sent',
    messageId: 'msg_2',
    kind: 'answer',
    speaker: { kind: 'bot', name: '灵犀' },
    text: '您好',
    citations: [],
    quickReplies: [],
  },
  { ...stamp, type: 'hand-off-requested', reason: 'anger' },
  { ...stamp, type: 'hand-off-withdrawn' },
  { ...stamp, type: 'conversation-claimed', ...person },
  { ...stamp, type: 'conversation-handed-back', ...person },
  { ...stamp, type: 'conversation-resolved', ...person },
  { ...stamp, type: 'conversation-rated', solved: true, stars: 5, comment: '很好' },
  { ...stamp, type: 'conversation-rated', solved: false },
]
const hidden: ConversationEvent[] = [
  { ...stamp, type: 'conversation-opened', channel: 'web', customerId: 'cus_1', customerName: '访客', language: 'zh' },
  { ...stamp, type: 'turn-decided', about: [], decision: 'answer', why },
  { ...stamp, type: 'note-added', ...person, text: '难缠' },
  { ...stamp, type: 'delivery-recorded', messageId: 'msg_2', outcome: 'sent' },
  { ...stamp, type: 'mood-read', messageId: 'msg_1', score: -0.4, emotion: 'angry' },
  {
    ...stamp,
    type: 'action-performed',
    runId: 'cnv_1:3:refund:pay',
    action: 'refund',
    outcome: { kind: 'done', output: { amount: 129 } },
    attempts: 1,
    milliseconds: 12,
  },
  { ...stamp, type: 'action-judged', runId: 'cnv_1:3:refund:pay', allowed: true, ...person },
  { ...stamp, type: 'event-received', externalId: 'evt_1', name: 'parcel-delivered', fields: { order: 'secret' } },
]

test('a customer sees what was said and who is there, as the contract has it', () => {
  const entries = shown.map((event) => Entry.parse(toEntry('cnv_1', event)))
  expect(entries.map(({ type }) => type)).toEqual([
    'said',
    'message',
    'waiting',
    'withdrawn',
    'joined',
    'left',
    'resolved',
    'rated',
    'rated',
  ])
  expect(entries.every(({ cursor }) => cursor === 'cnv_1:3')).toBe(true)
})

test('a message has the id that the device of the customer gave it', () => {
  expect(toEntry('cnv_1', shown[0]!)).toMatchObject({ id: 'said-1', text: '你好' })
})

test('notes, reasons, pages and ids of people are not for customers', () => {
  expect(hidden.map((event) => toEntry('cnv_1', event))).toEqual(hidden.map(() => undefined))
  expect(JSON.stringify(shown.map((event) => toEntry('cnv_1', event)))).not.toMatch(/stf_1|secret|anger|很好/)
})

test('every kind of event was looked at', () => {
  const all = ConversationEvent.options.map(({ shape }) => shape.type.value)
  expect(new Set([...shown, ...hidden].map(({ type }) => type))).toEqual(new Set(all))
})
