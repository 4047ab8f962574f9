import { expect, it } from 'vitest'
import { onBothDatabases } from '../../platform/database/database.testing.ts'
import { aDraft, aKnowledge } from './knowledge.testing.ts'

const lin = 'stf_lin'
const page = { limit: 50, offset: 0 }

onBothDatabases('Many articles at once', (opened) => {
  const start = (reviewRequired = false) => aKnowledge(opened().database, { reviewRequired })

  it('are changed each for itself, and each is told of', async () => {
    const { knowledge, tenantId } = start()
    const one = await knowledge.add(tenantId, aDraft({ category: '售后' }))
    const other = await knowledge.add(tenantId, aDraft({ title: '怎么换货？', tags: ['留下'] }))
    const change = { category: '售后', ownerId: null, by: lin }
    const report = await knowledge.changeMany(tenantId, [one.id, 'art_gone', other.id, other.id], change)
    expect(report).toEqual([
      { articleId: one.id, title: one.title, outcome: 'unchanged' },
      { articleId: 'art_gone', title: null, outcome: 'refused', reason: 'not-found' },
      { articleId: other.id, title: other.title, outcome: 'changed' },
    ])
    expect(await knowledge.get(tenantId, other.id)).toEqual({
      ...other,
      category: '售后',
      version: 2,
      updatedBy: lin,
      updatedAt: expect.any(String),
    })
    expect(await knowledge.get(tenantId, one.id)).toEqual(one)
  })

  it('get an owner and a date without a new version, and lose them again', async () => {
    const { knowledge, tenantId } = start()
    const { id } = await knowledge.add(tenantId, aDraft())
    const dueAt = '2027-01-01T00:00:00.000Z'
    await knowledge.changeMany(tenantId, [id], { ownerId: lin, dueAt, by: lin })
    expect(await knowledge.get(tenantId, id)).toMatchObject({ version: 1, ownerId: lin, dueAt })
    await knowledge.changeMany(tenantId, [id], { dueAt: null, by: lin })
    expect(await knowledge.get(tenantId, id)).toMatchObject({ version: 1, ownerId: lin, dueAt: null })
  })

  it('are found no more once archived', async () => {
    const { knowledge, tenantId } = start()
    const { id } = await knowledge.add(tenantId, aDraft())
    await knowledge.changeMany(tenantId, [id], { status: 'archived', by: lin })
    const found = await knowledge.search(tenantId, { text: '退货', limit: 5, reader: { kind: 'keeper' } })
    expect(found).toEqual([])
  })

  it('do not go live past a review', async () => {
    const { knowledge, tenantId } = start(true)
    const live = await knowledge.add(tenantId, aDraft())
    const draft = await knowledge.add(tenantId, aDraft({ status: 'draft' }), lin)
    const report = await knowledge.changeMany(tenantId, [live.id, draft.id], {
      audience: { kind: 'customers' },
      status: 'published',
      by: lin,
    })
    expect(report).toMatchObject([
      { outcome: 'refused', reason: 'review-required' },
      { outcome: 'refused', reason: 'review-required' },
    ])
    expect((await knowledge.get(tenantId, live.id)).audience).toEqual({ kind: 'public' })
  })

  it('of another company are not there', async () => {
    const { knowledge, tenantId } = start()
    const { id } = await knowledge.add(tenantId, aDraft())
    const [told] = await start().knowledge.changeMany('tnt_other', [id], { status: 'archived', by: lin })
    expect(told).toMatchObject({ outcome: 'refused', reason: 'not-found' })
    expect((await knowledge.get(tenantId, id)).status).toBe('published')
  })

  it('are counted by status, and found by text, product, kind and end', async () => {
    const { knowledge, tenantId, clock } = start()
    const ended = new Date(clock.now() - 1000).toISOString()
    await knowledge.add(tenantId, aDraft({ products: ['LX-1'], alternatives: ['包裹退回'] }))
    await knowledge.add(tenantId, aDraft({ status: 'draft', body: '寄到杭州仓。', validUntil: ended }))
    const list = (asked: object) => knowledge.list(tenantId, { ...page, ...asked })
    expect(await list({ status: 'draft' })).toMatchObject({
      total: 1,
      counts: { draft: 1, review: 0, published: 1, archived: 0 },
    })
    expect((await list({ product: 'LX-1' })).counts).toMatchObject({ draft: 0, published: 1 })
    expect((await list({ q: '杭州仓' })).total).toBe(1)
    expect((await list({ q: '包裹退回' })).total).toBe(1)
    expect((await list({ kind: 'rule' })).total).toBe(0)
    expect((await list({ source: 'src_none' })).total).toBe(0)
    expect((await list({ endedBy: new Date(clock.now()).toISOString() })).articles).toMatchObject([
      { validUntil: ended },
    ])
  })
})
