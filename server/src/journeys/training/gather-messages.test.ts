import { expect, it } from 'vitest'
import { aTeachingCompany } from '../../capabilities/teaching/teaching.testing.ts'
import { systemClock } from '../../platform/clock/clock.ts'
import { onBothDatabases } from '../../platform/database/database.testing.ts'
import { silentLog } from '../../platform/log/log.ts'
import { createGatherMessages } from './gather-messages.ts'

const at = '2026-11-01T08:00:00.000Z'

onBothDatabases('what customers wrote', (opened) => {
  it('comes to the inbox once, masked, and read by the running version', async () => {
    const { tenantId, teaching } = aTeachingCompany(opened())
    const events = ['我的电话是13800138000', '怎么开发票'].map((text, at2) => ({
      type: 'message-received',
      seq: 2 * at2 + 1,
      at: new Date(systemClock.now()).toISOString(),
      text,
    }))
    events.splice(1, 0, { type: 'message-sent', seq: 2, at, text: '您好' })
    const gather = createGatherMessages({
      conversations: {
        listChanged: (async () => [{ id: 'cnv_1', language: 'zh', updatedAt: at }]) as never,
        eventsAfter: (async (_of: string, _id: string, seq: number) =>
          events.filter((event) => event.seq > seq)) as never,
      },
      cursors: { readUntil: async () => undefined, keepReadUntil: async () => undefined },
      inbox: teaching.inbox,
      mask: (text) => text.replaceAll(/\d+/g, '⟦phone 1⟧'),
      understand: async (_of, text) => ({
        intents: text.includes('发票') ? [{ name: 'invoice', probability: 0.9, start: 0, end: 5, because: [] }] : [],
        candidates: [
          { name: 'invoice', probability: 0.5 },
          { name: 'refund', probability: 0.4 },
        ],
        outOfScope: { decided: !text.includes('发票'), probability: 0.1 },
        readBy: { backend: 'linear', version: 'ver_1' },
        mood: { sentiment: { label: 'neutral' }, emotion: { label: 'neutral' } },
      }),
      readAgain: async (_of, text) =>
        text.includes('发票') ? { intent: 'refund', confidence: 0.4, example: '发票退款' } : null,
      clock: systemClock,
      log: silentLog,
    })
    await gather(tenantId)
    await gather(tenantId)
    const page = { state: 'open' as const, order: 'newest' as const, limit: 10, offset: 0 }
    const { messages } = await teaching.inbox.list(tenantId, page)
    expect(messages.map(({ text, count, guess, unsure }) => [text, count, guess?.intent, unsure])).toEqual(
      expect.arrayContaining([
        ['怎么开发票', 1, 'invoice', expect.closeTo(0.9)],
        ['我的电话是⟦phone 1⟧', 1, null, expect.closeTo(0.9)],
      ]),
    )
    expect(messages).toHaveLength(2)
    // The two readers differ about one of them, as far as both are sure.
    const disputed = await teaching.inbox.list(tenantId, { ...page, order: 'disagreeing' })
    expect(disputed.messages.map(({ text, disagreeing }) => [text, disagreeing])).toEqual([
      ['怎么开发票', expect.closeTo(0.6)],
      ['我的电话是⟦phone 1⟧', 0],
    ])
    expect(disputed.messages[0]!.guess!.second).toEqual({ intent: 'refund', confidence: 0.4, example: '发票退款' })
  })
})
