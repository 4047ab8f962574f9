import { expect, it } from 'vitest'
import { onBothDatabases } from '../../platform/database/database.testing.ts'
import { aDraft, aKnowledge } from './knowledge.testing.ts'

const [lin, zhou] = ['stf_lin', 'stf_zhou']
const page = { limit: 20, offset: 0 }
const day = 24 * 3_600_000

onBothDatabases('Looking after articles', (opened) => {
  function start() {
    const base = aKnowledge(opened().database)
    const { knowledge, tenantId, clock } = base
    const inDays = (days: number) => new Date(clock.now() + days * day).toISOString()
    return {
      ...base,
      inDays,
      due: async (ownerId?: string) => {
        const { items, total } = await knowledge.listDue(tenantId, { ...page, ownerId })
        return { total, items: items.map(({ title, reason, remindedAt }) => [title, reason, remindedAt !== null]) }
      },
      events: async (articleId: string) =>
        (await knowledge.listEvents(tenantId, { articleId, ...page })).events.map(({ kind, by }) => [kind, by]),
      finds: async () =>
        (await knowledge.search(tenantId, { text: '退货', limit: 5, reader: { kind: 'keeper' } })).length,
      add: (title: string, more: Parameters<typeof aDraft>[0]) => knowledge.add(tenantId, aDraft({ title, ...more })),
    }
  }

  it('lists what is due, over or soon over, the longest first, and to each what is theirs', async () => {
    const { due, add, inDays, knowledge, tenantId } = start()
    await add('以后', { dueAt: inDays(3), ownerId: lin })
    await add('还早', { validUntil: inDays(15) })
    await add('到期', { dueAt: inDays(-1), ownerId: lin })
    await add('更早到期', { dueAt: inDays(-2), ownerId: zhou })
    await add('快失效', { validUntil: inDays(13), ownerId: lin })
    await add('归档了', { dueAt: inDays(-5), status: 'archived' })
    expect(await due()).toEqual({
      total: 3,
      items: [
        ['更早到期', 'due', false],
        ['到期', 'due', false],
        ['快失效', 'expiring', false],
      ],
    })
    expect((await due(lin)).items.map(([title]) => title)).toEqual(['到期', '快失效'])
    const second = await knowledge.listDue(tenantId, { limit: 1, offset: 1 })
    expect(second).toMatchObject({ total: 3, items: [{ title: '到期', ownerId: lin }] })
  })

  it('reminds once of each date, however many look at once, and again of the next', async () => {
    const { due, add, inDays, knowledge, tenantId, another, events, clock } = start()
    const { id } = await add('到期', { dueAt: inDays(-1), ownerId: lin })
    const both = await Promise.all([knowledge.remindAndExpire(tenantId), another().remindAndExpire(tenantId)])
    expect(both.map(({ reminded }) => reminded).sort()).toEqual([0, 1])
    expect((await knowledge.remindAndExpire(tenantId)).reminded).toBe(0)
    expect((await due()).items).toEqual([['到期', 'due', true]])
    expect(await events(id)).toEqual([
      ['reminded', null],
      ['created', null],
    ])
    await knowledge.care(tenantId, id, { dueAt: inDays(1), by: lin })
    expect((await due()).total).toBe(0)
    clock.move(2 * day)
    expect((await knowledge.remindAndExpire(tenantId)).reminded).toBe(1)
  })

  it('says who looks after it without a new version, and takes both away again', async () => {
    const { add, inDays, knowledge, tenantId, events } = start()
    const { id } = await add('一篇', {})
    const dueAt = inDays(30)
    expect(await knowledge.care(tenantId, id, { ownerId: lin, dueAt, by: zhou, comment: '交给林' })).toMatchObject({
      version: 1,
      ownerId: lin,
      dueAt,
    })
    expect(await knowledge.care(tenantId, id, { dueAt: null, by: zhou })).toMatchObject({ ownerId: lin, dueAt: null })
    expect(await events(id)).toEqual([
      ['cared', zhou],
      ['cared', zhou],
      ['created', null],
    ])
    await expect(knowledge.care(tenantId, 'art_gone', { by: lin })).rejects.toMatchObject({ code: 'not-found' })
  })

  it('takes off the shelf what is over, once, and lists it until somebody cares', async () => {
    const { due, add, inDays, knowledge, tenantId, another, events, clock, finds } = start()
    const { id } = await add('国庆退货', { validUntil: inDays(1) })
    expect(await knowledge.remindAndExpire(tenantId)).toEqual({ reminded: 0, expired: 0 })
    expect(await finds()).toBe(1)
    clock.move(day)
    expect(await finds()).toBe(0)
    const both = await Promise.all([knowledge.remindAndExpire(tenantId), another().remindAndExpire(tenantId)])
    expect(both[0].expired + both[1].expired).toBe(1)
    expect(await knowledge.get(tenantId, id)).toMatchObject({ status: 'archived', version: 2 })
    expect((await due()).items).toEqual([['国庆退货', 'expired', false]])
    expect((await events(id))[0]).toEqual(['expired', null])
    await knowledge.care(tenantId, id, { by: lin })
    expect((await due()).total).toBe(0)
    expect((await knowledge.get(tenantId, id)).status).toBe('archived')
  })

  it('leaves alone what was given more time in the meantime', async () => {
    const { add, inDays, knowledge, tenantId, clock, finds } = start()
    const { id } = await add('国庆退货', { validUntil: inDays(1) })
    clock.move(day)
    await knowledge.change(tenantId, id, { ...aDraft({ validUntil: inDays(5) }), version: 1 })
    expect((await knowledge.remindAndExpire(tenantId)).expired).toBe(0)
    expect(await finds()).toBe(1)
  })

  it('belongs to one company', async () => {
    const { add, inDays, knowledge, tenantId } = start()
    const { id } = await add('到期', { dueAt: inDays(-1) })
    const other = start()
    expect((await other.due()).total).toBe(0)
    expect((await other.knowledge.remindAndExpire(other.tenantId)).reminded).toBe(0)
    const stranger = other.knowledge.care(other.tenantId, id, { ownerId: zhou, by: zhou })
    await expect(stranger).rejects.toMatchObject({ code: 'not-found' })
    expect((await knowledge.get(tenantId, id)).ownerId).toBeNull()
  })
})
