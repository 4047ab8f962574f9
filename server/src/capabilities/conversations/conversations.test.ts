import { belongsTo, conversationViews } from '@lingxi/contract/conversation'
import { expect, it } from 'vitest'
import { onBothDatabases } from '../../platform/database/database.testing.ts'
import { applyEvent, startOf } from './conversation-state.ts'
import { aCustomer, aMessage, anAnswer, aPerson, aTurn, startConversations } from './conversations.testing.ts'

onBothDatabases('conversations', (opened) => {
  let seed = 100
  const start = () => startConversations(opened(), seed++)
  const words = (messageId: string) => () => ({ message: anAnswer(messageId), effects: [] })
  const wordsOf = (staffId: string) => () => ({
    message: { ...anAnswer('msg_staff'), speaker: { kind: 'staff' as const, staffId, name: staffId } },
    effects: [],
  })

  it('hears a message once, however often it is delivered', async () => {
    const { conversations, tenant } = start()
    const heard = await Promise.all(
      [1, 2, 3].map(() => conversations.hear(tenant, aCustomer(), aMessage('你好', 'm-1'))),
    )
    const again = await conversations.hear(tenant, aCustomer(), aMessage('你好', 'm-1'))
    expect([...heard, again].map(({ repeated }) => repeated)).toEqual([false, true, true, true])
    expect(new Set([...heard, again].map(({ messageId }) => messageId)).size).toBe(1)
    const events = await conversations.eventsAfter(tenant, again.conversationId, 0)
    expect(events.map(({ type }) => type)).toEqual(['conversation-opened', 'message-received'])
  })

  it('commits one answer for a turn, and tells every other that it is late', async () => {
    const { conversations, tenant } = start()
    const { conversationId, state } = await openWith(conversations, tenant, '怎么退货')
    const outcomes = await Promise.all([
      conversations.commit(tenant, conversationId, aTurn(state.turn, 'msg_a')),
      conversations.commit(tenant, conversationId, aTurn(state.turn, 'msg_b')),
    ])
    expect(outcomes.map(({ kind }) => kind)).toEqual(['committed', 'late'])
  })

  it('drops an answer that was thought for an older turn', async () => {
    const { conversations, tenant } = start()
    const { conversationId, state } = await openWith(conversations, tenant, '怎么退货')
    await conversations.hear(tenant, aCustomer(), aMessage('还有,运费谁出?'))
    expect(await conversations.commit(tenant, conversationId, aTurn(state.turn))).toEqual({ kind: 'late' })
    expect((await conversations.commit(tenant, conversationId, aTurn(state.turn + 1))).kind).toBe('committed')
  })

  it('keeps the bot silent once a person has claimed, and lets only that person answer', async () => {
    const { conversations, tenant } = start()
    const { conversationId, state } = await openWith(conversations, tenant, '转人工')
    const lin = aPerson('stf_lin')
    await conversations.claim(tenant, conversationId, lin)
    expect((await conversations.commit(tenant, conversationId, aTurn(state.turn))).kind).toBe('late')
    const other = conversations.reply(tenant, conversationId, { person: aPerson('stf_zhou'), compose: words('msg_x') })
    await expect(other).rejects.toMatchObject({ code: 'not-owner' })
    const { summary } = await conversations.reply(tenant, conversationId, { person: lin, compose: wordsOf('stf_lin') })
    expect(summary).toMatchObject({ owner: { kind: 'staff', staffId: 'stf_lin' }, unanswered: false })
  })

  it('lets one of two who claim at once have it, and a supervisor take it over', async () => {
    const { conversations, tenant } = start()
    const { conversationId } = await openWith(conversations, tenant, '转人工')
    const claims = await Promise.allSettled(
      ['stf_a', 'stf_b'].map((id) => conversations.claim(tenant, conversationId, aPerson(id))),
    )
    expect(claims.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const { summary } = await conversations.claim(tenant, conversationId, aPerson('stf_boss', true))
    expect(summary.owner).toMatchObject({ staffId: 'stf_boss' })
  })

  it('gives an unanswered question back to the bot, whose turn is then due', async () => {
    const { conversations, tenant } = start()
    const { conversationId } = await openWith(conversations, tenant, '怎么退货')
    const lin = aPerson('stf_lin')
    await conversations.claim(tenant, conversationId, lin)
    const { state } = await conversations.handBack(tenant, conversationId, { person: lin, compose: words('msg_back') })
    expect(conversations.isDue(state)).toBe(true)
  })

  it('opens a new conversation after the old one was resolved, and takes a rating for the old one', async () => {
    const { conversations, tenant } = start()
    const first = await openWith(conversations, tenant, '怎么退货')
    await conversations.resolve(tenant, first.conversationId, {
      person: aPerson('stf_lin'),
      compose: words('msg_survey'),
    })
    await conversations.rate(tenant, aCustomer().id, { solved: false })
    await conversations.rate(tenant, aCustomer().id, { solved: true, stars: 5 })
    expect((await conversations.find(tenant, first.conversationId))?.rating).toEqual({ solved: true, stars: 5 })
    const second = await conversations.hear(tenant, aCustomer(), aMessage('再问一句'))
    expect(second.conversationId).not.toBe(first.conversationId)
    await expect(
      conversations.rate(tenant, 'cus_other', { solved: true, conversationId: first.conversationId }),
    ).rejects.toMatchObject({ code: 'not-found' })
  })

  it('writes a reply that is sent again once', async () => {
    const { conversations, tenant } = start()
    const { conversationId } = await openWith(conversations, tenant, '转人工')
    const lin = aPerson('stf_lin')
    await conversations.claim(tenant, conversationId, lin)
    const asked = { person: lin, compose: wordsOf('stf_lin'), messageId: 'msg_staff' }
    await Promise.all([1, 2].map(() => conversations.reply(tenant, conversationId, asked)))
    const { summary } = await conversations.reply(tenant, conversationId, asked)
    const events = await conversations.eventsAfter(tenant, conversationId, 0)
    expect(events.filter(({ type }) => type === 'message-sent')).toHaveLength(1)
    expect(summary.seq).toBe(events.at(-1)?.seq)
  })

  it('does not close as quiet what the customer has just spoken in', async () => {
    const { conversations, tenant, clock } = start()
    const { conversationId, state } = await openWith(conversations, tenant, '怎么退货')
    await conversations.commit(tenant, conversationId, aTurn(state.turn))
    const closing = { before: new Date(clock.now() + 1).toISOString(), person: aPerson('bot'), compose: undefined }
    await conversations.hear(tenant, aCustomer(), aMessage('还有一个问题'))
    expect((await conversations.closeQuiet(tenant, conversationId, closing)).summary.status).toBe('open')
  })

  it('puts the conversations of a person who left back into the line', async () => {
    const { conversations, tenant } = start()
    const { conversationId } = await openWith(conversations, tenant, '转人工')
    await conversations.claim(tenant, conversationId, aPerson('stf_lin'))
    await conversations.releaseAll(tenant, 'stf_lin')
    expect(await conversations.find(tenant, conversationId)).toMatchObject({
      owner: { kind: 'queue' },
      handOffReason: 'staff-left',
    })
  })

  it('keeps rows that are exactly what their logs add up to, and views that agree with the contract', async () => {
    const { conversations, tenant, clock } = start()
    for (const number of [1, 2, 3, 4, 5]) {
      clock.move(1000)
      const customer = aCustomer(`cus_${number}`)
      const { conversationId } = await conversations.hear(tenant, customer, aMessage('你好'))
      const turn = aTurn(1 + 0)
      await conversations.commit(tenant, conversationId, number % 2 ? { ...turn, handOff: 'asked-for-person' } : turn)
      if (number > 2) await conversations.claim(tenant, conversationId, aPerson('stf_lin'))
      if (number > 4)
        await conversations.resolve(tenant, conversationId, { person: aPerson('stf_lin'), compose: undefined })
    }
    for (const of of conversationViews) {
      const rows = await conversations.listView(tenant, { of, staffId: 'stf_lin', limit: 10 })
      expect(rows.length).toBeGreaterThan(0)
      expect(rows.every((row) => belongsTo(of, row, 'stf_lin'))).toBe(true)
      expect(await conversations.count(tenant, { of, staffId: 'stf_lin' })).toBe(rows.length)
      for (const row of rows) {
        const events = await conversations.eventsAfter(tenant, row.id, 0)
        const folded = events.reduce(applyEvent, startOf(row.id, events[0]!.at))
        expect(await conversations.find(tenant, row.id)).toEqual(folded)
      }
    }
  })
})

type Started = ReturnType<typeof startConversations>
async function openWith(conversations: Started['conversations'], tenant: string, text: string) {
  const heard = await conversations.hear(tenant, aCustomer(), aMessage(text))
  if (heard.repeated) throw new Error('a fresh message was taken for a repeat')
  return heard
}
