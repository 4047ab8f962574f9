import { type Audience, keeper, type Reader } from '@lingxi/contract/audience'
import { expect, it } from 'vitest'
import { onBothDatabases } from '../../platform/database/database.testing.ts'
import { createScripted } from '../../platform/models/scripted.ts'
import { aGraph, anArticle } from './graph.testing.ts'

const forGroup: Audience = { kind: 'staff', groups: ['退款组'] }
const staff = (...groups: string[]): Reader => ({ kind: 'staff', groups })

onBothDatabases('The graph, looked at by those who work here', (opened) => {
  it('shows each what is taken from articles that they may read, and nothing by a name that they may not', async () => {
    const { graph, tenantId } = aGraph(opened().database)
    await graph.read(tenantId, anArticle('云杉羽绒服', '- 货号：SG-1\n- 价格：¥699'))
    await graph.read(tenantId, anArticle('暗夜计划', '- 货号：SG-1\n- 赔付上限：四千元', { audience: forGroup }))
    const seen = async (reader: Reader) => {
      const { entities } = { entities: await graph.search(tenantId, { q: '', limit: 50, reader }) }
      const around = await graph.neighbourhood(tenantId, { id: 'sku:sg1', limit: 50, reader })
      const statistics = await graph.statistics(tenantId, reader)
      const answers = await graph.ask(tenantId, { text: '暗夜计划的赔付上限', language: 'zh', reader })
      return JSON.stringify({ entities, around, statistics, answers })
    }
    for (const secret of ['暗夜计划', '赔付上限', '四千元']) {
      expect(await seen(staff())).not.toContain(secret)
      expect(await seen(staff('退款组'))).toContain(secret)
      expect(await seen(keeper)).toContain(secret)
    }
    expect(await seen(staff())).toContain('¥699')
    const { edges } = await graph.neighbourhood(tenantId, { id: 'sku:sg1', limit: 50 })
    const secret = edges.find(({ relation }) => relation === '赔付上限')!
    await expect(graph.getEdge(tenantId, secret.id, staff())).rejects.toMatchObject({ code: 'not-found' })
    expect(await graph.getEdge(tenantId, secret.id, staff('退款组'))).toMatchObject({ id: secret.id })
    expect(await graph.search(tenantId, { q: '暗夜', limit: 5, reader: staff() })).toEqual([])
  })

  it('is what the database says again after changes were missed', async () => {
    const { graph, tenantId, another } = aGraph(opened().database)
    const article = anArticle('云杉羽绒服', '- 货号：SG-1\n- 价格：¥699')
    const gone = anArticle('北岭风衣', '- 货号：SG-2\n- 价格：¥459')
    await graph.read(tenantId, article)
    await graph.read(tenantId, gone)
    const other = another()
    await other.load(tenantId)
    await graph.read(tenantId, { ...article, version: 2, body: '- 货号：SG-1\n- 价格：¥599', audience: forGroup })
    await graph.forget(tenantId, gone.id)
    const { id } = (await graph.neighbourhood(tenantId, { id: 'sku:sg1', limit: 9 })).edges[0]!
    await graph.judge(tenantId, id, { verdict: 'confirmed', by: 'stf_1' })
    await other.catchUp(tenantId)
    expect(await other.statistics(tenantId)).toEqual(await graph.statistics(tenantId))
    expect(await other.search(tenantId, { q: '云杉', limit: 5, reader: staff() })).toEqual([])
  })

  it('takes what a model reads beside what rules see, and not where the article is another or gone by then', async () => {
    const line = JSON.stringify({ subject: '云杉羽绒服', relation: '设计师', object: '林青', quote: '由林青主笔' })
    const { graph, tenantId } = aGraph(
      opened().database,
      createScripted([{ say: [line] }, { say: [line] }, { say: [line] }]),
    )
    const article = anArticle('云杉羽绒服', '- 货号：SG-1\n\n这一件由林青主笔。')
    const relations = async () => Object.keys((await graph.statistics(tenantId)).relations)
    await graph.read(tenantId, article)
    expect(await relations()).not.toContain('designer')
    await graph.readFurther(tenantId, article)
    expect(await relations()).toContain('designer')
    await graph.read(tenantId, { ...article, version: 2 })
    await graph.readFurther(tenantId, article)
    expect(await relations()).not.toContain('designer')
    await graph.forget(tenantId, article.id)
    await graph.readFurther(tenantId, { ...article, version: 2 })
    expect(await relations()).toEqual([])
  })
})
