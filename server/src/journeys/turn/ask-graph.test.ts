import { visitor } from '@lingxi/contract/audience'
import { expect, it } from 'vitest'
import { aGraph } from '../../capabilities/graph/graph.testing.ts'
import { aDraft, aKnowledge } from '../../capabilities/knowledge/knowledge.testing.ts'
import { onBothDatabases } from '../../platform/database/database.testing.ts'
import { silentLog } from '../../platform/log/log.ts'
import { createFollowGraph } from '../knowledge/follow-graph.ts'
import type { Answer, FindAnswer } from './answer.ts'
import { withGraph } from './ask-graph.ts'

const nothingFound: Answer = {
  outcome: 'unknown',
  text: '',
  citations: [],
  nearest: ['怎么退货？'],
  support: 0.2,
  needed: 0.5,
  writer: undefined,
  modelOutcome: undefined,
  passages: [],
  steps: [],
}

onBothDatabases('A question that no passage answers', (opened) => {
  function start(plain: Answer = nothingFound) {
    const { knowledge, tenantId } = aKnowledge(opened().database)
    const { graph, clock } = aGraph(opened().database)
    const follow = createFollowGraph({ graph, knowledge, clock, log: silentLog })
    const findAnswer = withGraph({ findAnswer: (async () => plain) as FindAnswer, graph, knowledge })
    const { signal } = new AbortController()
    return {
      knowledge,
      tenantId,
      follow,
      async add(more: Parameters<typeof aDraft>[0]) {
        const article = await knowledge.add(tenantId, aDraft(more))
        follow.changed(tenantId, [article.id])
        await follow.idle()
        return article
      },
      ask: (text: string) => findAnswer(tenantId, { text, language: 'zh', reader: visitor, signal }),
    }
  }
  const coat = { title: '云杉羽绒服', body: '- 货号：SG-1\n- 填充物：鹅绒' }
  const down = { title: '鹅绒', body: '- 洗涤方式：三十度手洗' }
  const question = '云杉羽绒服的填充物怎么洗？'

  it('is answered along a path over several articles, with the words of each', async () => {
    const { add, ask } = start()
    const [one, other] = [await add(coat), await add(down)]
    const answer = await ask(question)
    expect(answer).toMatchObject({ outcome: 'answered', text: '云杉羽绒服 → 填充物 → 鹅绒 → 洗涤方式 → 三十度手洗' })
    expect(answer.citations.map(({ articleId, quote }) => [articleId, quote])).toEqual([
      [one.id, '填充物：鹅绒'],
      [other.id, '洗涤方式：三十度手洗'],
    ])
    expect(answer.paths?.[0]?.map(({ relation }) => relation)).toEqual(['填充物', '洗涤方式'])
  })

  it('stays unanswered where a hop is for staff, or the way is not clear', async () => {
    const { add, ask } = start()
    await add(coat)
    await add({ ...down, audience: { kind: 'staff', groups: [] } })
    expect(await ask(question)).toEqual(nothingFound)
    expect(await ask('云杉羽绒服什么时候打折促销')).toEqual(nothingFound)
  })

  it('stays unanswered while the graph has not read the article as it is now', async () => {
    const { add, ask, knowledge, tenantId, follow } = start()
    const article = await add({ ...coat, body: '- 货号：SG-1\n- 价格：¥699' })
    expect((await ask('云杉羽绒服多少钱')).text).toBe('云杉羽绒服 → 价格 → ¥699')
    await knowledge.change(tenantId, article.id, { ...aDraft(coat), body: '- 货号：SG-1\n- 价格：¥599', version: 1 })
    expect(await ask('云杉羽绒服多少钱')).toEqual(nothingFound)
    follow.catchUp(tenantId)
    await follow.idle()
    expect((await ask('云杉羽绒服多少钱')).text).toBe('云杉羽绒服 → 价格 → ¥599')
    await knowledge.remove(tenantId, article.id)
    follow.catchUp(tenantId)
    await follow.idle()
    expect(await ask('云杉羽绒服多少钱')).toEqual(nothingFound)
  })

  it('is not taken from a passage that answers it well', async () => {
    const answered: Answer = { ...nothingFound, outcome: 'answered', text: '手洗。', support: 0.9, writer: 'extracted' }
    const { add, ask } = start(answered)
    await add(coat)
    await add(down)
    expect(await ask(question)).toEqual(answered)
  })
})
