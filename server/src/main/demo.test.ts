import { beforeAll, expect, it } from 'vitest'
import { useHouse } from '../journeys/turn/turn.testing.ts'
import { onBothDatabases } from '../platform/database/database.testing.ts'
import { silentLog } from '../platform/log/log.ts'
import { loadDemo } from './demo.ts'

onBothDatabases('The demo', (opened) => {
  const house = useHouse(opened, { seed: 31_000 })
  const load = () => loadDemo(house().tenant, { knowledge: house().knowledge, log: silentLog })
  beforeAll(load)

  async function hear(person: string, said: string[]): Promise<string[]> {
    const heard: string[] = []
    for (const text of said) {
      const { conversationId, answered } = await house().say(person, text)
      await answered
      heard.push((await house().answersIn(conversationId)).at(-1)!.text)
    }
    return heard
  }

  it('has its articles in categories of their own language, and nothing twice', async () => {
    const { knowledge, tenant } = house()
    const first = await knowledge.list(tenant, { limit: 200, offset: 0 })
    await load()
    const second = await knowledge.list(tenant, { limit: 200, offset: 0 })
    expect(second.total).toBe(first.total)
    for (const language of ['zh', 'en'] as const) {
      const { articles } = await knowledge.list(tenant, { language, limit: 1000, offset: 0 })
      const wrong = articles.filter(
        ({ category, source }) => source !== null && /\p{Script=Han}/u.test(category ?? '') !== (language === 'zh'),
      )
      expect(wrong.map(({ title, category }) => [title, category])).toEqual([])
    }
  })

  it('leads through pairing a speaker step by step, in both languages', async () => {
    const zh = await hear('demo-speaker-zh', ['蓝牙音箱怎么重新配对？', '好了', '好了', '搜不到', '能搜到'])
    expect(zh[0]).toContain('第 1 / 5 步：充一会儿电')
    expect(zh[2]).toContain('第 3 / 5 步：进入配对')
    expect(zh[3]).toContain('恢复出厂设置')
    expect(zh[4]).toContain('听到「已连接」就好了')
    const [en, next] = await hear('demo-speaker-en', ['How do I pair the portable speaker again?', 'done'])
    expect(en).toContain('Charge it for ten minutes')
    expect(next).toContain('Forget the old pairing')
  })

  it('asks for what the return rule needs, and answers from its table, in both languages', async () => {
    const zh = await hear('demo-return-zh', ['帮我查一下这件商品能不能退', '不合身', '5 天', '没有'])
    expect(zh[0]).toContain('是什么原因想退换？')
    expect(zh[1]).toContain('签收到现在几天了？')
    expect(zh[2]).toContain('穿过、用过、洗过')
    expect(zh[3]).toContain('可以 7 天无理由退货')
    const en = await hear('demo-return-en', ['Check whether this item can be sent back', 'it has a fault', '40'])
    expect(en[1]).toContain('How many days ago did it arrive?')
    expect(en[2]).toContain('The 30 days for an exchange are over')
  })

  it('ties the two languages of a guide together', async () => {
    const { knowledge, tenant } = house()
    const { articles } = await knowledge.list(tenant, { kind: 'process', language: 'zh', limit: 9, offset: 0 })
    const article = await knowledge.get(tenant, articles[0]!.id)
    expect(article).toMatchObject({ category: '商品使用', products: ['SG-ELE-002'] })
    expect(await knowledge.listTranslations(tenant, article)).toMatchObject([{ language: 'en', kind: 'process' }])
  })
})
