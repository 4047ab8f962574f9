import type { ConversationEvent, EventOf } from '@lingxi/contract/conversation'
import { beforeAll, expect, it } from 'vitest'
import { aProvided } from '../../capabilities/actions/actions.testing.ts'
import { createBuiltIns } from '../../capabilities/actions/built-in.ts'
import { onBothDatabases } from '../../platform/database/database.testing.ts'
import { useHouse } from './turn.testing.ts'

const flows = `
slots:
  order: { type: text, label: { zh: 订单号 }, ask: { zh: 请告诉我订单号。 }, entities: [order-number] }
  reason: { type: text, label: { zh: 原因 }, ask: { zh: 为什么要退呢？ } }
flows:
  refund:
    name: { zh: 退款 }
    triggers: [{ entity: order-number }]
    steps:
      - { id: order, collect: order }
      - { id: look, action: find_order, input: { number: slots.order }, into: found, refused: unknown }
      - { id: reason, collect: reason }
      - { id: sure, confirm: { zh: '要把 {{ results.found.amount }} 元退给您吗？' } }
      - { id: pay, action: refund, input: { number: slots.order }, refused: declined }
      - { id: paid, say: { zh: 已经退给您了。 }, next: end }
      - { id: declined, say: { zh: 系统没有同意退款。 }, next: end }
      - { id: unknown, say: { zh: 没有找到这张订单。 } }
  broken:
    name: { zh: 开不了机 }
    steps:
      - { id: person, hand_over: { reason: repair, say: { zh: 这个要请师傅看。 } } }
  delivered:
    name: { zh: 已送达 }
    triggers: [{ event: parcel-delivered }]
    steps:
      - { id: told, say: { zh: '您的包裹 {{ event.order }} 已送达。' } }
`
const isDecided = (event: ConversationEvent): event is EventOf<'turn-decided'> => event.type === 'turn-decided'

onBothDatabases('A turn with flows', (opened) => {
  const order = aProvided(
    ({ input }) => ({
      attempts: 1,
      outcome:
        input['number'] === 'SG70411001'
          ? { kind: 'done', output: { amount: 129 } }
          : { kind: 'refused', reason: 'no such order', output: null },
    }),
    { name: 'find_order', effect: 'look' },
  )
  const refund = aProvided(() => ({ attempts: 1, outcome: { kind: 'done', output: {} } }))
  const house = useHouse(opened, { seed: 9_700, providers: [createBuiltIns([order.provided, refund.provided])] })
  beforeAll(async () => {
    const { flows: kept, tenant } = house()
    const { draft } = await kept.flows.importDraft(tenant, { text: flows, mode: 'replace', preview: false, by: null })
    await kept.flows.versions.publish(tenant, { note: '', draft, share: 100, at: null, by: null })
  })

  /** Says one thing after the other, and returns what the bot said last. */
  async function talk(from: string, ...texts: string[]) {
    let id = ''
    for (const text of texts) id = (await house().say(from, text)).conversationId
    return { id, last: (await house().answersIn(id)).at(-1)?.text }
  }
  const decisionsIn = async (id: string) => (await house().eventsOf(id)).filter(isDecided)

  it('is led by them: what has to be known is looked up before, what changes something is done after, once', async () => {
    const { id, last } = await talk('ann', '我的订单 SG70411001', '不喜欢')
    expect(last).toBe('要把 129 元退给您吗？')
    expect(refund.calls).toEqual([])
    await talk('ann', '好的')
    await expect.poll(async () => (await house().answersIn(id)).at(-1)?.text).toBe('已经退给您了。')
    expect(refund.calls).toMatchObject([{ input: { number: 'SG70411001' }, conversationId: id, language: 'zh' }])
    expect(order.calls.at(-1)).toMatchObject({ conversationId: id, language: 'zh' })
    const [first] = await decisionsIn(id)
    expect(first!.why.dialogue).toMatchObject({ looked: [{ action: 'find_order', outcome: 'done' }] })
    expect(await house().conversations.find(house().tenant, id)).toMatchObject({ pending: [], dialogue: null })
  })

  it('goes another way where the system refuses', async () => {
    expect((await talk('bea', '订单 SG70419999')).last).toBe('没有找到这张订单。')
  })

  it('answers a question in between, and comes back to its own', async () => {
    const { id, last } = await talk('cat', '订单 SG70411001', '多久发货？')
    const texts = (await house().answersIn(id)).map(({ text }) => text)
    expect(texts.some((text) => text.includes('当天发货'))).toBe(true)
    expect(last).toContain('为什么要退呢？')
    expect((await decisionsIn(id)).at(-1)).toMatchObject({
      decision: 'answer',
      why: { dialogue: { repair: 'knowledge' } },
    })
  })

  it('begins with what the systems of the company tell', async () => {
    const { id } = await talk('dan', '你好')
    const { conversations, turns, tenant } = house()
    const told = { externalId: 'evt-1', name: 'parcel-delivered', fields: { order: 'SG70411002' } }
    const { state } = await conversations.receiveEvent(tenant, id, told)
    await turns.take(tenant, state)
    expect((await house().answersIn(id)).at(-1)?.text).toBe('您的包裹 SG70411002 已送达。')
    expect((await decisionsIn(id)).at(-1)!.why.understood).toBeUndefined()
    expect((await conversations.find(tenant, id))!.moods).toEqual(state.moods)
  })

  it('says once that a person takes over, with the place in the line, whether the engine says it or the flow', async () => {
    const { id, last } = await talk('wants a person', 'SG70411001', '转人工')
    expect(last).toMatch(/订单号：SG70411001.+(?:下一位|还有 \d+ 位)/)
    expect(last!.match(/同事/g)).toHaveLength(1)
    expect(await house().answersIn(id)).toHaveLength(2)
    const { last: own } = await talk('is handed over', '开不了机')
    expect(own).toMatch(/^这个要请师傅看。您(?:是下一位|前面还有 \d+ 位)。$/)
  })

  it('hands over at any point when a person is asked for, and nothing is open any more', async () => {
    const { id } = await talk('eve', '订单 SG70411001', '转人工')
    expect(await house().conversations.find(house().tenant, id)).toMatchObject({
      owner: { kind: 'queue' },
      dialogue: null,
    })
  })
})
