/** Learning for tests, each with a tenant of its own, and logs of conversations in a few words. */
import type { ConversationEvent, DecisionKind } from '@lingxi/contract/conversation'
import type { GraphPath } from '@lingxi/contract/graph'
import type { Language } from '@lingxi/contract/message'
import { createFakeClock } from '../../platform/clock/clock.testing.ts'
import type { Database } from '../../platform/database/database.ts'
import { createSeededIds } from '../../platform/ids/ids.testing.ts'
import { systemIds } from '../../platform/ids/ids.ts'
import { createTokens } from '../../platform/search/tokens.ts'
import { createLearning } from './learning.ts'
import { createLikeness } from './likeness.ts'

export const tokens = createTokens()
export const likeness = createLikeness({ tokens })

export function aLearning(database: Database) {
  const clock = createFakeClock()
  const open = () => createLearning({ database, clock, ids: systemIds, tokens })
  return { learning: open(), another: open, clock, tenantId: systemIds.next('tnt') }
}

type Told = {
  question: string
  decision?: DecisionKind
  cites?: string[]
  signals?: string[]
  reason?: string
  paths?: GraphPath[]
}
/** A log written step by step, a minute apart. */
export function aLog({ language = 'zh' as Language, start = '2026-01-05T08:00:00.000Z' } = {}) {
  const events: ConversationEvent[] = []
  const ids = createSeededIds(7)
  let turn = 0
  const add = (event: object) => {
    const seq = events.length + 1
    const at = new Date(Date.parse(start) + seq * 60_000).toISOString()
    events.push({ seq, at, turn, ...event } as ConversationEvent)
  }
  const log = {
    events,
    asks({ question, decision = 'answer', cites = [], signals = [], reason = 'asked-a-question', paths }: Told) {
      turn++
      const messageId = ids.next('msg')
      add({ type: 'message-received', messageId, externalId: messageId, text: question })
      const why = { act: 'question', confidence: 1, language, signals, reason, question, ...(paths && { paths }) }
      add({ type: 'turn-decided', about: [messageId], decision, why })
      const citations = cites.map((articleId) => ({ articleId, title: articleId, start: 0, end: 4, quote: '七天之内' }))
      const speaker = { kind: 'bot', name: '小拾' }
      add({
        type: 'message-sent',
        messageId: ids.next('msg'),
        kind: 'answer',
        speaker,
        text: '答',
        citations,
        quickReplies: [],
      })
      if (decision === 'hand-off') add({ type: 'hand-off-requested', reason })
      return log
    },
    wantsPerson() {
      turn++
      const why = { act: 'hand-off', confidence: 1, language, signals: [], reason: 'asked-for-person' }
      add({ type: 'turn-decided', about: [], decision: 'hand-off', why })
      add({ type: 'hand-off-requested', reason: 'asked-for-person' })
      return log
    },
    replies(text: string, name = '小林') {
      const speaker = { kind: 'staff', staffId: 'stf_1', name }
      add({
        type: 'message-sent',
        messageId: ids.next('msg'),
        kind: 'answer',
        speaker,
        text,
        citations: [],
        quickReplies: [],
      })
      return log
    },
    resolved() {
      turn++
      add({ type: 'conversation-resolved', staffId: 'stf_1', name: '小林' })
      return log
    },
    rated(solved: boolean) {
      add({ type: 'conversation-rated', solved })
      return log
    },
  }
  return log
}
