import { expect, it } from 'vitest'
import { onBothDatabases } from '../../platform/database/database.testing.ts'
import { aTeachingCompany } from './teaching.testing.ts'

const at = '2026-11-01T08:00:00.000Z'
const said = (texts: string[]) => texts.map((text) => ({ text, language: 'zh' as const, at }))
const texts = Array.from({ length: 12 }, (_, number) => `第 ${number} 句话`)
const all = { order: 'newest' as const, limit: 100, offset: 0 }

onBothDatabases('what customers wrote', (opened) => {
  it('counts once however many processes gather it at once', async () => {
    const { tenantId, teaching } = aTeachingCompany(opened())
    for (let round = 0; round < 10; round++) {
      const take = () =>
        teaching.inbox.take(tenantId, 'cnv_1', { after: round, seq: round + 1, said: said(['你好吗']) })
      await Promise.all([take(), take(), take()])
    }
    expect((await teaching.inbox.list(tenantId, { ...all, state: 'open' })).messages).toMatchObject([{ count: 10 }])
  })

  it('is gathered from several conversations while people put it aside and take it back', async () => {
    const { tenantId, teaching } = aTeachingCompany(opened())
    await teaching.inbox.take(tenantId, 'cnv_0', { after: 0, seq: 1, said: said(texts) })
    const { messages } = await teaching.inbox.list(tenantId, { ...all, state: 'open' })
    const ids = messages.map(({ id }) => id)
    for (let round = 0; round < 15; round++) {
      const take = (conversation: string, some: string[]) =>
        teaching.inbox.take(tenantId, conversation, { after: round, seq: round + 1, said: said(some) })
      await Promise.all([
        take('cnv_1', texts),
        take('cnv_2', texts.toReversed()),
        teaching.inbox.dismiss(tenantId, { ids, back: round % 2 === 1 }),
      ])
    }
    const counted = (await teaching.inbox.list(tenantId, { ...all, state: 'dismissed' })).messages
    expect(counted.map(({ count }) => count)).toEqual(texts.map(() => 31))
  })
})
