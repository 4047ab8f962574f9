import { expect, it } from 'vitest'
import { aLog } from '../../capabilities/learning/learning.testing.ts'
import { onBothDatabases } from '../../platform/database/database.testing.ts'
import { createScripted, type Script } from '../../platform/models/scripted.ts'
import { useHouse } from '../turn/turn.testing.ts'
import { createDraftArticle } from './draft-article.ts'

onBothDatabases('The draft of a gap', (opened) => {
  const house = useHouse(opened, { seed: 8_400 })
  const never = new AbortController().signal
  const said = '您好王小明，旧家电可以抵 200 元，下单时勾选「以旧换新」即可。您的订单已登记。电话 13812345678。'
  const merged = '旧家电可以抵 200 元，下单时勾选「以旧换新」即可。'

  /** A gap that a person has answered once; `reply` null: nobody has. */
  async function aGap(reply: string | null = said) {
    const { learning, tenant } = house()
    const log = aLog().asks({ question: '以旧换新怎么算？', decision: 'unknown' }).wantsPerson()
    if (reply !== null) log.replies(reply).resolved().rated(true)
    const about = { id: 'cnv_gap', customerId: 'cus_gap', channel: 'web', customerName: '王小明' }
    await learning.recordConversation(tenant, about, log.events)
    await learning.gaps.group(tenant)
    return (await learning.gaps.list(tenant, { state: 'open', limit: 9, offset: 0 })).gaps[0]!.id
  }
  const draftBy = (model: ReturnType<typeof createScripted> | undefined) => createDraftArticle({ ...house(), model })

  it('is written by the model from what people said, and not paid for twice', async () => {
    const id = await aGap()
    const model = createScripted([{ say: ['以旧换新时，旧家电可以抵 200 元[1]。', '下单时勾选「以旧换新」[1]。'] }])
    const draft = draftBy(model)
    const { tenant } = house()
    const written = { writer: 'model', modelOutcome: 'written', body: expect.stringContaining('可以抵 200 元。下单时') }
    expect(await draft(tenant, id, never)).toMatchObject(written)
    expect(await draft(tenant, id, never)).toMatchObject(written)
    expect(model.asked).toHaveLength(1)
    const [{ prompt } = { prompt: '' }] = model.asked
    expect(prompt).toContain('抵 200 元')
    expect(prompt).not.toMatch(/王小明|138|您的订单|姓名|电话/)
  })

  const failures: [string, Script, string][] = [
    ['is away', { fail: 'failed' }, 'failed'],
    ['is slow', { say: ['旧家电'], fail: 'too-slow' }, 'too-slow'],
    ['refuses', { say: ['NO_ANSWER'] }, 'refused'],
    ['invents a number', { say: ['旧家电可以抵 500 元[1]。'] }, 'ungrounded'],
    ['names no source', { say: ['旧家电可以抵 200 元。'] }, 'ungrounded'],
  ]
  it.each(failures)(
    'is merged from people’s own sentences in the same call when the model %s',
    async (_, script, outcome) => {
      const id = await aGap()
      expect(await draftBy(createScripted([script]))(house().tenant, id, never)).toMatchObject({
        writer: 'merged',
        body: merged,
        modelOutcome: outcome,
      })
    },
  )

  it('asks no model where there is none, and none where nobody has answered', async () => {
    const id = await aGap()
    expect(await draftBy(undefined)(house().tenant, id, never)).toMatchObject({ writer: 'merged', modelOutcome: null })
    const nothing = createScripted([])
    const empty = await aGap('您好，请稍等。')
    expect(await draftBy(nothing)(house().tenant, empty, never)).toMatchObject({
      writer: 'nobody',
      body: '',
      modelOutcome: null,
    })
  })
})
