import { addUse, plainAssist } from '@lingxi/contract/assist'
import { afterEach, expect, it } from 'vitest'
import type { ToolModel } from '#platform/models'
import { onBothDatabases } from '../../platform/database/database.testing.ts'
import { createScriptedTools } from '../../platform/models/scripted-tools.ts'
import { strangeQuestion, useHelpedHouse } from './assist.testing.ts'

let visitors = 0
const someone = () => `helped-${++visitors}`

onBothDatabases('a turn in which a model helps', (opened) => {
  const { house, say, change, order, refund } = useHelpedHouse(opened, { seed: 21_000 })
  afterEach(() => change(plainAssist))

  it('is taken without it where an article answers, and with it where none does', async () => {
    expect((await say(someone(), '怎么退货')).assisted).toBeUndefined()
    const { decided, assisted } = await say(someone(), strangeQuestion, [{ say: ['NO_ANSWER'] }])
    expect(decided.decision).toBe('unknown')
    expect(assisted).toMatchObject({ outcome: 'no-answer', model: 'helper', use: { steps: 1, calls: 0 } })
  })

  it('looks up what it needs, says what it was told, and what each sentence stands on', async () => {
    const calls = [{ name: 'find_order', input: { number: 'D10086' } }]
    const say2 = ['您的订单已发货，', '由顺丰配送[tool]。预计 12月3日 送达[tool]。']
    const { told, assisted, decided, asked } = await say(someone(), '火星快递 D10086 飞到哪颗星星了？', [
      { say: ['我查一下。'], calls, spent: [900, 40] },
      { say: say2, spent: [1_000, 60] },
    ])
    expect(decided.decision).toBe('answer')
    expect(told).toContain('您的订单已发货，由顺丰配送。预计 12月3日 送达。')
    expect(told).not.toContain('我查一下')
    expect(assisted).toMatchObject({
      outcome: 'answered',
      use: { steps: 2, calls: 1, tokensIn: 1_900, tokensOut: 100 },
      estimated: false,
      looked: [{ action: 'find_order', input: { number: 'D10086' }, outcome: 'done' }],
      claims: [{ on: ['查询订单 / Find an order'] }, { sentence: '预计 12月3日 送达。' }],
    })
    expect(JSON.stringify(asked[1]!.turns)).toContain('已发货')
    expect(order.calls.at(-1)?.input).toEqual({ number: 'D10086' })
  })

  it.each(['7', '1008', '', true, 'number'])('looks up nothing by %j, which nobody said', async (number) => {
    const before = order.calls.length
    const calls = [{ name: 'find_order', input: { number } }]
    const { assisted } = await say(someone(), '火星快递 D10086 飞到哪颗星星了？', [{ calls }, { say: ['NO_ANSWER'] }])
    expect(assisted).toMatchObject({ outcome: 'no-answer', looked: [] })
    expect(order.calls).toHaveLength(before)
  })

  it('drops a sentence that stands on nothing, and answers as without it where none is left', async () => {
    await change({ use: 'always' })
    const half = await say(someone(), '怎么退货', [
      { say: ['收货后 7 天内可以退货[1]。', '退货还送您一台电视机[1]。', '可以预约上门取件[1]。'] },
    ])
    expect(half.told).toContain('收货后 7 天内可以退货。可以预约上门取件。')
    expect(half.told).not.toContain('电视机')
    expect(half.assisted?.dropped).toEqual([{ sentence: '退货还送您一台电视机[1]。', because: expect.any(String) }])
    const none = await say(someone(), '怎么退货', [{ say: ['退货送您一台电视机[1]。'] }])
    expect(none.assisted?.outcome).toBe('ungrounded')
    expect(none.decided).toMatchObject({ decision: 'answer', why: { writer: 'extracted' } })
    expect(none.told).toContain('我的订单')
  })

  it('may ask for a flow, which asks what is missing and for a plain yes, and acts once, after it', async () => {
    const customer = someone()
    const calls = [{ name: 'begin_flow', input: { flow: 'refund', slots: { order: 'D10086' } } }]
    const begun = await say(customer, '火星快递 D10086 飞丢了，星星赔我', [{ calls }])
    expect(begun.decided).toMatchObject({
      decision: 'flow',
      why: { assisted: { outcome: 'begins-flow', flow: 'refund' } },
    })
    expect(begun.told).toBe('要把 D10086 的钱退给您吗？')
    expect(refund.calls).toHaveLength(0)
    await say(customer, '是的')
    await expect.poll(() => refund.calls.map(({ input }) => input)).toEqual([{ number: 'D10086' }])
    await expect.poll(async () => (await house().answersIn(begun.id)).at(-1)?.text).toBe('已经退给您了。')
  })

  it('puts nothing into a flow that the customer has not said, and begins none that does something at once', async () => {
    const before = refund.calls.length
    const guess = [{ name: 'begin_flow', input: { flow: 'refund', slots: { order: 'D999' } } }]
    expect((await say(someone(), strangeQuestion, [{ calls: guess }])).told).toBe('请告诉我订单号。')
    const atOnce = [{ name: 'begin_flow', input: { flow: 'notify', slots: {} } }]
    const offered = await say(someone(), strangeQuestion, [{ calls: atOnce }])
    expect(offered.decided.decision).toBe('clarify')
    expect(offered.sent[0]).toMatchObject({ quickReplies: [{ text: '催促仓库' }] })
    const closed = [{ name: 'begin_flow', input: { flow: 'members_only', slots: {} } }]
    expect((await say(someone(), strangeQuestion, [{ calls: closed }])).decided.decision).toBe('unknown')
    expect(refund.calls).toHaveLength(before)
  })

  it('keeps what a conversation has spent, prices it, and stops where the company said', async () => {
    await change({ price: { in: 2, out: 8 }, conversationTokens: 3_000 })
    const customer = someone()
    const first = await say(customer, strangeQuestion, [{ say: ['NO_ANSWER'], spent: [2_000, 500] }])
    expect(first.assisted?.use).toMatchObject({ tokensIn: 2_000, tokensOut: 500, cost: 0.008 })
    const second = await say(customer, '那我的月球快递呢？', [])
    expect(second.assisted).toMatchObject({ outcome: 'over-budget' })
    await change({ conversationTokens: 2_500 })
    const third = await say(customer, '水星快递呢？', [])
    expect(third.assisted).toMatchObject({ outcome: 'over-budget', reason: 'conversation', use: { steps: 0 } })
    const { conversations, tenant, metrics } = house()
    const state = await conversations.find(tenant, first.id)
    expect(state?.modelUse).toEqual(addUse(first.assisted!.use, second.assisted!.use))
    expect(await metrics.render()).toMatch(/lingxi_assist_tokens_total\{direction="in"\} \d+/)
  })

  it('is waited for once, however often the turn asks', async () => {
    const customer = someone()
    const calls = [{ name: 'begin_flow', input: { flow: 'refund', slots: {} } }]
    expect((await say(customer, '火星快递飞丢了，星星赔我', [{ calls }])).told).toBe('请告诉我订单号。')
    const waits: number[] = []
    const hanging: ToolModel = {
      name: 'helper',
      async *step(asked) {
        waits.push(house().clock.reading())
        house().clock.move(plainAssist.seconds * 1000)
        yield* createScriptedTools([{ fail: 'cancelled' }]).step(asked)
      },
    }
    // What points back is asked as it stands, and then of the flow.
    await say(customer, '那颗星星上能机洗它吗？', hanging)
    expect(waits).toHaveLength(1)
  })

  it('is off where the company switched it off', async () => {
    await change({ use: 'off' })
    const { assisted, decided } = await say(someone(), strangeQuestion, [])
    expect(assisted).toBeUndefined()
    expect(decided.decision).toBe('unknown')
  })

  it('shows the customer only what was checked, as it grows', async () => {
    await change({ use: 'always' })
    const { followers, conversations, tenant } = house()
    const customer = someone()
    const { id } = await say(customer, '你好')
    const drafts: string[] = []
    const { customerId } = (await conversations.find(tenant, id))!
    const draft = (text: string) => void drafts.push(text)
    const stop = followers.follow(tenant, customerId, { look() {}, typing() {}, draft })
    await say(customer, '怎么退货', [
      { say: ['收货后 7 天内可以', '退货[1]。送电视机[1]。', '可以预约', '上门取件[1]。再', '见'] },
    ])
    stop()
    expect(drafts).toEqual(['收货后 7 天内可以退货。', '收货后 7 天内可以退货。可以预约上门取件。'])
  })
})
