import { keeper, type Reader, visitor } from '@lingxi/contract/audience'
import { ArticleVariant } from '@lingxi/contract/knowledge'
import { expect, it } from 'vitest'
import { onBothDatabases } from '../../platform/database/database.testing.ts'
import { createSeededIds } from '../../platform/ids/ids.testing.ts'
import { aDraft, aKnowledge } from './knowledge.testing.ts'

const variant = (body: string, when: object) => ArticleVariant.parse({ body, when })
const customer = (more: object = {}): Reader => ({ kind: 'customer', signedIn: true, tier: null, ...more })

onBothDatabases('An article with several texts', (opened) => {
  async function start(variants: ArticleVariant[], more = {}) {
    const base = aKnowledge(opened().database)
    const article = await base.knowledge.add(
      base.tenantId,
      aDraft({ body: '运费十元。', title: '运费多少？', variants, ...more }),
    )
    const find = async (reader: Reader, channel = 'web', text = '运费多少') =>
      (await base.knowledge.find(base.tenantId, { text, language: 'zh', reader, channel })).map((found) => [
        found.text,
        found.variant?.name,
      ])
    return { ...base, article, find }
  }

  it('is found by the one text that is for who asks, and by its own where none is', async () => {
    const { find } = await start([
      variant('网页下单运费八元。', { channels: ['web'] }),
      variant('金卡包邮，运费零元。', { tiers: ['gold'], channels: ['web'] }),
      variant('寄到香港运费三十元。', { regions: ['香港'], channels: ['rest'] }),
    ])
    expect(await find(visitor)).toEqual([['网页下单运费八元。', 'web']])
    expect(await find(customer({ tier: 'gold' }))).toEqual([['金卡包邮，运费零元。', 'web · gold']])
    expect(await find(customer({ region: '香港' }), 'rest')).toEqual([['寄到香港运费三十元。', 'rest · 香港']])
    expect(await find(customer({ tier: 'gold' }), 'openai')).toEqual([['运费十元。', undefined]])
    expect(await find(keeper, 'openai')).toEqual([['运费十元。', undefined]])
  })

  it('is found by what stands only in the text that is for who asks', async () => {
    const { find, knowledge, tenantId } = await start([variant('金卡的口令是蓝鲸七号。', { tiers: ['gold'] })])
    expect(await find(customer({ tier: 'gold' }), 'web', '蓝鲸七号')).toEqual([['金卡的口令是蓝鲸七号。', 'gold']])
    expect(await find(visitor, 'web', '蓝鲸七号')).toEqual([])
    const { corrections } = await knowledge.analyse(tenantId, { text: '蓝鲸气号', language: 'zh' })
    expect(JSON.stringify(corrections)).not.toContain('蓝鲸七号')
  })

  it('is found inside the index: texts that are for others do not stand in its way, however well they fit', async () => {
    const others = Array.from({ length: 25 }, (_, place) => variant('运费运费运费。', { regions: [`地区${place}`] }))
    const { find } = await start(others, { body: '退货时运费怎么算，见下面的说明。' })
    expect(await find(visitor)).toEqual([['退货时运费怎么算，见下面的说明。', undefined]])
  })

  it('changes with the clock, and with an edit, from the next question on', async () => {
    const { find, clock, knowledge, tenantId, article, another } = await start([])
    const soon = new Date(clock.now() + 60_000).toISOString()
    const other = another()
    await other.load(tenantId)
    const variants = [variant('大促包邮。', { from: soon })]
    await knowledge.change(tenantId, article.id, {
      ...aDraft({ body: '运费十元。', title: '运费多少？' }),
      variants,
      version: 1,
    })
    await other.reload(tenantId, article.id)
    expect(await find(visitor)).toEqual([['运费十元。', undefined]])
    clock.move(60_000)
    expect((await find(visitor))[0]![0]).toBe('大促包邮。')
    const theirs = await other.find(tenantId, { text: '运费多少', language: 'zh', reader: visitor })
    expect(theirs.map(({ text }) => text)).toEqual(['大促包邮。'])
    await knowledge.change(tenantId, article.id, {
      ...aDraft({ body: '运费十元。', title: '运费多少？' }),
      variants: [],
      version: 2,
    })
    expect(await find(visitor)).toEqual([['运费十元。', undefined]])
    await knowledge.remove(tenantId, article.id)
    expect(await find(visitor)).toEqual([])
  })

  it('is opened with the text that was cited, and with no other', async () => {
    const { knowledge, tenantId, article } = await start([variant('网页下单运费八元。', { channels: ['web'] })])
    const read = (channel: string) => knowledge.getPublished(tenantId, article.id, { reader: visitor, channel })
    expect(await read('web')).toMatchObject({ body: '网页下单运费八元。', variants: [], variant: { place: 0 } })
    expect(await read('rest')).toMatchObject({ body: '运费十元。', variants: [], variant: undefined })
  })

  it('is shown to those who work here with all its texts, each by name', async () => {
    const { knowledge, tenantId } = await start([variant('网页下单运费八元。', { channels: ['web'] })])
    const search = (reader: Reader) => knowledge.search(tenantId, { text: '运费', language: 'zh', limit: 9, reader })
    const names = async (reader: Reader) => (await search(reader)).map((hit) => hit.variant?.name ?? 'own').sort()
    expect(await names(keeper)).toEqual(['own', 'web'])
    expect(await names({ kind: 'staff', groups: [] })).toEqual(['own', 'web'])
    expect(await names(visitor)).toEqual(['own'])
  })

  it('never mixes two of its texts, whatever they are and whoever asks', async () => {
    const random = createSeededIds(7).chance
    const some = (names: string[]) => names.filter(() => random() < 0.4)
    const { knowledge, tenantId } = aKnowledge(opened().database)
    for (let number = 0; number < 30; number++) {
      const variants = Array.from({ length: 4 }, (_, place) =>
        variant(`运费的说法${place}。\n\n# 又\n\n运费再说${place}。`, {
          channels: some(['web', 'rest']),
          tiers: some(['gold', 'silver']),
          regions: some(['香港', 'EU']),
        }),
      )
      await knowledge.add(tenantId, aDraft({ title: `运费${number}`, body: '运费十元。\n\n# 又\n\n运费。', variants }))
    }
    for (let round = 0; round < 60; round++) {
      const one = (names: (string | null)[]) => names[Math.floor(random() * names.length)] ?? null
      const reader = customer({ tier: one(['gold', 'silver', null]), region: one(['香港', 'EU', null]) })
      const channel = one(['web', 'rest', 'openai'])!
      const found = await knowledge.find(tenantId, { text: '运费', language: 'zh', reader, channel })
      expect(found.length).toBeGreaterThan(0)
      for (const [, passages] of Map.groupBy(found, ({ articleId }) => articleId))
        expect(new Set(passages.map((each) => each.variant?.place)).size).toBe(1)
    }
  })
})
