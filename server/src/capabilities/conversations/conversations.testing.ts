/** Conversations on a given database, with counting ids, a clock that stands still and jobs that are only kept. */
import type { Why } from '@lingxi/contract/conversation'
import type { InboundMessage, OutboundMessage } from '@lingxi/contract/message'
import type { OpenDatabase } from '#platform/database'
import { createLocalSignals } from '#platform/signals'
import { createFakeClock } from '../../platform/clock/clock.testing.ts'
import { createSeededIds } from '../../platform/ids/ids.testing.ts'
import { createKeptJobs } from '../../platform/jobs/jobs.testing.ts'
import { type BotTurn, createConversations } from './conversations.ts'

export function startConversations(opened: OpenDatabase, seed = 1) {
  const clock = createFakeClock()
  const ids = createSeededIds(seed)
  const jobs = createKeptJobs()
  const signals = createLocalSignals()
  const conversations = createConversations({ database: opened.database, jobs, signals, clock, ids })
  return { conversations, clock, ids, jobs, signals, tenant: ids.next('tnt') }
}

export const aCustomer = (id = 'cus_1') => ({ id, name: '访客 1', channel: 'loopback', language: 'zh' as const })

export const aMessage = (text: string, externalId = text): InboundMessage => ({
  channel: 'loopback',
  externalId,
  sender: { externalId: 'someone' },
  text,
})

export const anAnswer = (messageId: string, text = '七天内可以退货。'): OutboundMessage => ({
  messageId,
  kind: 'answer',
  speaker: { kind: 'bot', name: '灵犀' },
  text,
  citations: [],
  quickReplies: [],
})

export const aWhy: Why = { act: 'question', confidence: 1, language: 'zh', signals: [], reason: 'question' }

export const aTurn = (turn: number, messageId = `msg_answer_${turn}`): BotTurn => ({
  turn,
  about: [],
  decision: 'answer',
  why: aWhy,
  messages: [anAnswer(messageId)],
})

export const aPerson = (staffId: string, mayTakeOver = false) => ({ staffId, name: staffId, mayTakeOver })
