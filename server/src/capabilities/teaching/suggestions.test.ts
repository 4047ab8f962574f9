import { expect, it } from 'vitest'
import { onBothDatabases } from '../../platform/database/database.testing.ts'
import { clusterTexts } from './cluster-texts.ts'
import { suggestionsJob } from './suggestions.ts'
import { aTeachingCompany } from './teaching.testing.ts'

onBothDatabases('suggested intents', (opened) => {
  async function start(...texts: string[]) {
    const company = aTeachingCompany(opened())
    const { tenantId, teaching } = company
    const said = texts.map((text) => ({ text, language: 'zh' as const, at: new Date().toISOString() }))
    await teaching.inbox.take(tenantId, 'cnv_1', { after: 0, seq: 1, said })
    const counts = async () =>
      (await teaching.inbox.list(tenantId, { state: 'open', order: 'newest', limit: 1, offset: 0 })).counts
    return { ...company, counts }
  }
  const alike = ['可以分期付款吗', '能不能分期付款', '分期付款怎么弄']
  const others = ['收货地址怎么改', '收货地址怎么修改', '收货地址怎么改呢']

  it('are looked for once by whoever asks first, and again when somebody wants it', async () => {
    const { tenantId, teaching, jobs } = await start(...alike)
    const { suggestions } = teaching
    expect(await suggestions.list(tenantId)).toEqual({ suggestions: [], lookedAt: null, isLooking: true })
    await suggestions.list(tenantId)
    await suggestions.lookAgain(tenantId)
    expect(jobs.added).toEqual([{ name: suggestionsJob, key: tenantId, body: { tenantId } }])
    await suggestions.look(tenantId)
    expect(await suggestions.list(tenantId)).toMatchObject({ suggestions: [{ texts: 3 }], isLooking: false })
    await suggestions.lookAgain(tenantId)
    expect([jobs.added.length, (await suggestions.list(tenantId)).isLooking]).toEqual([2, true])
  })

  it('become an intent of what many say and none fits, or are put aside', async () => {
    const { tenantId, teaching, textsOf, counts } = await start(...alike, ...others, '今天天气', '你好呀')
    await teaching.suggestions.look(tenantId)
    const found = (await teaching.suggestions.list(tenantId)).suggestions
    const saying = (word: string) => found.find(({ messages }) => messages[0]!.text.includes(word))!
    const [one, other] = [saying('分期'), saying('收货')]
    expect([found.length, one.texts, one.words.includes('分期'), other.texts]).toEqual([2, 3, true, 3])
    const messageIds = one.messages.map(({ id }) => id)
    const accepting = { messageIds, name: 'instalments', title: { zh: '分期', en: '' }, by: 'stf_1' }
    const intent = await teaching.suggestions.accept(tenantId, one.id, accepting)
    expect([intent.examples.zh, (await textsOf(intent.id)).length, (await counts()).open]).toEqual([3, 3, 5])
    expect((await teaching.suggestions.list(tenantId)).suggestions.map(({ id }) => id)).toEqual([other.id])
    await teaching.suggestions.dismiss(tenantId, other.id)
    expect(await counts()).toMatchObject({ open: 2, dismissed: 3 })
    expect((await teaching.suggestions.list(tenantId)).suggestions).toEqual([])
    await expect(teaching.suggestions.dismiss(tenantId, other.id)).rejects.toMatchObject({ code: 'not-found' })
  })
})

it('puts thousands of texts together in a moment', () => {
  const texts = Array.from({ length: 2_000 }, (_, at) => `我想问一下第${at % 40}号商品的尺码和颜色还有没有货`)
  expect(clusterTexts(texts)[0]!.members.length).toBeGreaterThan(40)
}, 20_000)
