import type { Label, MoodLabel } from '@lingxi/contract/labelling'
import { expect, it } from 'vitest'
import { onBothDatabases } from '../../platform/database/database.testing.ts'
import { cohensKappa } from './agreement.ts'
import { aTeachingCompany } from './teaching.testing.ts'

const page = { state: 'open' as const, order: 'teaches-most' as const, limit: 50, offset: 0 }
const at = '2026-11-01T08:00:00.000Z'

onBothDatabases('the inbox', (opened) => {
  function start() {
    const company = aTeachingCompany(opened())
    const { tenantId, teaching } = company
    let seq = 0
    const hear = (...texts: string[]) => {
      const said = texts.map((text) => ({ text, language: 'zh' as const, at }))
      return teaching.inbox.take(tenantId, 'cnv_1', { after: seq, seq: ++seq, said })
    }
    const open = async (more: object = {}) => (await teaching.inbox.list(tenantId, { ...page, ...more })).messages
    const idOf = async (text: string, state = 'in-labelling') =>
      (await open({ state })).find((message) => message.text === text)!.id
    return { ...company, hear, open, idOf }
  }
  const of = (intent: { id: string }): Label => ({ kind: 'intent', intentId: intent.id })

  it('counts what is the same once a message, and leaves out what is taught', async () => {
    const { tenantId, teaching, hear, open, addIntent, addExamples } = start()
    await addExamples(await addIntent('refund'), '退款')
    await hear('怎么开发票？', '怎么开发票', '退款！', ' ')
    await hear('怎么开发票')
    await teaching.inbox.take(tenantId, 'cnv_1', { after: 1, seq: 2, said: [{ text: '又一次', language: 'zh', at }] })
    expect((await open()).map(({ text, count }) => [text, count])).toEqual([['怎么开发票？', 3]])
    await teaching.inbox.trim(tenantId, 1)
    expect(await open()).toEqual([])
  })

  it('shows first what teaches most', async () => {
    const { tenantId, teaching, hear, open } = start()
    await hear('甲', '乙', '乙', '丙')
    const mood = { sentiment: 'neutral', emotion: 'neutral' } as const
    const guess = { intent: 'x', probability: 0.5, outOfScope: 0.1, candidates: [], second: null, mood }
    const unsure: Record<string, number> = { 甲: 0.2, 乙: 0.3, 丙: 0.9 }
    const guessed = (await teaching.inbox.unguessed(tenantId, 'v1', 10)).map(({ id, text }) => {
      return { id, guess, unsure: unsure[text]!, disagreeing: 0 }
    })
    await teaching.inbox.keepGuesses(tenantId, { version: 'v1', guessed })
    const texts = async (order: string) => (await open({ order })).map(({ text }) => text)
    expect([await texts('teaches-most'), (await texts('frequent'))[0], (await texts('unsure'))[0]]).toEqual([
      ['丙', '乙', '甲'],
      '乙',
      '丙',
    ])
    expect(await teaching.inbox.unguessed(tenantId, 'v1', 10)).toEqual([])
    expect(await open({ intent: 'y' })).toEqual([])
  })

  it('learns how a message feels apart from what it means, and forgets what is taken back', async () => {
    const { tenantId, teaching, hear, open, addIntent } = start()
    await hear('又鸽了我三天')
    const [message] = await open()
    expect(message!.mood).toEqual({ sentiment: null, emotion: null })
    const say = (mood: MoodLabel) => teaching.inbox.feel(tenantId, message!.id, { mood, by: 'stf_1' })
    await say({ sentiment: 'negative', emotion: null })
    await say({ sentiment: 'negative', emotion: 'angry' })
    expect((await open())[0]!.mood).toEqual({ sentiment: 'negative', emotion: 'angry' })
    // What it means is taught by itself, and the message leaves; how it feels stays.
    await teaching.inbox.teach(tenantId, { ids: [message!.id], label: of(await addIntent('late')), by: 'stf_1' })
    const taught = async () =>
      (await teaching.readLessons(tenantId)).examples.map(({ intent, sentiment, emotion }) => [
        intent,
        sentiment,
        emotion,
      ])
    expect(await taught()).toEqual([
      [null, 'negative', 'angry'],
      ['late', null, null],
    ])
    expect((await teaching.overview(tenantId)).moodExamples).toBe(1)
    await say({ sentiment: null, emotion: null })
    expect(await taught()).toEqual([['late', null, null]])
    await expect(
      teaching.inbox.feel(tenantId, 'msg_gone', { mood: { sentiment: 'positive', emotion: null }, by: 'stf_1' }),
    ).rejects.toMatchObject({ code: 'not-found' })
  })

  it('shows what was said within so many days', async () => {
    const { tenantId, teaching, open } = start()
    const day = 86_400_000
    const said = [3, 20, 200].map((days) => ({
      text: `${days} 天前`,
      language: 'zh' as const,
      at: new Date(Date.now() - days * day).toISOString(),
    }))
    await teaching.inbox.take(tenantId, 'cnv_1', { after: 0, seq: 1, said })
    const shown = async (days?: number) => {
      const { messages, total, counts } = await teaching.inbox.list(tenantId, { ...page, days })
      return [messages.length, total, counts.open]
    }
    expect([await shown(7), await shown(30), await shown(90), await shown(365), await shown()]).toEqual([
      [1, 1, 1],
      [2, 2, 2],
      [2, 2, 2],
      [3, 3, 3],
      [3, 3, 3],
    ])
    expect(await teaching.inbox.countOpen(tenantId)).toBe(2)
    await teaching.inbox.trim(tenantId, 90)
    expect((await open()).length).toBe(2)
  })

  it('teaches with what one person says, and puts aside and back', async () => {
    const { tenantId, teaching, hear, open, addIntent, textsOf } = start()
    const refund = await addIntent('refund')
    await hear('退钱', '哈哈', '天气')
    const id = async (text: string) => (await open()).find((message) => message.text === text)!.id
    const taught = await teaching.inbox.teach(tenantId, { ids: [await id('退钱')], label: of(refund), by: 'stf_1' })
    expect([taught[0]?.source, await textsOf(refund.id)]).toEqual(['labelled', ['退钱']])
    await teaching.inbox.teach(tenantId, { ids: [await id('天气')], label: { kind: 'out-of-scope' }, by: 'stf_1' })
    expect(await teaching.examples.count(tenantId, { outOfScope: true })).toBe(1)
    const ids = [await id('哈哈')]
    expect(await teaching.inbox.dismiss(tenantId, { ids, back: false })).toBe(1)
    expect(await open()).toEqual([])
    expect(await teaching.inbox.dismiss(tenantId, { ids, back: true })).toBe(1)
  })

  it('has two people label blind; who agree teach, who differ leave it to a third', async () => {
    const { tenantId, teaching, hear, open, idOf, addIntent, textsOf } = start()
    const [refund, cancel] = [await addIntent('refund'), await addIntent('cancel')]
    await hear('退钱', '不要了')
    await teaching.inbox.sendToLabelling(
      tenantId,
      (await open()).map(({ id }) => id),
    )
    const [same, different] = [await idOf('退钱'), await idOf('不要了')]
    const { labelling } = teaching
    const label = (id: string, staffId: string, said: Label) => labelling.label(tenantId, id, { staffId, label: said })
    expect((await labelling.tasks(tenantId, 'stf_1', 10)).waiting).toBe(2)
    expect(await label(same, 'stf_1', of(cancel))).toEqual({ state: 'in-labelling' })
    expect(await label(same, 'stf_1', of(refund))).toEqual({ state: 'in-labelling' })
    expect(Object.keys((await labelling.tasks(tenantId, 'stf_2', 10)).tasks[0]!)).not.toContain('guess')
    expect(await label(same, 'stf_2', of(refund))).toEqual({ state: 'taught' })
    await expect(label(same, 'stf_3', of(refund))).rejects.toMatchObject({ code: 'not-found' })
    await label(different, 'stf_1', of(refund))
    expect(await label(different, 'stf_2', of(cancel))).toEqual({ state: 'disputed' })
    const { disputes } = await labelling.disputes(tenantId, { limit: 10, offset: 0 })
    expect(disputes.map(({ text, labels }) => [text, labels.length])).toEqual([['不要了', 2]])
    const own = labelling.decide(tenantId, different, { staffId: 'stf_1', label: of(refund) })
    await expect(own).rejects.toMatchObject({ code: 'own-work' })
    expect(await labelling.decide(tenantId, different, { staffId: 'stf_3', label: of(cancel) })).toEqual({
      state: 'taught',
    })
    expect([await textsOf(refund.id), await textsOf(cancel.id)]).toEqual([['退钱'], ['不要了']])
    expect(await labelling.figures(tenantId)).toMatchObject({
      agreed: 1,
      decided: 1,
      disputed: 0,
      pairs: [{ people: ['stf_1', 'stf_2'], messages: 2, agreed: 0.5, kappa: 0 }],
      mixedUp: [{ one: 'cancel', other: 'refund', count: 1 }],
    })
  })
})

it('measures agreement beyond chance', () => {
  const said = (...counts: [string, string, number][]) =>
    counts.flatMap(([one, other, times]) => Array.from({ length: times }, () => [one, other] as const))
  expect(cohensKappa(said(['a', 'a', 20], ['a', 'b', 5], ['b', 'a', 10], ['b', 'b', 15]))).toBeCloseTo(0.4)
  expect([cohensKappa([]), cohensKappa(said(['a', 'a', 3])), cohensKappa(said(['a', 'b', 1], ['b', 'a', 1]))]).toEqual([
    null,
    null,
    -1,
  ])
})
