import { ArticleDraft } from '@lingxi/contract/knowledge'
import { expect, it } from 'vitest'
import { aLog } from '../../capabilities/learning/learning.testing.ts'
import { onBothDatabases } from '../../platform/database/database.testing.ts'
import { useHouse } from '../turn/turn.testing.ts'
import { createExamineArticles } from './examine-articles.ts'
import { createProposeArticle } from './propose-article.ts'
import { createProposeRevision } from './propose-revision.ts'

onBothDatabases('A newer text of a live article, proposed', (opened) => {
  const house = useHouse(opened, { seed: 8_500 })
  const draft = (title: string, body: string, more: object = {}) =>
    ArticleDraft.parse({ title, body, language: 'zh', status: 'published', ...more })
  const page = { limit: 50, offset: 0 }
  const open = async (kind: 'contradiction' | 'outgrown') =>
    (await house().learning.findings.list(house().tenant, { state: 'open', kinds: [kind], ...page })).findings

  it('says what the right one of two articles says, once a person has said which that is', async () => {
    const { knowledge, learning, tenant, clock } = house()
    const { examineArticles } = createExamineArticles(house())
    const { correct } = createProposeRevision(house())
    clock.move(1000)
    const body = '收货后 30 天内，在「我的订单」里点「退货」，预约上门取件即可。'
    const wrong = await knowledge.add(tenant, draft('退货期限是多少天？', body))
    await examineArticles(tenant)
    const [finding] = await open('contradiction')
    const right = finding!.article_ids.find((id) => id !== wrong.id)!
    expect(await correct(tenant, finding!.id, { right, who: 'stf_1' })).toEqual({ articleId: wrong.id })
    const again = correct(tenant, finding!.id, { right, who: 'stf_1' })
    await expect(again).rejects.toMatchObject({ code: 'already-exists' })

    expect((await knowledge.get(tenant, wrong.id)).body).toContain('30 天')
    const revision = await knowledge.findRevision(tenant, wrong.id)
    expect(revision).toMatchObject({
      state: 'review',
      editedBy: 'stf_1',
      draft: { body: body.replace('30 天', '7 天') },
      proposal: { by: 'learning', about: finding!.id, reason: expect.stringMatching(/^30 天 → 7 天/) },
    })
    clock.move(1000)
    await knowledge.approve(tenant, wrong.id, { edition: 1, by: 'stf_2' })
    expect((await knowledge.get(tenant, wrong.id)).proposal).toMatchObject({ about: finding!.id })
    clock.move(1000)
    await examineArticles(tenant)
    expect(await open('contradiction')).toEqual([])
    await expect(correct(tenant, finding!.id, { right, who: 'stf_1' })).rejects.toMatchObject({ code: 'not-found' })
    await knowledge.remove(tenant, wrong.id)
    expect((await learning.findings.find('tnt_other', finding!.id)) === undefined).toBe(true)
  })

  it('refuses when the texts have changed since they were held against each other', async () => {
    const { knowledge, tenant, clock } = house()
    const { examineArticles } = createExamineArticles(house())
    clock.move(1000)
    const added = await knowledge.add(
      tenant,
      draft('退货期限是多少天？', '收货后 30 天内，在「我的订单」里点「退货」，预约上门取件即可。'),
    )
    await examineArticles(tenant)
    const [finding] = await open('contradiction')
    await knowledge.change(tenant, added.id, { ...draft('退货期限是多少天？', '看订单页。'), version: 1 })
    const right = finding!.article_ids.find((id) => id !== added.id)!
    const late = createProposeRevision(house()).correct(tenant, finding!.id, { right, who: 'stf_1' })
    await expect(late).rejects.toMatchObject({ code: 'changed-meanwhile' })
    await knowledge.remove(tenant, added.id)
  })

  it('names the price of the catalogue, is proposed once, and not again when somebody threw it away', async () => {
    const { knowledge, tenant, clock } = house()
    const { examineArticles } = createExamineArticles(house())
    const { correctPrices } = createProposeRevision(house())
    const product = { tags: ['product'], alternatives: ['AB-123'] }
    await knowledge.add(tenant, draft('棉麻衬衫', '- 货号：AB-123\n- 价格：¥259', product))
    const { id } = await knowledge.add(tenant, draft('新品推荐', '本周推荐棉麻衬衫，售价 ¥239。\n\n数量有限。'))
    clock.move(1000)
    await examineArticles(tenant)
    expect(await open('outgrown')).toHaveLength(1)
    expect(await correctPrices(tenant)).toBe(1)
    expect((await knowledge.findRevision(tenant, id))!.draft.body).toBe('本周推荐棉麻衬衫，售价 ¥259。\n\n数量有限。')
    expect((await knowledge.get(tenant, id)).body).toContain('¥239')
    expect(await correctPrices(tenant)).toBe(0)
    await knowledge.discardRevision(tenant, id, { edition: 1, by: 'stf_1' })
    expect(await correctPrices(tenant)).toBe(0)
  })

  it('takes the questions of a gap to the article that all but answers them, and the gap follows what becomes of it', async () => {
    const { knowledge, learning, tenant } = house()
    const { extend, near } = createProposeRevision(house())
    const { follow } = createProposeArticle(house())
    const log = aLog().asks({ question: '玄铁壶能刻字吗？', decision: 'unknown' })
    await learning.recordConversation(
      tenant,
      { id: 'cnv_g', customerId: 'c', channel: 'web', customerName: '访客' },
      log.events,
    )
    await learning.gaps.group(tenant)
    const [gap] = (await learning.gaps.list(tenant, { state: 'open', ...page })).gaps
    const { id } = await knowledge.add(tenant, draft('玄铁壶怎么保养？', '擦干即可。'))
    await knowledge.add(tenant, draft('内部', '玄铁壶能刻字', { status: 'draft' }))
    expect(await near(tenant, gap!.id)).toContainEqual({ id, title: '玄铁壶怎么保养？' })
    const said = {
      articleId: id,
      added: '可以刻字，三天内好。',
      alternatives: ['玄铁壶能刻字吗？', '玄铁壶怎么保养？'],
      by: 'stf_1',
    }
    const stateOf = async () => (await learning.gaps.get(tenant, gap!.id)).state

    await extend(tenant, gap!.id, said)
    await expect(extend(tenant, gap!.id, said)).rejects.toMatchObject({ code: 'already-exists' })
    await follow(tenant)
    expect(await stateOf()).toBe('proposed')
    await knowledge.discardRevision(tenant, id, { edition: 1, by: 'stf_2' })
    await follow(tenant)
    expect(await stateOf()).toBe('open')

    await extend(tenant, gap!.id, said)
    const article = await knowledge.approve(tenant, id, { edition: 1, by: 'stf_2' })
    expect(article).toMatchObject({ alternatives: ['玄铁壶能刻字吗？'], body: '擦干即可。\n\n可以刻字，三天内好。' })
    await follow(tenant)
    expect(await stateOf()).toBe('released')
  })

  it('says when there is nothing to add, and adds to no draft', async () => {
    const { knowledge, learning, tenant } = house()
    const { extend } = createProposeRevision(house())
    const log = aLog().asks({ question: '能寄到月球吗？', decision: 'unknown' })
    await learning.recordConversation(
      tenant,
      { id: 'cnv_h', customerId: 'c', channel: 'web', customerName: '访客' },
      log.events,
    )
    await learning.gaps.group(tenant)
    const [gap] = (await learning.gaps.list(tenant, { state: 'open', ...page })).gaps
    const { id } = await knowledge.add(tenant, draft('能寄到火星吗？', '不能。'))
    const draftOnly = await knowledge.add(tenant, draft('能寄到金星吗？', '不能。', { status: 'draft' }))
    const extendBy = (articleId: string, more: object = {}) =>
      extend(tenant, gap!.id, { articleId, added: '', alternatives: [], by: 'stf_1', ...more })
    await expect(extendBy(id)).rejects.toMatchObject({ code: 'invalid-request' })
    await expect(extendBy(draftOnly.id, { added: '也不能。' })).rejects.toMatchObject({ code: 'invalid-request' })
    await expect(extendBy('art_none', { added: '也不能。' })).rejects.toMatchObject({ code: 'not-found' })
  })
})
