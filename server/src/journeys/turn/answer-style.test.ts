import { plainStyles } from '@lingxi/contract/answer-style'
import { ArticleDraft } from '@lingxi/contract/knowledge'
import { expect, it } from 'vitest'
import { demoSettings } from '../../main/demo.ts'
import { onBothDatabases } from '../../platform/database/database.testing.ts'
import { useHouse } from './turn.testing.ts'

const body =
  '签收后 7 天内可以申请退货。\n\n退货运费由买家承担，质量问题除外。\n\n退款在仓库验收后 3 个工作日内原路退回。\n\n赠品需要一并寄回，否则从退款里扣除。换货先收到原商品再寄出新的一件。'

onBothDatabases('the style of a channel', (opened) => {
  const house = useHouse(opened)

  async function ask(from: string, style: Partial<(typeof plainStyles)['web']>) {
    const { receive, staff, tenant, conversations } = house()
    await staff.changeSettings(tenant, {
      ...demoSettings,
      answerStyles: { ...plainStyles, web: { ...plainStyles.web, ...style } },
    })
    const sender = { externalId: from, language: 'zh' as const }
    const heard = await receive(tenant, { channel: 'web', externalId: `m-${from}`, sender, text: '退货运费谁承担' })
    await heard.answered
    const events = await conversations.eventsAfter(tenant, heard.conversationId, 0)
    return events.findLast((event) => event.type === 'message-sent')!
  }

  it('changes how much is said and what is said around it, and never a fact', async () => {
    const { knowledge, tenant } = house()
    const draft = { title: '退货运费谁承担？', body, language: 'zh', status: 'published' }
    await knowledge.add(tenant, ArticleDraft.parse(draft))
    const plain = await ask('ann', {})
    expect(plain.text).toBe(body)
    const short = await ask('bea', { length: 'short' })
    expect(short.text).toContain('退货运费由买家承担，质量问题除外。')
    expect(short.text.length).toBeLessThan(body.length)
    for (const { start, end, quote } of short.citations) expect(body.slice(start, end)).toBe(quote)
    const warm = await ask('cat', { tone: 'warm' })
    expect(warm.text).toContain(`\n\n${body}\n\n`)
    expect(warm.text.length).toBeGreaterThan(body.length + 10)
    expect(warm.citations).toEqual(plain.citations)
  })
})
