import { expect, it } from 'vitest'
import { onBothDatabases } from '../../platform/database/database.testing.ts'
import { aDraft, aKnowledge } from './knowledge.testing.ts'

const [lin, zhou] = ['stf_lin', 'stf_zhou']
const page = { limit: 20, offset: 0 }
const refused = (call: Promise<unknown>, code: string) => expect(call).rejects.toMatchObject({ code })

onBothDatabases('What an article was', (opened) => {
  function start(reviewRequired = false) {
    const base = aKnowledge(opened().database, { reviewRequired })
    const { knowledge, tenantId, clock } = base
    return {
      ...base,
      /** Live, of three versions, the first for members only. */
      async anArticle() {
        const first = aDraft({ body: '三天退款。', audience: { kind: 'tiers', tiers: ['金卡'] } })
        const { id } = await knowledge.add(tenantId, first)
        clock.move(1000)
        await knowledge.change(tenantId, id, { ...aDraft({ body: '五天退款。' }), version: 1, by: null })
        clock.move(1000)
        await knowledge.change(tenantId, id, { ...aDraft({ title: '怎么退款？', body: '七天退款。' }), version: 2 })
        return id
      },
      versions: async (id: string, asked = page) => {
        const { versions, total } = await knowledge.listVersions(tenantId, id, asked)
        return { total, numbers: versions.map(({ version }) => version), versions }
      },
    }
  }

  it('is listed newest first, page by page, with who and when', async () => {
    const { knowledge, tenantId, versions } = start()
    const { id, createdAt } = await knowledge.add(tenantId, aDraft({ status: 'draft' }), lin)
    await knowledge.change(tenantId, id, { ...aDraft({ title: '怎么退款？' }), version: 1, by: zhou })
    const all = await versions(id)
    expect(all.total).toBe(2)
    expect(all.versions).toEqual([
      { version: 2, title: '怎么退款？', status: 'published', by: zhou, at: expect.any(String), isCurrent: true },
      { version: 1, title: '怎么退货？', status: 'draft', by: lin, at: expect.any(String), isCurrent: false },
    ])
    expect(Date.parse(all.versions[1]!.at)).toBe(Date.parse(createdAt))
    for (let version = 2; version < 6; version++)
      await knowledge.change(tenantId, id, { ...aDraft({ body: `${version}` }), version })
    expect(await versions(id, { limit: 2, offset: 0 })).toMatchObject({ total: 6, numbers: [6, 5] })
    expect(await versions(id, { limit: 2, offset: 2 })).toMatchObject({ total: 6, numbers: [4, 3] })
    expect(await versions(id, { limit: 2, offset: 4 })).toMatchObject({ total: 6, numbers: [2, 1] })
  })

  it('is the whole article as it was', async () => {
    const { knowledge, tenantId, anArticle } = start()
    const id = await anArticle()
    const first = await knowledge.getVersion(tenantId, id, 1)
    expect(first).toMatchObject({ id, version: 1, body: '三天退款。', audience: { kind: 'tiers', tiers: ['金卡'] } })
    expect(await knowledge.getVersion(tenantId, id, 3)).toEqual(await knowledge.get(tenantId, id))
    await refused(knowledge.getVersion(tenantId, id, 4), 'not-found')
    await refused(knowledge.listVersions(tenantId, 'art_gone', page), 'not-found')
  })

  it('comes back as a new version, whole and found at once, and who sees it is as it was then', async () => {
    const { knowledge, tenantId, anArticle, versions } = start()
    const id = await anArticle()
    const { article, revision } = await knowledge.restore(tenantId, id, { restore: 1, version: 3, by: lin })
    expect(revision).toBeNull()
    expect(article).toMatchObject({
      version: 4,
      status: 'published',
      title: '怎么退货？',
      body: '三天退款。',
      audience: { kind: 'tiers', tiers: ['金卡'] },
      updatedBy: lin,
    })
    expect((await versions(id)).numbers).toEqual([4, 3, 2, 1])
    const find = async (tier: string | null) => {
      const reader = { kind: 'customer', signedIn: true, tier } as const
      return (await knowledge.search(tenantId, { text: '几天退款', limit: 5, reader })).map(({ text }) => text)
    }
    expect((await find('金卡')).join()).toContain('三天退款')
    expect(await find(null)).toEqual([])
    const { events } = await knowledge.listEvents(tenantId, { articleId: id, ...page })
    expect(events[0]).toMatchObject({ kind: 'restored', by: lin, version: 4, comment: '#1' })
  })

  it('does not come back over a version that nobody looked at, and not twice', async () => {
    const { knowledge, tenantId, anArticle, another } = start()
    const id = await anArticle()
    await refused(knowledge.restore(tenantId, id, { restore: 1, version: 2, by: lin }), 'changed-meanwhile')
    await refused(knowledge.restore(tenantId, id, { restore: 9, version: 3, by: lin }), 'not-found')
    const both = await Promise.allSettled([
      knowledge.restore(tenantId, id, { restore: 1, version: 3, by: lin }),
      another().restore(tenantId, id, { restore: 2, version: 3, by: zhou }),
    ])
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await knowledge.get(tenantId, id)).version).toBe(4)
  })

  it('goes through a review where texts are reviewed first', async () => {
    const { knowledge, tenantId, anArticle } = start(true)
    const id = await anArticle()
    const asked = { restore: 1, version: 3, by: lin, comment: '新政策撤回' }
    const { article, revision } = await knowledge.restore(tenantId, id, asked)
    expect(article).toMatchObject({ version: 3, body: '七天退款。' })
    expect(revision).toMatchObject({ state: 'draft', edition: 1, editedBy: lin, draft: { body: '三天退款。' } })
    await refused(knowledge.restore(tenantId, id, asked), 'changed-meanwhile')
    const { edition } = await knowledge.submit(tenantId, id, { edition: 1, by: lin })
    await refused(knowledge.approve(tenantId, id, { edition, by: lin }), 'own-work')
    expect(await knowledge.approve(tenantId, id, { edition, by: zhou })).toMatchObject({
      version: 4,
      body: '三天退款。',
    })
  })

  it('goes with the article, and that it was there stays on record', async () => {
    const { knowledge, tenantId, anArticle } = start()
    const id = await anArticle()
    await knowledge.remove(tenantId, id, lin)
    await refused(knowledge.getVersion(tenantId, id, 1), 'not-found')
    const { events } = await knowledge.listEvents(tenantId, { articleId: id, ...page })
    expect(events[0]).toMatchObject({ kind: 'removed', by: lin, title: '怎么退款？' })
  })

  it('belongs to one company', async () => {
    const { knowledge, tenantId, anArticle } = start()
    const id = await anArticle()
    const other = start()
    await refused(other.knowledge.getVersion(other.tenantId, id, 1), 'not-found')
    await refused(other.knowledge.restore(other.tenantId, id, { restore: 1, version: 3, by: lin }), 'not-found')
    expect((await knowledge.get(tenantId, id)).version).toBe(3)
  })
})
