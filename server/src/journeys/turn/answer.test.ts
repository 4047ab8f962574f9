import { visitor } from '@lingxi/contract/audience'
import type { Language } from '@lingxi/contract/message'
import { expect, it } from 'vitest'
import { onBothDatabases } from '../../platform/database/database.testing.ts'
import { createScripted } from '../../platform/models/scripted.ts'
import { createFindAnswer } from './answer.ts'
import { createHotAnswers } from './hot-answers.ts'
import { useHouse } from './turn.testing.ts'

onBothDatabases('an answer with a model', (opened) => {
  const house = useHouse(opened, { seed: 11_000 })
  const ask = (script: Parameters<typeof createScripted>[0], text = '多久发货？') => {
    const { knowledge, answering } = house()
    const drafts: string[] = []
    const findAnswer = createFindAnswer({ knowledge, answering, model: createScripted(script) })
    const question = {
      text,
      language: 'zh' as Language,
      reader: visitor,
      signal: new AbortController().signal,
      onDraft: (draft: string) => drafts.push(draft),
    }
    return findAnswer(house().tenant, question).then((answer) => ({ ...answer, drafts }))
  }

  it('is written by the model when the passages carry it, and cites them', async () => {
    const answer = await ask([{ say: ['16:00 前付款的订单当天发货。[1]', '之后付款的次日发货。[1]'] }])
    expect(answer).toMatchObject({ outcome: 'answered', writer: 'model', modelOutcome: 'written' })
    expect(answer.text).not.toContain('[1]')
    const [citation] = answer.citations
    const article = await house().knowledge.get(house().tenant, citation!.articleId)
    expect(article.body.slice(citation!.start, citation!.end)).toBe(citation!.quote)
    expect(answer.drafts.at(-1)).toContain('当天发货')
  })

  it('is not given when the model finds no answer in the passages', async () => {
    expect(await ask([{ say: ['NO_ANSWER'] }])).toMatchObject({
      outcome: 'unknown',
      modelOutcome: 'refused',
      nearest: ['多久发货？'],
    })
  })

  it('is the extracted one when the model says what no passage says', async () => {
    const answer = await ask([{ say: ['所有订单 3 小时内由无人机送达。[1]'] }])
    expect(answer).toMatchObject({ outcome: 'answered', writer: 'extracted', modelOutcome: 'ungrounded' })
    expect(answer.text).toContain('当天发货')
    expect(answer.drafts.join('')).not.toContain('无人机')
  })

  it('does not trouble the model with what has nothing to do with the knowledge', async () => {
    expect(await ask([], '火星上有几只猫')).toMatchObject({ outcome: 'unknown', modelOutcome: undefined })
  })
})

onBothDatabases('an answer that was kept', (opened) => {
  const house = useHouse(opened, { seed: 12_000 })

  it('says so in the why of the turn, and is counted', async () => {
    const { say, eventsOf, metrics } = house()
    await say('first', '多久发货？')
    const heard = await say('second', '请问多久发货')
    const decided = (await eventsOf(heard.conversationId)).filter((event) => event.type === 'turn-decided')
    expect(decided.map(({ why }) => why.fromCache)).toEqual([true])
    const counted = await metrics.render()
    expect(counted).toContain('lingxi_hot_answers_total{outcome="hit"} 1')
    expect(counted).toContain('lingxi_hot_answers_total{outcome="miss"} 1')
  })

  it('tells what put the passages into another order, also when the answer was kept', async () => {
    const { knowledge, answering, clock, tenant } = house()
    const step = { kind: 'reranked' as const, by: 'learnt' as const, moved: 3 }
    const find: typeof knowledge.find = async (...asked) =>
      (await knowledge.find(...asked)).map((passage) => ({ ...passage, reordered: [step] }))
    const hotAnswers = createHotAnswers({ editionOf: async () => '1', holdsUntil: () => Infinity, clock })
    const findAnswer = createFindAnswer({ knowledge: { ...knowledge, find }, answering, model: undefined, hotAnswers })
    const asked = {
      text: '多久发货？',
      language: 'zh' as Language,
      reader: visitor,
      signal: new AbortController().signal,
    }
    for (const fromCache of [false, true]) {
      const { steps, ...answer } = await findAnswer(tenant, asked)
      expect(answer.fromCache ?? false).toBe(fromCache)
      expect(steps.filter(({ kind }) => kind === 'reranked')).toEqual([step])
    }
  })

  it('is found in a file of a heading and a sentence as in the same pair of a table', async () => {
    const { knowledge, answering, tenant } = house()
    const files = [
      { name: 'pairs.csv', text: '问题,答案\n雪鹂壶怎么除垢？,用白醋泡一小时再冲净。', asked: '雪鹂壶怎么除垢？' },
      { name: 'a.md', text: '# 玄铁锅怎么除锈？\n\n用细盐擦一遍再抹油。', asked: '玄铁锅怎么除锈？' },
      { name: 'b.md', text: '# 琉璃灯清洁方法\n\n用软布蘸温水擦。', asked: '琉璃灯怎么清洁？' },
      { name: 'c.csv', text: '问题,答案\n竹编篮清洁方法,用软刷扫净再晾干。', asked: '竹编篮怎么清洁？' },
    ]
    const findAnswer = createFindAnswer({ knowledge, answering, model: undefined })
    const outcomes = []
    for (const { name, text, asked } of files) {
      await knowledge.importFile(tenant, { name, bytes: new TextEncoder().encode(text), status: 'published' })
      const question = {
        text: asked,
        language: 'zh' as Language,
        reader: visitor,
        signal: new AbortController().signal,
      }
      outcomes.push((await findAnswer(tenant, question)).outcome)
    }
    expect(outcomes).toEqual(['answered', 'answered', 'answered', 'answered'])
  })
})
