import { expect, it } from 'vitest'
import { onBothDatabases } from '../../platform/database/database.testing.ts'
import { createGiveUp } from './give-up.ts'
import { startHouse, useHouse } from './turn.testing.ts'
import { createTurn } from './turn.ts'
import { createTurns } from './turns.ts'

let visitors = 0
const someone = () => `visitor-${++visitors}`

onBothDatabases('a turn', (opened) => {
  const house = useHouse(opened)

  it('answers from the knowledge, citing exactly what the article says there', async () => {
    const { say, answersIn, knowledge, tenant } = house()
    const { conversationId } = await say(someone(), '你好，请问几点前下单当天发货呀？')
    const [answer] = await answersIn(conversationId)
    expect(answer).toMatchObject({ kind: 'answer', speaker: { kind: 'bot' } })
    expect(answer?.text).toContain('当天发货')
    const [citation] = answer?.citations ?? []
    const article = await knowledge.get(tenant, citation!.articleId)
    expect(article.body.slice(citation!.start, citation!.end)).toBe(citation!.quote)
  })

  it('answers in the language of the question', async () => {
    const { say, answersIn } = house()
    const { conversationId } = await say(someone(), 'when do I get my money back?')
    expect((await answersIn(conversationId))[0]?.text).toContain('3 working days')
  })

  it('says that it does not know, and offers a person, when nothing supports an answer', async () => {
    const { say, eventsOf } = house()
    const { conversationId } = await say(someone(), '你们老板的生日是哪天？')
    const events = await eventsOf(conversationId)
    expect(events.find(({ type }) => type === 'turn-decided')).toMatchObject({ decision: 'unknown' })
    const sent = events.find((event) => event.type === 'message-sent')
    expect(sent?.type === 'message-sent' && sent.citations).toEqual([])
    expect(sent?.type === 'message-sent' && sent.quickReplies.length).toBeGreaterThan(0)
  })

  it('writes down why it decided what it did', async () => {
    const { say, eventsOf } = house()
    const { conversationId } = await say(someone(), '怎么退货')
    const decided = (await eventsOf(conversationId)).find((event) => event.type === 'turn-decided')
    expect(decided).toMatchObject({
      decision: 'answer',
      why: { act: 'question', writer: 'extracted', reason: expect.any(String) },
    })
    expect(decided?.type === 'turn-decided' && decided.why.passages?.[0]?.title).toBe('怎么退货？')
    expect(decided?.type === 'turn-decided' && decided.why.milliseconds).toHaveProperty('compose')
  })

  it('hands over to the waiting line when a person is asked for, and is silent from then on', async () => {
    const { say, answersIn, conversations, tenant } = house()
    const customer = someone()
    const { conversationId } = await say(customer, '转人工')
    expect((await conversations.find(tenant, conversationId))?.owner.kind).toBe('queue')
    await say(customer, '怎么退货')
    expect(await answersIn(conversationId)).toHaveLength(1)
  })

  it('takes up everything that was said while a person was waited for, however much it was', async () => {
    const { say, eventsOf, conversations, turns, tenant } = house()
    const customer = someone()
    const { conversationId } = await say(customer, '转人工')
    const said: string[] = []
    for (let count = 1; count <= 70; count++) said.push((await say(customer, `怎么退货 ${count}`)).messageId)
    const { state } = await conversations.handBack(tenant, conversationId, {
      person: { staffId: 'stf_1', name: 'Lin', mayTakeOver: true },
      compose: () => ({
        message: {
          messageId: 'msg_back',
          kind: 'notice',
          speaker: { kind: 'bot', name: '小犀' },
          text: '小犀继续为您服务。',
          citations: [],
          quickReplies: [],
        },
        effects: [],
      }),
    })
    await turns.take(tenant, state)
    const decided = (await eventsOf(conversationId)).findLast((event) => event.type === 'turn-decided')
    expect(decided?.type === 'turn-decided' && decided.about).toEqual(said)
  })

  it('answers a message that is delivered twice once', async () => {
    const { say, answersIn } = house()
    const customer = someone()
    const [one, two] = await Promise.all([
      say(customer, '怎么退货', `${customer}-1`),
      say(customer, '怎么退货', `${customer}-1`),
    ])
    await say(customer, '怎么退货', `${customer}-1`)
    expect(two?.conversationId).toBe(one?.conversationId)
    expect(await answersIn(one!.conversationId)).toHaveLength(1)
  })

  it('answers what was said in one breath together', async () => {
    const { say, eventsOf } = house()
    const customer = someone()
    const heard = await Promise.all([say(customer, '你好'), say(customer, '怎么退货')])
    const events = await eventsOf(heard[0]!.conversationId)
    const about = events.flatMap((event) => (event.type === 'turn-decided' ? event.about : []))
    expect(about.toSorted()).toEqual(heard.map(({ messageId }) => messageId).toSorted())
  })

  it('answers each of two questions that were asked at once', async () => {
    const { say, answersIn } = house()
    const customer = someone()
    const heard = await Promise.all([say(customer, '怎么退货'), say(customer, '多久发货？')])
    const said = (await answersIn(heard[0]!.conversationId)).map(({ text }) => text).join('\n')
    expect(said).toContain('上门取件')
    expect(said).toContain('当天发货')
  })

  it('looks the third question up too, and brings in a person only when that is unknown as well', async () => {
    const { say, answersIn, conversations, tenant } = house()
    const [lucky, unlucky] = [someone(), someone()]
    for (const customer of [lucky, unlucky]) {
      await say(customer, '你们老板的生日是哪天？')
      await say(customer, '火星上的分店几点开门？')
    }
    const answered = await say(lucky, '怎么退货')
    expect((await answersIn(answered.conversationId)).at(-1)?.text).toContain('上门取件')
    const lost = await say(unlucky, '大象多少钱一头？')
    expect((await conversations.find(tenant, lost.conversationId))?.handOffReason).toBe('not-understood')
  })

  it('is taken again when it broke half-way, and answered once', async () => {
    const { customers, conversations, ids, tenant } = house()
    const customer = await customers.recognise(tenant, 'loopback', { externalId: someone() })
    const message = { channel: 'loopback', externalId: ids.next('said'), sender: { externalId: 'x' }, text: '怎么退货' }
    const heard = await conversations.hear(tenant, { ...customer, language: 'zh' }, message)
    // Here the process died: heard, and never answered. The next one finds it in the log.
    const next = await startHouse(opened(), { seed: 6_000 })
    next.clock.move(60_000)
    await next.turns.takeOverdue(next.tenant, next.clock.now())
    await next.turns.takeOverdue(next.tenant, next.clock.now())
    expect(await next.answersIn(heard.conversationId)).toHaveLength(1)
    await next.jobs.stop()
  })

  it('brings in a person when thinking breaks again and again', async () => {
    const broken = house()
    const { conversationId } = await withBrokenKnowledge(broken)
    expect((await broken.conversations.find(broken.tenant, conversationId))?.handOffReason).toBe('bot-failed')
  })

  it('soothes anger once, and hands over when it stays', async () => {
    const { say, conversations, tenant } = house()
    const { conversationId } = await say(someone(), '你们这群骗子，什么垃圾服务！！！我要投诉到 12315！！！')
    const state = await conversations.find(tenant, conversationId)
    expect(state?.soothed || state?.owner.kind === 'queue').toBe(true)
  })
})

/** A house whose articles cannot be read any more: every thought about a question throws. */
async function withBrokenKnowledge(house: Awaited<ReturnType<typeof startHouse>>) {
  const { conversations, understanding, clock, metrics, log, words, delivery, ids, staff, tenant, decideAndLook } =
    house
  const compose = () => Promise.reject(new Error('the articles cannot be read'))
  const settings = staff.getSettings
  const giveUp = createGiveUp({ conversations, words, settings, deliveryOf: delivery, ids })
  const takeTurn = createTurn({
    conversations,
    understanding,
    settings,
    decideAndLook,
    policyOf: house.choosing.policyOf,
    hasModel: false,
    compose,
    clock,
    metrics,
    log,
  })
  const turns = createTurns({ conversations, signals: house.signals, takeTurn, giveUp, clock, log, metrics })
  const customer = await house.customers.recognise(tenant, 'loopback', { externalId: someone() })
  const message = { channel: 'loopback', externalId: ids.next('said'), sender: { externalId: 'x' }, text: '怎么退货' }
  const heard = await conversations.hear(tenant, { ...customer, language: 'zh' }, message)
  for (let attempt = 0; attempt < 4; attempt++) await turns.takeOverdue(tenant, clock.now() + 1)
  return heard
}
