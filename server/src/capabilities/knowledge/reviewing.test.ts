import { visitor } from '@lingxi/contract/audience'
import type { Article } from '@lingxi/contract/knowledge'
import type { ProblemCode } from '@lingxi/contract/problem'
import { expect, it } from 'vitest'
import { onBothDatabases } from '../../platform/database/database.testing.ts'
import { aDraft, aKnowledge, bytesOf } from './knowledge.testing.ts'

const [lin, zhou] = ['stf_lin', 'stf_zhou'] as const
const page = { limit: 50, offset: 0 }
const refused = (outcome: Promise<unknown>, code: ProblemCode) =>
  expect(outcome).rejects.toMatchObject({ name: 'Problem', code })

onBothDatabases('A text that is reviewed before it is live', (opened) => {
  const start = (reviewRequired = true) => {
    const base = aKnowledge(opened().database, { reviewRequired })
    const { knowledge, tenantId } = base
    return {
      ...base,
      found: async (text: string) =>
        (await knowledge.search(tenantId, { text, limit: 5, reader: visitor })).map((hit) => hit.text).join('\n'),
      kinds: async (articleId?: string) =>
        (await knowledge.listEvents(tenantId, { ...page, articleId })).events.map(({ kind, by }) => [kind, by]),
      queue: async (by: string) => (await knowledge.listReviews(tenantId, { ...page, state: 'review', by })).items,
      /** Live, with a newer text beside it that waits for review, written by Lin. */
      async aLiveOne() {
        const live = await knowledge.add(tenantId, aDraft())
        const saved = { ...content(live), body: '打开订单，点「申请退货」。', version: 1, edition: 0, by: lin }
        const revision = await knowledge.saveRevision(tenantId, live.id, saved)
        const item = await knowledge.submit(tenantId, live.id, { edition: revision.edition, by: lin })
        return { id: live.id, live, edition: item.edition }
      },
    }
  }

  it('does not go live by a file either, nor does a file change what is live', async () => {
    const { knowledge, tenantId, found } = start()
    const take = (answer: string) =>
      knowledge.importFile(tenantId, {
        name: 'q.csv',
        bytes: bytesOf(`question,answer\n怎么换货？,${answer}\n`),
        status: 'published',
      })
    const { rows } = await take('点换货。')
    expect(rows[0]!.outcome).toBe('created')
    expect(await found('换货')).toBe('')
    const { id } = await knowledge.get(tenantId, rows[0]!.articleId!)
    await knowledge.approve(tenantId, id, { edition: 1, by: lin })
    expect(await found('换货')).toBe('点换货。')
    expect((await take('不能换货。')).rows).toMatchObject([{ outcome: 'refused', articleId: id }])
    expect(await found('换货')).toBe('点换货。')
  })

  it('cannot be published by who wrote it, in any way', async () => {
    const { knowledge, tenantId } = start()
    await refused(knowledge.add(tenantId, aDraft(), lin), 'review-required')
    const draft = await knowledge.add(tenantId, aDraft({ status: 'draft' }), lin)
    const publish = knowledge.change(tenantId, draft.id, { ...aDraft(), version: 1, by: lin })
    await refused(publish, 'review-required')
    const { edition } = await knowledge.submit(tenantId, draft.id, { edition: 1, by: lin })
    await refused(knowledge.approve(tenantId, draft.id, { edition, by: lin }), 'own-work')
    const live = await knowledge.approve(tenantId, draft.id, { edition, by: zhou })
    expect(live).toMatchObject({ status: 'published', updatedBy: lin })
    await refused(
      knowledge.change(tenantId, draft.id, { ...aDraft(), version: live.version, by: zhou }),
      'review-required',
    )
  })

  it('leaves the live text as it is until exactly it is approved', async () => {
    const { knowledge, tenantId, found, aLiveOne } = start()
    const { id, edition } = await aLiveOne()
    expect(await found('退货')).not.toContain('申请退货')
    expect(await knowledge.list(tenantId, page)).toMatchObject({ articles: [{ id, revision: 'review' }] })
    const live = await knowledge.approve(tenantId, id, { edition, by: zhou, comment: '清楚' })
    expect(live).toMatchObject({ version: 2, body: '打开订单，点「申请退货」。', updatedBy: lin })
    expect(await found('退货')).toContain('申请退货')
    expect(await knowledge.findRevision(tenantId, id)).toBeNull()
  })

  it('may be thrown away or sent back with a comment, and the live text stays', async () => {
    const { knowledge, tenantId, found, queue, aLiveOne } = start()
    const { id, edition } = await aLiveOne()
    expect(await queue(lin)).toMatchObject([{ articleId: id, of: 'revision', editedBy: lin, mayApprove: false }])
    expect(await queue(zhou)).toMatchObject([{ articleId: id, mayApprove: true }])
    const back = await knowledge.sendBack(tenantId, id, { edition, by: zhou, comment: '缺了运费' })
    expect(back).toMatchObject({ state: 'draft', comment: '缺了运费', mayApprove: false })
    expect(await queue(zhou)).toEqual([])
    await knowledge.discardRevision(tenantId, id, { edition: back.edition, by: lin })
    expect(await knowledge.findRevision(tenantId, id)).toBeNull()
    expect(await found('退货')).toContain('打开订单，点退货。')
  })

  it('that was never live waits as the article itself', async () => {
    const { knowledge, tenantId, queue, kinds } = start()
    const { id } = await knowledge.add(tenantId, aDraft({ status: 'draft' }), lin)
    const sent = await knowledge.submit(tenantId, id, { edition: 1, by: lin, comment: '请看' })
    expect(sent).toMatchObject({ of: 'article', state: 'review', comment: '请看', submittedBy: lin })
    expect(await queue(zhou)).toMatchObject([{ articleId: id, edition: sent.edition }])
    const back = await knowledge.sendBack(tenantId, id, { edition: sent.edition, by: zhou, comment: '太短' })
    expect(back).toMatchObject({ of: 'article', state: 'draft', comment: '太短' })
    const again = await knowledge.submit(tenantId, id, { edition: back.edition, by: lin })
    const withdrawn = await knowledge.withdraw(tenantId, id, { edition: again.edition, by: lin })
    expect(withdrawn.state).toBe('draft')
    await refused(knowledge.approve(tenantId, id, { edition: withdrawn.edition, by: zhou }), 'not-in-review')
    expect(await kinds(id)).toEqual([
      ['withdrawn', lin],
      ['submitted', lin],
      ['returned', zhou],
      ['submitted', lin],
      ['created', lin],
    ])
  })

  it('is approved once when two people do so at once, and for one of them it does not wait any more', async () => {
    const { knowledge, tenantId, aLiveOne, another } = start()
    const { id, edition } = await aLiveOne()
    const both = await Promise.allSettled([
      knowledge.approve(tenantId, id, { edition, by: zhou }),
      another().approve(tenantId, id, { edition, by: 'stf_wang' }),
    ])
    const [done, late] = both.toSorted((one, other) => (one.status < other.status ? -1 : 1))
    expect(done).toMatchObject({ status: 'fulfilled', value: { version: 2 } })
    expect(late).toMatchObject({ status: 'rejected', reason: { code: 'not-in-review' } })
    expect((await knowledge.listVersions(tenantId, id, page)).total).toBe(2)
  })

  it('is not approved in an edition that nobody has looked at', async () => {
    const { knowledge, tenantId, aLiveOne } = start()
    const { id, live, edition } = await aLiveOne()
    const edited = { ...content(live), body: '别的。', version: 1, edition, by: lin }
    const newer = await knowledge.saveRevision(tenantId, id, edited)
    expect(newer.state).toBe('review')
    await refused(knowledge.approve(tenantId, id, { edition, by: zhou }), 'changed-meanwhile')
    await refused(knowledge.saveRevision(tenantId, id, edited), 'changed-meanwhile')
    expect(await knowledge.approve(tenantId, id, { edition: newer.edition, by: zhou })).toMatchObject({
      body: '别的。',
    })
  })

  it('is not approved over a live text that is another by now, until it is saved over that one', async () => {
    const { knowledge, tenantId, aLiveOne } = start()
    const { id, live, edition } = await aLiveOne()
    await knowledge.change(tenantId, id, { ...aDraft({ body: '来源更新了。' }), version: 1 })
    await refused(knowledge.approve(tenantId, id, { edition, by: zhou }), 'changed-meanwhile')
    const saved = await knowledge.saveRevision(tenantId, id, { ...content(live), version: 2, edition, by: lin })
    const approved = await knowledge.approve(tenantId, id, { edition: saved.edition, by: zhou })
    expect(approved).toMatchObject({ version: 3, body: live.body })
  })

  it('is approved by nobody who has written any of it, however many have since', async () => {
    const { knowledge, tenantId, aLiveOne, queue } = start()
    const { id, live, edition } = await aLiveOne()
    const more = { ...content(live), body: '也是我写的。', version: 1, edition, by: zhou }
    const { edition: newer } = await knowledge.saveRevision(tenantId, id, more)
    const mayApprove = async (by: string) => (await queue(by)).map((item) => item.mayApprove)
    expect(await mayApprove(lin)).toEqual([false])
    expect(await mayApprove('stf_wang')).toEqual([true])
    await refused(knowledge.approve(tenantId, id, { edition: newer, by: lin }), 'own-work')
    await knowledge.approve(tenantId, id, { edition: newer, by: 'stf_wang' })

    const proposal = { by: 'learning', reason: '3 个客户问过', about: 'gap_2', writer: lin }
    const gap = await knowledge.propose(tenantId, aDraft({ title: '能自提吗？', body: '可以。' }), proposal)
    await refused(knowledge.approve(tenantId, gap.id, { edition: 1, by: lin }), 'own-work')
    await knowledge.approve(tenantId, gap.id, { edition: 1, by: zhou })
  })

  it('belongs to one company', async () => {
    const { knowledge, tenantId, aLiveOne } = start()
    const { id, edition } = await aLiveOne()
    const other = start()
    await refused(other.knowledge.approve(other.tenantId, id, { edition, by: zhou }), 'not-found')
    await refused(other.knowledge.listVersions(other.tenantId, id, page), 'not-found')
    expect(await other.queue(zhou)).toEqual([])
    expect((await other.knowledge.listEvents(other.tenantId, page)).total).toBe(0)
    expect(await knowledge.findRevision(tenantId, id)).toMatchObject({ edition })
  })

  it('that a machine wrote always waits for a person, whatever the company set', async () => {
    const { knowledge, tenantId, found, queue, kinds } = start(false)
    const proposal = { by: 'learning', reason: '12 个客户问过', about: 'gap_1' }
    const { id } = await knowledge.propose(tenantId, aDraft({ title: '能开专票吗？', body: '可以。' }), proposal)
    expect(await found('专票')).toBe('')
    await refused(knowledge.change(tenantId, id, { ...aDraft(), version: 1 }), 'review-required')
    expect(await queue(lin)).toMatchObject([{ articleId: id, editedBy: null, proposal, mayApprove: true }])
    await knowledge.approve(tenantId, id, { edition: 1, by: lin })
    expect(await found('专票')).toContain('可以')
    const newer = { body: '可以，下单时选。', proposal }
    expect(await knowledge.proposeRevision(tenantId, id, newer)).toBe('proposed')
    expect(await knowledge.proposeRevision(tenantId, id, newer)).toBe('busy')
    expect(await found('专票')).not.toContain('下单时选')
    await knowledge.approve(tenantId, id, { edition: 1, by: lin })
    expect(await found('专票')).toContain('下单时选')
    expect(await kinds(id)).toEqual([
      ['approved', lin],
      ['proposed', null],
      ['approved', lin],
      ['proposed', null],
    ])
  })

  it('is published in one step where a company does not ask for more', async () => {
    const { knowledge, tenantId } = start(false)
    const { id, version } = await knowledge.add(tenantId, aDraft(), lin)
    const changed = await knowledge.change(tenantId, id, { ...aDraft({ body: '新。' }), version, by: lin })
    expect(changed).toMatchObject({ status: 'published', version: 2 })
    const revision = await knowledge.saveRevision(tenantId, id, {
      ...content(changed),
      version: 2,
      edition: 0,
      by: lin,
    })
    const { edition } = await knowledge.submit(tenantId, id, { edition: revision.edition, by: lin })
    expect(await knowledge.approve(tenantId, id, { edition, by: lin })).toMatchObject({ version: 3 })
  })
})

const content = ({ title, body, language, tags, alternatives, validFrom, validUntil }: Article) => ({
  title,
  body,
  language,
  tags,
  alternatives,
  validFrom,
  validUntil,
})
