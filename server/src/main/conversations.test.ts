import { deskRoutes } from '@lingxi/contract/desk-routes'
import { webRoutes } from '@lingxi/contract/channel-routes'
import { belongsTo, conversationViews } from '@lingxi/contract/conversation'
import { beforeAll, describe, expect, it } from 'vitest'
import { aVisitor } from './customers.testing.ts'
import { useServer } from './main.testing.ts'

describe('a conversation over the API', () => {
  const server = useServer()
  type Person = Awaited<ReturnType<ReturnType<typeof server>['signIn']>>
  let lin: Person
  let zhou: Person
  let boss: Person
  beforeAll(async () => {
    lin = await server().signIn('staff', '小林')
    zhou = await server().signIn('staff', '小周')
    boss = await server().signIn('supervisor', '老板')
  })

  async function aWaitingCustomer() {
    const visitor = await aVisitor(server())
    await visitor.say('转人工')
    const id = await visitor.conversationId()
    return { visitor, id, params: { id } }
  }
  const refused = (code: string) => expect.objectContaining({ code })

  it('waits for a person once one is asked for, and is shown with its whole log and the reason', async () => {
    const { id, params, visitor } = await aWaitingCustomer()
    const { conversations } = await lin.call(deskRoutes.listConversations, { query: { state: 'waiting' } })
    expect(conversations.find((row) => row.id === id)).toMatchObject({ owner: { kind: 'queue' }, channel: 'web' })
    const { events, customerId } = await lin.call(deskRoutes.getConversation, { params })
    expect(customerId).toBe(await visitor.customerId())
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1))
    expect(events.find(({ type }) => type === 'turn-decided')).toMatchObject({
      decision: 'hand-off',
      why: { language: 'zh' },
    })
  })

  it('is had by one of two who claim it at once; a supervisor may take it from them', async () => {
    const { params } = await aWaitingCustomer()
    const claims = await Promise.allSettled([lin, zhou].map(({ call }) => call(deskRoutes.claim, { params })))
    expect(claims.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(claims.find(({ status }) => status === 'rejected')).toMatchObject({ reason: refused('claimed-by-another') })
    const taken = await boss.call(deskRoutes.claim, { params })
    expect(taken.owner).toEqual({ kind: 'staff', staffId: boss.id, name: '老板' })
    const loser = claims[0]?.status === 'fulfilled' ? lin : zhou
    await expect(loser.call(deskRoutes.reply, { params, body: { text: '我来' } })).rejects.toEqual(refused('not-owner'))
  })

  it('is answered by who has it, in their name, and the bot is silent', async () => {
    const { visitor, params } = await aWaitingCustomer()
    await expect(lin.call(deskRoutes.reply, { params, body: { text: '您好' } })).rejects.toEqual(refused('not-owner'))
    await lin.call(deskRoutes.claim, { params })
    const last = (await visitor.read()).at(-1)!
    expect(last).toMatchObject({ type: 'joined', name: '小林' })
    await visitor.call(webRoutes.say, { body: { id: 'said-to-lin', text: '怎么退货？' } })
    const summary = await lin.call(deskRoutes.reply, { params, body: { text: '您好，我是小林。' } })
    expect(summary).toMatchObject({ unanswered: false, preview: '您好，我是小林。' })
    expect(await visitor.read(last.cursor)).toMatchObject([
      { type: 'said', id: 'said-to-lin' },
      { type: 'message', speaker: { kind: 'staff', name: '小林' }, text: '您好，我是小林。' },
    ])
  })

  it('keeps notes and reasons from the customer', async () => {
    const { visitor, params } = await aWaitingCustomer()
    const before = await visitor.read()
    await zhou.call(deskRoutes.note, { params, body: { text: '这位客户昨天也来过' } })
    expect(await visitor.read()).toEqual(before)
    expect(JSON.stringify(before)).not.toMatch(/why|act|confidence/)
    const { events } = await lin.call(deskRoutes.getConversation, { params })
    expect(events.at(-1)).toMatchObject({ type: 'note-added', name: '小周', text: '这位客户昨天也来过' })
  })

  it('is handed back to the bot, which answers what nobody answered, and later questions', async () => {
    const { visitor, params } = await aWaitingCustomer()
    await lin.call(deskRoutes.claim, { params })
    await visitor.call(webRoutes.say, { body: { id: 'left-open', text: '怎么退货？' } })
    const { cursor } = (await visitor.read()).at(-1)!
    await expect(zhou.call(deskRoutes.handBack, { params })).rejects.toEqual(refused('claimed-by-another'))
    expect((await lin.call(deskRoutes.handBack, { params })).owner).toEqual({ kind: 'bot' })
    await expect
      .poll(() => visitor.read(cursor))
      .toMatchObject([
        { type: 'left', name: '小林' },
        { type: 'message', kind: 'notice' },
        { type: 'message', kind: 'answer', text: expect.stringContaining('7 天') },
      ])
    const [, next] = await visitor.say('怎么退货？')
    expect(next).toMatchObject({ type: 'message', speaker: { kind: 'bot' } })
  })

  it('is resolved, the customer is asked whether it is solved, and rates it', async () => {
    const { visitor, id, params } = await aWaitingCustomer()
    await expect(visitor.call(webRoutes.rate, { body: { solved: true } })).rejects.toEqual(refused('not-rateable'))
    await lin.call(deskRoutes.claim, { params })
    await expect(zhou.call(deskRoutes.resolve, { params })).rejects.toEqual(refused('claimed-by-another'))
    expect(await lin.call(deskRoutes.resolve, { params })).toMatchObject({ status: 'resolved', owner: { kind: 'bot' } })
    expect((await visitor.read()).slice(-2)).toMatchObject([
      { type: 'resolved', conversationId: id },
      { type: 'message', kind: 'survey', text: expect.stringContaining('是否解决') },
    ])
    await visitor.call(webRoutes.rate, { body: { conversationId: id, solved: true, stars: 4, comment: '很快' } })
    expect((await lin.call(deskRoutes.getConversation, { params })).rating).toEqual({ solved: true, stars: 4 })
    for (const route of [deskRoutes.claim, deskRoutes.handBack, deskRoutes.resolve])
      await expect(lin.call(route, { params })).rejects.toEqual(refused('conversation-resolved'))
  })

  it('is followed by a new one when the customer comes again, which shows the earlier', async () => {
    const { visitor, id, params } = await aWaitingCustomer()
    await lin.call(deskRoutes.resolve, { params })
    await visitor.say('你好')
    const next = await visitor.conversationId()
    expect(next).not.toBe(id)
    const { earlier } = await lin.call(deskRoutes.getConversation, { params: { id: next } })
    expect(earlier.map((row) => row.id)).toEqual([id])
  })

  it('cannot be found under an id that is none', async () => {
    for (const route of [deskRoutes.getConversation, deskRoutes.claim, deskRoutes.handBack, deskRoutes.resolve])
      await expect(lin.call(route, { params: { id: 'cnv_0' } })).rejects.toEqual(refused('not-found'))
    const body = { text: 'x' }
    for (const route of [deskRoutes.reply, deskRoutes.note])
      await expect(lin.call(route, { params: { id: 'cnv_0' }, body })).rejects.toEqual(refused('not-found'))
  })

  it('is in the views it belongs to, each of which can be read page by page without gap or repeat', async () => {
    for (let count = 0; count < 7; count++) {
      const { params } = await aWaitingCustomer()
      if (count % 3 === 1) await lin.call(deskRoutes.claim, { params })
      if (count % 3 === 2) await lin.call(deskRoutes.resolve, { params })
    }
    for (const state of conversationViews) {
      const whole = await lin.call(deskRoutes.listConversations, { query: { state, limit: 200 } })
      expect(whole.conversations.length).toBeGreaterThan(1)
      expect(whole.conversations.every((row) => belongsTo(state, row, lin.id))).toBe(true)
      expect(whole.next).toBeNull()
      if (state !== 'resolved') expect(whole.counts[state]).toBe(whole.conversations.length)
      expect(await pageThrough(state)).toEqual(whole.conversations.map(({ id }) => id))
    }
  })

  async function pageThrough(state: (typeof conversationViews)[number]) {
    const ids: string[] = []
    let after: string | undefined
    do {
      const query = { state, limit: 2, ...(after && { after }) }
      const { conversations, next } = await lin.call(deskRoutes.listConversations, { query })
      ids.push(...conversations.map(({ id }) => id))
      after = next ?? undefined
    } while (after)
    return ids
  }
})
