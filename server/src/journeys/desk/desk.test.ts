import { webRoutes } from '@lingxi/contract/channel-routes'
import { expect, it } from 'vitest'
import { onBothDatabases } from '../../platform/database/database.testing.ts'
import { effectOf } from '../turn/perform.ts'
import { aCaller, useHouse } from '../turn/turn.testing.ts'
import { createDesk } from './desk.ts'
import { createCloseQuiet } from './close-quiet.ts'

let visitors = 0
const someone = () => `desk-visitor-${++visitors}`
const lin = aCaller({ id: 'stf_lin', name: '小林', role: 'staff' })
const zhou = aCaller({ id: 'stf_zhou', name: '小周', role: 'staff' })
const boss = aCaller({ id: 'stf_boss', name: '王主管', role: 'supervisor' })
const exchange = {} as never

onBothDatabases('the desk', (opened) => {
  const house = useHouse(opened, { seed: 7_000 })
  const desk = () => {
    const { conversations, staff, words, delivery, turns, ids } = house()
    const takeTurn: Parameters<typeof createDesk>[0]['takeTurn'] = (tenantId, state) => void turns.take(tenantId, state)
    const settings = staff.getSettings
    return createDesk({ conversations, settings, words, deliveryOf: delivery, takeTurn, performOf: effectOf, ids })
  }
  const ask = (id: string, body?: { text: string }) => ({ params: { id }, query: undefined, body: body as never })

  it('takes a waiting customer from claim over reply and note to resolve and a survey', async () => {
    const { conversationId: id } = await house().say(someone(), '转人工')
    const d = desk()
    const list = await d.listConversations(
      { params: undefined, query: { state: 'waiting', limit: 50 }, body: undefined },
      lin,
      exchange,
    )
    expect(list.conversations.map((row) => row.id)).toContain(id)
    await d.claim(ask(id) as never, lin, exchange)
    await d.note(ask(id, { text: '老客户，优先' }) as never, lin, exchange)
    await d.reply(ask(id, { text: '您好，我是小林' }) as never, lin, exchange)
    await d.resolve(ask(id) as never, lin, exchange)
    const conversation = await d.getConversation(ask(id) as never, boss, exchange)
    const events = conversation.events.filter(({ type }) => type !== 'delivery-recorded')
    expect(events.map(({ type }) => type).slice(-5)).toEqual([
      'conversation-claimed',
      'note-added',
      'message-sent',
      'conversation-resolved',
      'message-sent',
    ])
    expect(events.at(-1)).toMatchObject({ kind: 'survey' })
    expect(conversation.status).toBe('resolved')
  })

  it('shows the customer who speaks, and never a note or a reason', async () => {
    const customer = someone()
    const { conversationId: id } = await house().say(customer, '转人工')
    const d = desk()
    await d.claim(ask(id) as never, lin, exchange)
    await d.note(ask(id, { text: '一句只给同事看的话' }) as never, lin, exchange)
    await d.reply(ask(id, { text: '您好' }) as never, lin, exchange)
    const customerId = house().customers.idOf('loopback', customer)
    const { entries } = await house().readEntries(house().tenant, customerId, undefined)
    for (const entry of entries)
      expect(webRoutes.readEntries.ok.shape.entries.element.safeParse(entry).success).toBe(true)
    expect(entries.map(({ type }) => type)).toEqual(['said', 'message', 'waiting', 'joined', 'message'])
    expect(entries.at(-1)).toMatchObject({ speaker: { kind: 'staff', name: '小林' } })
    expect(JSON.stringify(entries)).not.toContain('同事看的话')
  })

  it('refuses a colleague, and lets a supervisor take over', async () => {
    const { conversationId: id } = await house().say(someone(), '转人工')
    const d = desk()
    await d.claim(ask(id) as never, lin, exchange)
    await expect(d.claim(ask(id) as never, zhou, exchange)).rejects.toMatchObject({ code: 'claimed-by-another' })
    await expect(d.reply(ask(id, { text: '我来' }) as never, zhou, exchange)).rejects.toMatchObject({
      code: 'not-owner',
    })
    await expect(d.handBack(ask(id) as never, zhou, exchange)).rejects.toMatchObject({ code: 'claimed-by-another' })
    expect((await d.claim(ask(id) as never, boss, exchange)).owner).toMatchObject({ name: '王主管' })
  })

  it('lets the bot answer what was still open when it is handed back', async () => {
    const customer = someone()
    const { conversationId: id } = await house().say(customer, '转人工')
    const d = desk()
    await d.claim(ask(id) as never, lin, exchange)
    await house().say(customer, '怎么退货')
    await d.handBack(ask(id) as never, lin, exchange)
    await expect.poll(async () => (await house().answersIn(id)).at(-1)?.text ?? '').toContain('上门取件')
  })

  it('pages through a view without gap or repeat', async () => {
    for (let number = 0; number < 5; number++) await house().say(someone(), '转人工')
    const d = desk()
    const seen: string[] = []
    let after: string | undefined
    do {
      const query = { state: 'waiting' as const, limit: 2, after }
      const page = await d.listConversations({ params: undefined, query, body: undefined } as never, lin, exchange)
      seen.push(...page.conversations.map((row) => row.id))
      after = page.next ?? undefined
    } while (after)
    const { counts } = await d.listConversations(
      { params: undefined, query: { state: 'waiting', limit: 1 }, body: undefined },
      lin,
      exchange,
    )
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.length).toBe(counts.waiting)
  })

  it('resolves what the bot has and nobody has spoken in for a day, and nothing else', async () => {
    const quiet = await house().say(someone(), '怎么退货')
    const waiting = await house().say(someone(), '转人工')
    await house().delivered(quiet.conversationId, waiting.conversationId)
    house().clock.move(25 * 60 * 60 * 1000)
    const fresh = await house().say(someone(), '怎么退货')
    const { conversations, words, staff, delivery, clock, ids, tenant } = house()
    await createCloseQuiet({ conversations, words, settings: staff.getSettings, deliveryOf: delivery, clock, ids })(
      tenant,
    )
    const statusOf = async (id: string) => (await conversations.find(tenant, id))?.status
    expect(await statusOf(quiet.conversationId)).toBe('resolved')
    expect(await statusOf(waiting.conversationId)).toBe('open')
    expect(await statusOf(fresh.conversationId)).toBe('open')
  })
})
