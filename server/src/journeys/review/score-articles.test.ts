import { type Article, ArticleDraft } from '@lingxi/contract/knowledge'
import { LearningSettings } from '@lingxi/contract/learning'
import { visitor } from '@lingxi/contract/audience'
import { expect, it } from 'vitest'
import { aLog } from '../../capabilities/learning/learning.testing.ts'
import { onBothDatabases } from '../../platform/database/database.testing.ts'
import { useHouse } from '../turn/turn.testing.ts'
import { createScoreArticles } from './score-articles.ts'
import { createWeighFound } from './weigh-found.ts'

onBothDatabases('What follows from a bad score', (opened) => {
  const house = useHouse(opened, { seed: 8_400 })
  const question = { text: '怎么退货', language: 'zh' as const, reader: visitor }

  it('weighs an article down, on record, until a person takes it back for good', async () => {
    const { learning, knowledge, tenant, clock } = house()
    const { scoreArticles, undo } = createScoreArticles(house())
    const { find } = createWeighFound({ knowledge, learning, clock })
    const bad = (await knowledge.find(tenant, question))[0]!
    for (let place = 0; place < 12; place++) {
      const log = aLog()
        .asks({ question: '怎么退货？', cites: [bad.articleId] })
        .rated(false)
      const about = { id: `cnv_bad_${place}`, customerId: `cus_${place}`, channel: 'web', customerName: '访客' }
      await learning.recordConversation(tenant, about, log.events)
    }
    await learning.changeSettings(
      tenant,
      LearningSettings.parse({ weighDown: { on: true, below: 70, leastUses: 5, weight: 0.5 } }),
    )
    for (let times = 0; times < 2; times++) await scoreArticles(tenant)
    const { acts, total } = await learning.quality.listActs(tenant, { limit: 9, offset: 0 })
    expect(total).toBe(1)
    expect(acts[0]).toMatchObject({ kind: 'weighed-down', articleId: bad.articleId, mayUndo: true })
    const scoreNow = async () =>
      (await find(tenant, question)).find(({ articleId }) => articleId === bad.articleId)!.score
    clock.move(120_000)
    expect(await scoreNow()).toBeCloseTo(bad.score / 2)

    await undo(tenant, acts[0]!.id, 'stf_1')
    clock.move(120_000)
    await scoreArticles(tenant)
    expect(await scoreNow()).toBeCloseTo(bad.score)
    await expect(undo(tenant, acts[0]!.id, 'stf_1')).rejects.toMatchObject({ code: 'not-found' })
  })

  it('lets it count fully again once its text was mended', async () => {
    const { learning, knowledge, tenant, clock } = house()
    const { scoreArticles } = createScoreArticles(house())
    const { id } = await knowledge.add(
      tenant,
      ArticleDraft.parse({ title: '发票抬头', body: '不能改。', language: 'zh', status: 'published' }),
    )
    for (let place = 0; place < 12; place++) {
      const log = aLog({ start: new Date(clock.now()).toISOString() }).asks({ question: '改抬头', cites: [id] })
      const about = { id: `cnv_lift_${place}`, customerId: `cus_l${place}`, channel: 'web', customerName: '访客' }
      await learning.recordConversation(tenant, about, log.rated(false).events)
    }
    const weighDown = { on: true, below: 70, leastUses: 5, weight: 0.5 }
    await learning.changeSettings(tenant, LearningSettings.parse({ weighDown }))
    clock.move(3_600_000)
    await scoreArticles(tenant)
    expect((await learning.quality.weights(tenant)).get(id)).toBe(0.5)

    const article = await knowledge.get(tenant, id)
    const body = '开票前可以在订单页修改抬头；已开的发票请联系客服作废重开。'
    await knowledge.change(tenant, id, {
      ...ArticleDraft.parse({ ...draftOf(article), body }),
      version: article.version,
    })
    for (let times = 0; times < 2; times++) await scoreArticles(tenant)
    expect((await learning.quality.weights(tenant)).has(id)).toBe(false)
    const { acts } = await learning.quality.listActs(tenant, { limit: 50, offset: 0 })
    const own = acts.filter(({ articleId }) => articleId === id)
    expect(own.map(({ kind, mayUndo }) => [kind, mayUndo])).toEqual([
      ['lifted', false],
      ['weighed-down', true],
    ])
  })

  it('archives what nobody needs only where the company wants it, and puts it back', async () => {
    const { learning, knowledge, tenant, clock } = house()
    const { scoreArticles, undo } = createScoreArticles(house())
    const { id } = await knowledge.add(
      tenant,
      ArticleDraft.parse({ title: '旧', body: '旧。', language: 'zh', status: 'published' }),
    )
    clock.move(200 * 86_400_000)
    await scoreArticles(tenant)
    expect((await knowledge.get(tenant, id)).status).toBe('published')
    await learning.changeSettings(
      tenant,
      LearningSettings.parse({
        archive: { on: true, below: 80, unusedDays: 180 },
        weighDown: { on: false, below: 1, leastUses: 1, weight: 1 },
      }),
    )
    await scoreArticles(tenant)
    expect((await knowledge.get(tenant, id)).status).toBe('archived')
    const { acts } = await learning.quality.listActs(tenant, { limit: 50, offset: 0 })
    await undo(tenant, acts.find(({ articleId }) => articleId === id)!.id, 'stf_1')
    expect((await knowledge.get(tenant, id)).status).toBe('published')
    await scoreArticles(tenant)
    expect((await knowledge.get(tenant, id)).status).toBe('published')
  })
})

const draftOf = ({ title, body, language, status }: Article) => ({ title, body, language, status })
