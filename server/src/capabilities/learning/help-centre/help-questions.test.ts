import { expect, it } from 'vitest'
import { onBothDatabases } from '../../../platform/database/database.testing.ts'
import { aLearning, aLog } from '../learning.testing.ts'

onBothDatabases('What is looked for in the help centre', (opened) => {
  const start = () => aLearning(opened().database)
  type Started = ReturnType<typeof start>
  const page = { state: 'open' as const, limit: 20, offset: 0 }
  const halfAnHour = 30 * 60_000
  const search = ({ learning, tenantId }: Started, text: string, found = 0) =>
    learning.helpCentre.searched(tenantId, { text, language: 'zh', found })
  async function gapsOf({ learning, tenantId, clock }: Started) {
    clock.move(halfAnHour)
    await learning.gaps.group(tenantId)
    return (await learning.gaps.list(tenantId, page)).gaps
  }

  it('and not found, becomes a gap with the questions of conversations', async () => {
    const base = start()
    const { learning, tenantId } = base
    const asked = aLog({ start: '2026-01-04T08:00:00.000Z' }).asks({
      question: '以旧换新怎么算？',
      decision: 'unknown',
    })
    const conversation = { id: 'cnv_1', customerId: 'cus_1', channel: 'web', customerName: '王小明' }
    await learning.recordConversation(tenantId, conversation, asked.events)
    await search(base, '以旧换新怎么办理')
    await search(base, '以旧换新', 3)
    const [gap, ...others] = await gapsOf(base)
    expect(others).toEqual([])
    expect(gap).toMatchObject({ count: 3, troubles: { unknown: 1, 'nothing-found': 1, 'not-opened': 1 } })
    const { examples } = await learning.gaps.get(tenantId, gap!.id)
    expect(examples.map(({ origin, conversationId }) => [origin, conversationId]).sort()).toEqual([
      ['conversation', 'cnv_1'],
      ['help-centre', null],
      ['help-centre', null],
    ])
  })

  it('is forgotten when an article was opened, unless that did not help', async () => {
    const base = start()
    const { learning, tenantId } = base
    const well = await search(base, '怎么退货', 3)
    await learning.helpCentre.opened(tenantId, well!, 'art_1')
    const badly = await search(base, '能寄到月球吗', 3)
    await learning.helpCentre.opened(tenantId, badly!, 'art_2')
    await learning.helpCentre.unhelped(tenantId, badly!)
    const gaps = await gapsOf(base)
    expect(gaps.map(({ name, troubles }) => ({ name, troubles }))).toEqual([
      { name: '能寄到月球吗', troubles: { unhelpful: 1 } },
    ])
    await learning.helpCentre.unhelped(tenantId, well!)
    expect(await gapsOf(base)).toHaveLength(1)
  })

  it('and shown is waited for: for half an hour the reader may open something', async () => {
    const base = start()
    await search(base, '能寄到月球吗', 3)
    await base.learning.gaps.group(base.tenantId)
    expect((await base.learning.gaps.list(base.tenantId, page)).total).toBe(0)
    expect(await gapsOf(base)).toHaveLength(1)
  })

  it('holds no personal data, and nothing without words', async () => {
    const base = start()
    await search(base, '我叫王小明，13812345678 的快递到月球了吗')
    expect(await search(base, '？？ 123')).toBeUndefined()
    const [gap] = await gapsOf(base)
    expect(gap!.name).toBe('我叫[姓名]，[电话] 的快递到月球了吗')
  })

  it('includes what a reader remarks, once each, and it can be taken back', async () => {
    const base = start()
    const { learning, tenantId } = base
    const say = (rater: string, text: string) =>
      learning.helpCentre.commented(tenantId, { articleId: 'art_1', rater, text, language: 'zh' })
    await say('rtr_1', '没有写寄到月球的运费')
    await say('rtr_1', '还是没有写寄到月球的运费')
    await say('rtr_2', '寄到月球的运费是多少')
    const [gap] = await gapsOf(base)
    expect(gap).toMatchObject({ count: 2, troubles: { comment: 2 } })
    const { examples } = await learning.gaps.get(tenantId, gap!.id)
    expect(examples[0]).toMatchObject({ origin: 'help-centre', articleId: 'art_1' })
    expect((await learning.gaps.draft(tenantId, gap!.id)).alternatives).toEqual([])
    await say('rtr_1', '')
    expect((await gapsOf(base))[0]).toMatchObject({ count: 1 })
  })

  it('is kept for half a year, and of one tenant', async () => {
    const base = start()
    await search(base, '能寄到月球吗')
    expect(await gapsOf(base)).toHaveLength(1)
    expect(await gapsOf(start())).toEqual([])
    base.clock.move(181 * 86_400_000)
    expect(await gapsOf(base)).toEqual([])
  })
})
