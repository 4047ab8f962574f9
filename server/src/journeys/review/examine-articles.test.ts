import { ArticleDraft } from '@lingxi/contract/knowledge'
import { expect, it } from 'vitest'
import { onBothDatabases } from '../../platform/database/database.testing.ts'
import { useHouse } from '../turn/turn.testing.ts'
import { createExamineArticles } from './examine-articles.ts'

onBothDatabases('Examining articles', (opened) => {
  const house = useHouse(opened, { seed: 8_200 })
  const draft = (title: string, body: string) =>
    ArticleDraft.parse({ title, body, language: 'zh', status: 'published' })

  it('looks at what changed, finds what contradicts it, and sees when that is gone', async () => {
    const { knowledge, learning, tenant, clock } = house()
    const { examineArticles: examine } = createExamineArticles(house())
    await examine(tenant)
    expect(await examine(tenant)).toMatchObject({ examined: 0 })
    clock.move(1000)
    const other = await knowledge.add(
      tenant,
      draft('退货期限是多少天？', '收货后 30 天内，在「我的订单」里点「退货」，预约上门取件即可。'),
    )
    expect(await examine(tenant)).toEqual({ examined: 1, opened: 1, solved: 0 })
    const open = async () => (await learning.findings.list(tenant, { state: 'open', limit: 9, offset: 0 })).findings
    expect((await open())[0]).toMatchObject({
      kind: 'contradiction',
      spots: [{ values: expect.arrayContaining(['30 天', '7 天']) }],
    })
    clock.move(1000)
    await knowledge.remove(tenant, other.id)
    await examine(tenant)
    expect(await open()).toEqual([])
  })

  it('looks at everything again when a price of the catalogue changes', async () => {
    const { knowledge, learning, tenant, clock } = house()
    const { examineArticles: examine } = createExamineArticles(house())
    const shirt = (price: number) =>
      ArticleDraft.parse({
        ...draft('棉麻衬衫', `- 货号：AB-123\n- 价格：¥${price}`),
        tags: ['product'],
        alternatives: ['AB-123'],
      })
    const { id } = await knowledge.add(tenant, shirt(239))
    await knowledge.add(tenant, draft('新品推荐', '本周推荐棉麻衬衫，售价 ¥239。'))
    await examine(tenant)
    const outgrown = async () =>
      (await learning.findings.list(tenant, { state: 'open', kinds: ['outgrown'], limit: 9, offset: 0 })).total
    expect(await outgrown()).toBe(0)
    clock.move(1000)
    await knowledge.change(tenant, id, { ...shirt(259), version: 1 })
    await examine(tenant)
    expect(await outgrown()).toBe(1)
  })
})
