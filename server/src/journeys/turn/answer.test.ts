import { visitor } from '@lingxi/contract/audience'
import type { Language } from '@lingxi/contract/message'
import { expect, it } from 'vitest'
import { onBothDatabases } from '../../platform/database/database.testing.ts'
import { createScripted } from '../../platform/models/scripted.ts'
import { createFindAnswer } from './answer.ts'
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
})
