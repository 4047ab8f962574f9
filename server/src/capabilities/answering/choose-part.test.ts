import type { Language } from '@lingxi/contract/message'
import { ArticleDraft } from '@lingxi/contract/knowledge'
import { visitor } from '@lingxi/contract/audience'
import { expect, it } from 'vitest'
import { onBothDatabases } from '../../platform/database/database.testing.ts'
import { aKnowledge, tokens } from '../knowledge/knowledge.testing.ts'
import { createConcepts } from '../understanding/concepts/concepts.ts'
import { createAnswering } from './answering.ts'

const answering = createAnswering({ tokens, readConcepts: createConcepts({ tokens }) })
const padding = {
  zh: '我们会在订单页面里说明每一步的进展，您随时都能看到，也可以联系客服了解。'.repeat(7),
  en: 'Every step is shown on the page of the order, and people are glad to explain it to you at any time. '.repeat(6),
}

onBothDatabases('Of a stored answer is said', (opened) => {
  async function answer(title: string, body: string, [text, language]: [string, Language]) {
    const { knowledge, tenantId } = aKnowledge(opened().database)
    const draft = ArticleDraft.parse({ title, body, language, alternatives: [text], status: 'published' })
    await knowledge.add(tenantId, draft)
    const found = await knowledge.find(tenantId, { text, language, reader: visitor })
    const answered = answering.extractAnswer(text, language, found)
    if (answered.outcome !== 'answered') throw new Error(`not answered, ${answered.support}`)
    for (const { start, end, quote } of answered.citations) expect(body.slice(start, end)).toBe(quote)
    return answered
  }

  it('the row of a table that was asked for, under its head and what leads to it', async () => {
    const zh =
      '中国大陆的运费：\n\n| 商品 | 保修期 |\n| --- | --- |\n| 耳机、台灯 | 1 年 |\n| 电饭煲 | 2 年 |\n| 数据线 | 半年 |'
    const answered = await answer('电器保修多久？', zh, ['台灯保修多久', 'zh'])
    expect(answered.text).toBe('中国大陆的运费：\n\n| 商品 | 保修期 |\n| --- | --- |\n| 耳机、台灯 | 1 年 |')
    expect(answered.citations.map(({ quote }) => quote)).toEqual(['中国大陆的运费：', '| 耳机、台灯 | 1 年 |'])
    const en = '| Goods | Warranty |\n| --- | --- |\n| earbuds, lamps | 1 year |\n| rice cookers | 2 years |'
    const english = await answer('How long is the warranty?', en, ['how long is the warranty of a lamp', 'en'])
    expect(english.text).toBe('| Goods | Warranty |\n| --- | --- |\n| earbuds, lamps | 1 year |')
  })

  it('the whole table, where the question tells no row from the others', async () => {
    const body = '| 商品 | 保修期 |\n| --- | --- |\n| 耳机、台灯 | 1 年 |\n| 电饭煲 | 2 年 |'
    expect((await answer('电器保修多久？', body, ['保修几年', 'zh'])).text).toBe(body)
  })

  it('of a long one the sentence that holds the kind of value that was asked for', async () => {
    const zh = `${padding.zh}验收通过后 3 个工作日到账。${padding.zh}`
    expect((await answer('退款怎么到账？', zh, ['退款多久到账', 'zh'])).text).toBe('验收通过后 3 个工作日到账。')
    const en = `${padding.en}It arrives within 3 working days. ${padding.en}`
    const english = await answer('How do refunds arrive?', en, ['how long does a refund take', 'en'])
    expect(english.text).toBe('It arrives within 3 working days.')
    const when = `${padding.zh}门店 10:00 开门。${padding.zh}`
    expect((await answer('门店怎么去？', when, ['门店什么时候开门', 'zh'])).text).toBe('门店 10:00 开门。')
    const much = `${padding.en}Wrapping costs ¥15. ${padding.en}`
    expect((await answer('Do you wrap gifts?', much, ['how much is gift wrapping', 'en'])).text).toBe(
      'Wrapping costs ¥15.',
    )
  })

  it('of a long list the item, with the sentence that leads to it', async () => {
    const items = ['充电宝：只寄中国大陆', '茶叶：每单一公斤', '绿植：只寄中国大陆']
    const body = `${padding.zh}\n\n下列商品有限制：\n\n${items.map((item) => `- ${item}`).join('\n')}`
    const answered = await answer('哪些商品不能寄到海外？', body, ['茶叶能寄到海外吗', 'zh'])
    expect(answered.text).toBe('下列商品有限制：\n- 茶叶：每单一公斤')
    expect(answered.citations.map(({ quote }) => quote)).toEqual(['下列商品有限制：', '- 茶叶：每单一公斤'])
  })

  it('a short one whole', async () => {
    const body = '可以。16:00 前付款当天发货。'
    expect((await answer('今天能发货吗？', body, ['今天发不发货', 'zh'])).text).toBe(body)
  })
})
