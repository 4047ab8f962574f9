import { visitor } from '@lingxi/contract/audience'
import { describe, expect, it } from 'vitest'
import { onBothDatabases } from '../../platform/database/database.testing.ts'
import { aDraft, aKnowledge } from './knowledge.testing.ts'

onBothDatabases('Knowledge', (opened) => {
  const start = () => aKnowledge(opened().database)
  const titlesFor = async ({ knowledge, tenantId }: ReturnType<typeof start>, text: string) =>
    (await knowledge.search(tenantId, { text, limit: 10, reader: visitor })).map(({ title }) => title)

  describe('articles', () => {
    it('are kept, changed by version, and removed', async () => {
      const { knowledge, tenantId } = start()
      const added = await knowledge.add(tenantId, aDraft({ tags: ['售后'] }))
      expect(await knowledge.get(tenantId, added.id)).toEqual(added)
      const changed = await knowledge.change(tenantId, added.id, { ...aDraft({ title: '怎么换货？' }), version: 1 })
      expect(changed).toMatchObject({ title: '怎么换货？', version: 2, createdAt: added.createdAt })
      const late = knowledge.change(tenantId, added.id, { ...aDraft(), version: 1 })
      await expect(late).rejects.toMatchObject({ code: 'changed-meanwhile' })
      await knowledge.remove(tenantId, added.id)
      await expect(knowledge.get(tenantId, added.id)).rejects.toMatchObject({ code: 'not-found' })
      await expect(knowledge.remove(tenantId, added.id)).rejects.toMatchObject({ code: 'not-found' })
    })

    it('belong to one tenant', async () => {
      const one = start()
      const other = start()
      const { id } = await one.knowledge.add(one.tenantId, aDraft())
      await expect(one.knowledge.get(other.tenantId, id)).rejects.toMatchObject({ code: 'not-found' })
      expect(await one.knowledge.search(other.tenantId, { text: '退货', limit: 5, reader: visitor })).toEqual([])
    })

    it('are listed by words in quotes, each as it is written, and by what stands beside them', async () => {
      const { knowledge, tenantId } = start()
      await knowledge.add(tenantId, aDraft({ title: '七天无理由退货', body: '运费我们出。' }))
      const count = async (q: string) => (await knowledge.list(tenantId, { limit: 1, offset: 0, q })).total
      expect(await count('“无理由退货” “运费我们”')).toBe(1)
      expect(await count('七天 "运费我们"')).toBe(1)
      expect(await count('"退货无理由"')).toBe(0)
      expect(await count('三天 "运费我们"')).toBe(0)
    })

    it('are listed by title, status, language and tag, what changed last first', async () => {
      const { knowledge, tenantId, clock } = start()
      await knowledge.add(tenantId, aDraft({ title: '运费 100%', tags: ['物流'] }))
      clock.move(1000)
      await knowledge.add(tenantId, aDraft({ title: 'Returns', language: 'en', status: 'draft' }))
      const page = { limit: 10, offset: 0 }
      const all = await knowledge.list(tenantId, page)
      expect(all.articles.map(({ title }) => title)).toEqual(['Returns', '运费 100%'])
      expect(all).toMatchObject({ total: 2, tags: ['物流'] })
      expect((await knowledge.list(tenantId, { ...page, q: '100%' })).total).toBe(1)
      expect((await knowledge.list(tenantId, { ...page, q: 'RETURN' })).total).toBe(1)
      expect((await knowledge.list(tenantId, { ...page, q: "'; drop table articles" })).total).toBe(0)
      expect((await knowledge.list(tenantId, { ...page, status: 'draft', language: 'en' })).total).toBe(1)
      expect((await knowledge.list(tenantId, { ...page, tag: '物流' })).total).toBe(1)
      expect((await knowledge.list(tenantId, { limit: 1, offset: 1 })).articles).toHaveLength(1)
    })
  })

  describe('finding', () => {
    it('takes words in quotes as they are written where it is told to, and else as words like others', async () => {
      const { knowledge, tenantId } = start()
      await knowledge.add(tenantId, aDraft({ title: '怎么退货？', body: '退货后三天退款。' }))
      await knowledge.add(tenantId, aDraft({ title: '什么时候退款？', body: '三天。退货后另算。' }))
      const titles = async (text: string, literal: boolean) =>
        (await knowledge.search(tenantId, { text, literal, limit: 10, reader: visitor })).map(({ title }) => title)
      expect(await titles('“退貨後三天”', true)).toEqual(['怎么退货？'])
      expect(await titles('“三天退货”', true)).toEqual([])
      expect(await titles('“三天退货”', false)).toHaveLength(2)
    })

    it('sees a change at once, and no draft', async () => {
      const base = start()
      const { knowledge, tenantId, changed } = base
      const { id } = await knowledge.add(tenantId, aDraft())
      expect(await titlesFor(base, '退货')).toEqual(['怎么退货？'])
      await knowledge.change(tenantId, id, { ...aDraft({ status: 'draft' }), version: 1 })
      expect(await titlesFor(base, '退货')).toEqual([])
      await knowledge.change(tenantId, id, { ...aDraft({ title: '怎么开发票？', body: '点开票。' }), version: 2 })
      expect(await titlesFor(base, '退货')).toEqual([])
      expect(await titlesFor(base, '发票')).toEqual(['怎么开发票？'])
      await knowledge.remove(tenantId, id)
      expect(await titlesFor(base, '发票')).toEqual([])
      expect(changed).toEqual([[id], [id], [id], [id]])
    })

    it('keeps to the time in which an article holds, at the time of asking', async () => {
      const base = start()
      const { knowledge, tenantId, clock } = base
      const at = (hours: number) => new Date(clock.now() + hours * 3_600_000).toISOString()
      const { id } = await knowledge.add(tenantId, aDraft({ validFrom: at(1), validUntil: at(2) }))
      const seen = async () => [
        (await titlesFor(base, '退货')).length,
        (await knowledge.getPublished(tenantId, id, { reader: visitor })) !== undefined,
      ]
      expect(await seen()).toEqual([0, false])
      clock.move(3_600_000)
      expect(await seen()).toEqual([1, true])
      clock.move(3_600_000)
      expect(await seen()).toEqual([0, false])
    })

    it('follows what another process changed, and builds the same from the database', async () => {
      const base = start()
      const { knowledge, tenantId } = base
      const other = base.another()
      await other.load(tenantId)
      const { id } = await knowledge.add(tenantId, aDraft())
      expect(await other.search(tenantId, { text: '退货', limit: 5, reader: visitor })).toEqual([])
      await other.reload(tenantId, id)
      expect(await other.search(tenantId, { text: '退货', limit: 5, reader: visitor })).toHaveLength(1)
      await knowledge.remove(tenantId, id)
      await other.reload(tenantId, id)
      expect(await other.search(tenantId, { text: '退货', limit: 5, reader: visitor })).toEqual([])
      await knowledge.add(tenantId, aDraft())
      const fresh = await base.another().search(tenantId, { text: '退货', limit: 5, reader: visitor })
      expect(fresh).toEqual(await knowledge.search(tenantId, { text: '退货', limit: 5, reader: visitor }))
    })

    it('keeps to a category with those below it, to a product and to a source, where that is asked for', async () => {
      const { knowledge, tenantId } = start()
      const about = { title: '怎么清洗？', body: '用温水清洗。' }
      const drafts = [
        aDraft({ ...about, category: '厨房/锅具', products: ['SG-1'] }),
        aDraft({ ...about, category: '厨房', products: ['SG-1', 'SG-2'] }),
        aDraft({ ...about, category: '厨房用品' }),
      ]
      const ids: string[] = []
      for (const draft of drafts) ids.push((await knowledge.add(tenantId, draft)).id)
      const found = async (within: object) => {
        const hits = await knowledge.search(tenantId, { text: '怎么清洗', limit: 10, reader: visitor, within })
        return hits.map(({ articleId }) => ids.indexOf(articleId)).sort()
      }
      expect(await found({})).toEqual([0, 1, 2])
      expect(await found({ category: '厨房' })).toEqual([0, 1])
      expect(await found({ category: '厨房', product: 'SG-2' })).toEqual([1])
      expect(await found({ source: 'src_1' })).toEqual([])
    })

    it('puts the language of the asker first, and says what the question is about', async () => {
      const { knowledge, tenantId } = start()
      await knowledge.add(tenantId, aDraft({ title: 'Is SF Express possible?', body: 'Yes.', language: 'en' }))
      await knowledge.add(tenantId, aDraft({ title: '能发 SF Express 吗？', body: '可以。' }))
      const found = await knowledge.find(tenantId, { text: 'SF Express 邮费', language: 'zh', reader: visitor })
      expect(found.map(({ language }) => language)).toEqual(['zh', 'en'])
      expect(found[0]!.asked.find(({ word }) => word === '邮费')!.concepts).toContain('fee')
      for (const { text, start, end } of found) expect(text).toHaveLength(end - start)
    })

    it('is by what everyday speech means, whichever words it takes', async () => {
      const { knowledge, tenantId } = start()
      const draft = aDraft({ title: '同一个订单被重复扣款了怎么办？', body: '当晚自动退回。' })
      await knowledge.add(tenantId, draft)
      const [found] = await knowledge.find(tenantId, { text: '给我划走了两笔', language: 'zh', reader: visitor })
      expect(found!.title).toBe(draft.title)
      expect(found!.terms.filter((term) => term.startsWith('c0'))).toEqual([])
    })

    it('forgives one slip of the finger in an English word', async () => {
      const { knowledge, tenantId } = start()
      await knowledge.add(
        tenantId,
        aDraft({ title: 'How long does a refund take?', body: 'Three days.', language: 'en' }),
      )
      const [found] = await knowledge.find(tenantId, { text: 'refnud', language: 'en', reader: visitor })
      expect(found!.title).toBe('How long does a refund take?')
    })
  })
})
