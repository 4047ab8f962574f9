import { type ArticleChange, ArticleDraft } from '@lingxi/contract/knowledge'
import { expect, it } from 'vitest'
import { onBothDatabases } from '../../platform/database/database.testing.ts'
import { createExamineArticles } from '../review/examine-articles.ts'
import { useHouse } from './turn.testing.ts'

type Draft = Partial<Omit<ArticleChange, 'version'>> & { title: string; body: string }

onBothDatabases('two sources that say different things', (opened) => {
  const house = useHouse(opened)

  async function publish(draft: Draft) {
    const { knowledge, tenant } = house()
    const language = /\p{Script=Han}/u.test(draft.title) ? 'zh' : 'en'
    return knowledge.add(tenant, ArticleDraft.parse({ language, status: 'published', ...draft }))
  }
  async function ask(from: string, text: string) {
    const { say, eventsOf } = house()
    const { conversationId } = await say(from, text)
    const events = await eventsOf(conversationId)
    const sent = events.findLast((event) => event.type === 'message-sent')!
    const decided = events.findLast((event) => event.type === 'turn-decided')!
    return { sent, why: decided.why }
  }

  it('are both told with their dates, the newer first, and are among the conflicts of the keeper', async () => {
    const { clock, knowledge, learning, log, tenant } = house()
    const older = await publish({ title: '家具保修几年？', body: '家具整体保修 2 年。' })
    clock.move(40 * 24 * 3_600_000)
    const newer = await publish({ title: '家具的保修期是几年？', body: '家具整体保修 5 年。' })
    const { sent, why } = await ask('ann', '家具保修几年')
    expect(why.differs).toEqual({
      reason: 'other-number',
      values: expect.arrayContaining(['2 年', '5 年']),
      articleIds: [newer.id, older.id],
      newer: newer.id,
    })
    expect(sent.text).toMatch(
      /^家具整体保修 5 年。.*较早的资料说法不同：《家具保修几年？》（\d{4}-\d\d-\d\d）写的是“家具整体保修 2 年。”/s,
    )
    expect(sent.citations.map(({ articleId }) => articleId)).toEqual([newer.id, older.id])
    expect(sent.quickReplies.map(({ text }) => text)).toContain('转人工')

    await createExamineArticles({ knowledge, learning, clock, log }).examineArticles(tenant)
    const { findings } = await learning.findings.list(tenant, { kinds: ['contradiction'], limit: 10, offset: 0 })
    expect(findings.map(({ article_ids }) => article_ids.toSorted())).toContainEqual([newer.id, older.id].toSorted())
  })

  it('are told in English too, without a preference where they are of one day', async () => {
    await publish({ title: 'How long is the sofa guarantee?', body: 'The sofa guarantee runs for 2 years.' })
    await publish({
      title: 'What is the guarantee of the sofa, how long?',
      body: 'The sofa guarantee runs for 5 years.',
    })
    const { sent, why } = await ask('bea', 'how long is the sofa guarantee')
    expect(why.differs).toMatchObject({ newer: null })
    expect(sent.text).toContain('Two of our texts differ on this')
    expect(sent.text).toMatch(/2 years[\s\S]*5 years|5 years[\s\S]*2 years/)
  })

  it('are one where the other has ended, is for others, or says the same in other words', async () => {
    await publish({ title: '灯具保修几年？', body: '灯具保修 1 年。' })
    await publish({ title: '灯具的保修期是几年？', body: '灯具保修 3 年。', validUntil: '2020-01-01T00:00:00.000Z' })
    await publish({ title: '灯具保修期几年呢？', body: '灯具保修 4 年。', audience: { kind: 'staff', groups: [] } })
    await publish({ title: '灯具的保修？', body: '灯具保修 12 个月。' })
    const { sent, why } = await ask('cat', '灯具保修几年')
    expect(why.differs).toBeUndefined()
    expect(sent.text).not.toMatch(/3 年|4 年/)
  })
})
