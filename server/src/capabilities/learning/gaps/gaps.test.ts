import { expect, it, test } from 'vitest'
import { onBothDatabases } from '../../../platform/database/database.testing.ts'
import { aLearning, aLog, likeness } from '../learning.testing.ts'
import { draftBody } from './draft-article.ts'
import { shareOf } from './wilson.ts'

onBothDatabases('Gaps', (opened) => {
  const start = () => aLearning(opened().database)
  const about = (id: string) => ({ id, customerId: `cus_${id}`, channel: 'web', customerName: '王小明' })
  const page = { state: 'open' as const, limit: 20, offset: 0 }
  const reply = '您好王小明，旧家电可以抵 200 元，下单时勾选「以旧换新」即可。您的订单已登记。电话 13812345678。'
  const unknown = (question: string, at = '2026-01-04T08:00:00.000Z') =>
    aLog({ start: at }).asks({ question, decision: 'unknown' }).wantsPerson().replies(reply).resolved().rated(true)

  it('put together what asks the same, name it by its most central wording, and count it a week', async () => {
    const { learning, tenantId } = start()
    const questions = ['以旧换新怎么算？', '以旧换新怎么办理', '你们有以旧换新吗', '能寄到月球吗？']
    for (const [place, question] of questions.entries())
      await learning.recordConversation(tenantId, about(`cnv_${place}`), unknown(question).events)
    for (let times = 0; times < 2; times++) await learning.gaps.group(tenantId)
    const { gaps, total } = await learning.gaps.list(tenantId, page)
    expect(total).toBe(2)
    expect(gaps[0]).toMatchObject({ count: 3, asked: 3, troubles: { unknown: 3 }, replies: 3 })
    expect(questions.slice(0, 3)).toContain(gaps[0]!.name)
    expect(gaps[0]!.weeks).toEqual([0, 0, 0, 0, 0, 0, 0, 3])
  })

  it('draft an article from what people answered, without what is one person’s', async () => {
    const { learning, tenantId } = start()
    for (const place of [0, 1])
      await learning.recordConversation(tenantId, about(`cnv_${place}`), unknown('以旧换新怎么算？').events)
    await learning.gaps.group(tenantId)
    const [gap] = (await learning.gaps.list(tenantId, page)).gaps
    const draft = await learning.gaps.draft(tenantId, gap!.id)
    expect(draft).toMatchObject({ title: '以旧换新怎么算？', writer: 'merged', conversations: 2 })
    expect(draft.body).toBe('旧家电可以抵 200 元，下单时勾选「以旧换新」即可。')
  })

  it('measure what the released article changed', async () => {
    const { learning, tenantId, clock } = start()
    for (const place of [0, 1, 2, 3, 4, 5, 6, 7])
      await learning.recordConversation(tenantId, about(`cnv_${place}`), unknown('以旧换新怎么算？').events)
    await learning.gaps.group(tenantId)
    const [gap] = (await learning.gaps.list(tenantId, page)).gaps
    await learning.gaps.propose(tenantId, gap!.id, { by: 'stf_1', articleId: 'art_1' })
    await expect(learning.gaps.propose(tenantId, gap!.id, { by: 'stf_2', articleId: 'art_2' })).rejects.toMatchObject({
      code: 'already-exists',
    })
    await learning.gaps.release(tenantId, gap!.id, '2026-01-05T08:00:00.000Z')
    clock.move(3 * 86_400_000)
    for (const place of [10, 11, 12, 13, 14, 15, 16, 17]) {
      const log = aLog({ start: '2026-01-06T08:00:00.000Z' })
        .asks({ question: '以旧换新怎么算？', cites: ['art_1'] })
        .resolved()
        .rated(true)
      await learning.recordConversation(tenantId, about(`cnv_${place}`), log.events)
    }
    await learning.gaps.group(tenantId)
    const { lift } = await learning.gaps.get(tenantId, gap!.id)
    expect(lift).toMatchObject({ certain: true, answered: { before: { count: 0, of: 8 }, after: { count: 8, of: 8 } } })
  })

  it('stay ignored, and are of one tenant', async () => {
    const { learning, tenantId } = start()
    const other = start()
    await learning.recordConversation(tenantId, about('cnv_1'), unknown('以旧换新怎么算？').events)
    await learning.gaps.group(tenantId)
    const { id } = (await learning.gaps.list(tenantId, page)).gaps[0]!
    await learning.gaps.ignore(tenantId, id, { by: 'stf_1', why: '不做' })
    expect((await learning.gaps.list(tenantId, page)).total).toBe(0)
    await expect(other.learning.gaps.get(other.tenantId, id)).rejects.toMatchObject({ code: 'not-found' })
  })
})

test('a merged draft says each thing once, what most say first kept', () => {
  const body = draftBody(
    ['您好！满 500 元可以分期。请问还有别的吗？', '满 500 元就可以分期。需要花呗账户。'],
    likeness.between,
  )
  expect(body).toBe('满 500 元可以分期。\n\n需要花呗账户。')
})

test('an interval is wide where little is known', () => {
  expect(shareOf(0, 0)).toMatchObject({ share: null, low: 0, high: 1 })
  const few = shareOf(1, 2)
  const many = shareOf(100, 200)
  expect(few.high - few.low).toBeGreaterThan(many.high - many.low)
  expect(many.low).toBeCloseTo(0.431, 3)
})
