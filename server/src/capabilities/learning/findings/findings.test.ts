import type { Article } from '@lingxi/contract/knowledge'
import { expect, it } from 'vitest'
import { onBothDatabases } from '../../../platform/database/database.testing.ts'
import { aLearning } from '../learning.testing.ts'
import { anArticle } from './findings.testing.ts'

onBothDatabases('Findings', (opened) => {
  const start = () => aLearning(opened().database)
  const seven = (more: Partial<Article> = {}) =>
    anArticle('多久可以退货？ | 签收后 7 天内可以无理由退货。', 'zh', { id: 'art_1', ...more })
  const fifteen = anArticle('退货期限是几天？ | 收到商品之日起 15 天内可以无理由退货。', 'zh', { id: 'art_2' })
  const around = { products: [], exists: () => true, brokenLinks: new Set<string>(), sourceChanged: null }
  const page = { limit: 50, offset: 0 }

  it('are reported once, from whichever side, with both places quoted', async () => {
    const { learning, tenantId } = start()
    for (let times = 0; times < 2; times++) {
      await learning.findings.examine(tenantId, seven(), { ...around, others: [fifteen] })
      await learning.findings.examine(tenantId, fifteen, { ...around, others: [seven()] })
    }
    const { findings, total } = await learning.findings.list(tenantId, page)
    expect(total).toBe(1)
    expect(findings[0]).toMatchObject({ kind: 'contradiction', state: 'open', article_ids: ['art_1', 'art_2'] })
    const [spot] = findings[0]!.spots
    expect(spot!.values).toEqual(['7 天', '15 天'])
    expect(seven().body.slice(spot!.one.start, spot!.one.end)).toBe(spot!.one.quote)
    expect(fifteen.body.slice(spot!.other!.start, spot!.other!.end)).toBe(spot!.other!.quote)
  })

  it('are solved by themselves when the cause is gone, and open again when it is back', async () => {
    const { learning, tenantId, clock } = start()
    const { findings } = learning
    const state = async () => (await findings.list(tenantId, page)).findings.map((finding) => finding.state)
    await findings.examine(tenantId, seven(), { ...around, others: [fifteen] })
    clock.move(1000)
    await findings.examine(tenantId, seven({ body: '签收后 15 天内可以无理由退货。' }), {
      ...around,
      others: [fifteen],
    })
    expect(await state()).toEqual(['solved'])
    await findings.examine(tenantId, seven(), { ...around, others: [fifteen] })
    expect(await state()).toEqual(['open'])
    await findings.examine(tenantId, seven({ status: 'archived' }), { ...around, others: [] })
    expect(await state()).toEqual(['solved'])
  })

  it('stay ignored until they say something else', async () => {
    const { learning, tenantId } = start()
    const { findings } = learning
    await findings.examine(tenantId, seven(), { ...around, others: [fifteen] })
    const { id } = (await findings.list(tenantId, page)).findings[0]!
    await findings.ignore(tenantId, id, { by: 'stf_1', why: '不同活动' })
    await findings.examine(tenantId, seven(), { ...around, others: [fifteen] })
    expect((await findings.list(tenantId, page)).findings[0]).toMatchObject({
      state: 'ignored',
      ignored_why: '不同活动',
    })
    await findings.examine(tenantId, seven({ body: '签收后 3 天内可以无理由退货。' }), { ...around, others: [fifteen] })
    expect((await findings.list(tenantId, page)).findings[0]).toMatchObject({ id, state: 'open', ignored_why: null })
    await expect(findings.reopen(tenantId, id)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('name what stands alone: links that lead nowhere, prices that changed, a time that has passed', async () => {
    const { learning, tenantId } = start()
    const body =
      '棉衬衫 SG-CLO-001 现价 ¥199，旧款 SG-CLO-009 已有替代。见[退货](/help/articles/art_gone)、[尺码](#尺码表)、[这里](https://shop.example/old)。\\n\\n## 尺码表'
    const article = anArticle(`衬衫多少钱？ | ${body}`, 'zh', { id: 'art_3', validUntil: '2026-01-01T00:00:00.000Z' })
    const products = [{ code: 'SG-CLO-001', name: '棉衬衫', price: 239, articleId: 'art_9' }]
    const brokenLinks = new Set(['https://shop.example/old'])
    await learning.findings.examine(tenantId, article, {
      ...around,
      others: [],
      products,
      brokenLinks,
      exists: () => false,
    })
    const { findings } = await learning.findings.list(tenantId, page)
    const said = findings.flatMap(({ kind, spots }) =>
      spots.map(({ reason, values }) => [kind, reason, ...values].join(' ')),
    )
    expect(said.toSorted()).toEqual([
      'broken-link broken-article art_gone',
      'broken-link broken-external https://shop.example/old',
      'expired validity-passed 2026-01-01T00:00:00.000Z',
      'outgrown other-price ¥199 239',
      'outgrown product-gone SG-CLO-009',
    ])
  })

  it('belong to one tenant', async () => {
    const { learning, tenantId } = start()
    const other = start()
    await learning.findings.examine(tenantId, seven(), { ...around, others: [fifteen] })
    expect((await other.learning.findings.list(other.tenantId, page)).total).toBe(0)
  })
})
