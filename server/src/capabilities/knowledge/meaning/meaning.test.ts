import { visitor } from '@lingxi/contract/audience'
import { describe, expect, it } from 'vitest'
import { createFakeClock } from '../../../platform/clock/clock.testing.ts'
import { onBothDatabases } from '../../../platform/database/database.testing.ts'
import { systemIds } from '../../../platform/ids/ids.ts'
import {
  createScriptedEmbedding,
  createScriptedReranker,
  type Mood,
} from '../../../platform/models/scripted-embedding.ts'
import { createMemoryIndex } from '../../../platform/search/memory/memory.ts'
import { aDraft, tokens } from '../knowledge.testing.ts'
import { createKnowledge } from '../knowledge.ts'

/** What is about going back lies in one direction, everything else in the other, whatever the words. */
const placeOf = (text: string) => (/退|后悔|return/.test(text) ? [1, 0] : [0, 1])

onBothDatabases('Meaning', (opened) => {
  function start({ mood = {}, order }: { mood?: Mood; order?: Mood } = {}) {
    const clock = createFakeClock()
    const model = createScriptedEmbedding(placeOf, mood)
    const reranker = createScriptedReranker((_, text) => text.length, order)
    const outcomes: string[] = []
    const tenantId = systemIds.next('tnt')
    const open = () =>
      createKnowledge({
        database: opened().database,
        clock,
        ids: systemIds,
        tokens,
        createIndex: (own) => createMemoryIndex({ tokens: own }),
        embedding: { model, within: 150, onOutcome: (of, outcome) => outcomes.push(`${of} ${outcome}`) },
        reranking: order && { model: reranker, within: 300, onOutcome: (outcome) => outcomes.push(`order ${outcome}`) },
      })
    const knowledge = open()
    const find = async (text: string, base = knowledge) =>
      (await base.find(tenantId, { text, language: 'zh', reader: visitor })).map(({ title }) => title)
    return { knowledge, open, find, clock, model, mood, outcomes, tenantId }
  }
  const bodies = {
    back: aDraft({ title: '怎么退货？', body: '点申请。' }),
    pay: aDraft({ title: '怎么付款？', body: '扫码。' }),
  }

  it('finds a passage that shares no word with the question, once it is embedded in the background', async () => {
    const { knowledge, find, tenantId, outcomes } = start()
    await knowledge.add(tenantId, bodies.back)
    await knowledge.add(tenantId, bodies.pay)
    await expect.poll(() => outcomes.filter((each) => each === 'passages made').length).toBe(2)
    expect(await find('我后悔买它')).toEqual(['怎么退货？'])
  })

  it('asks the model for nothing again after a restart, but for what changed', async () => {
    const { knowledge, open, find, model, outcomes, tenantId } = start()
    const { id } = await knowledge.add(tenantId, bodies.back)
    await knowledge.add(tenantId, bodies.pay)
    await expect.poll(() => outcomes.filter((each) => each === 'passages made').length).toBe(2)
    const before = model.asked.flat().length
    const restarted = open()
    await restarted.load(tenantId)
    expect(await find('我后悔买它', restarted)).toEqual(['怎么退货？'])
    expect(model.asked.flat().length).toBe(before + 1)
    await restarted.change(tenantId, id, { ...bodies.back, title: '怎么退款？', version: 1 })
    await expect.poll(() => model.asked.flat().filter((text) => text.includes('怎么退款')).length).toBe(1)
  })

  it('searches by words when the model does not answer in time, and says so', async () => {
    const { knowledge, find, clock, mood, outcomes, tenantId } = start()
    await knowledge.add(tenantId, bodies.pay)
    await expect.poll(() => outcomes).toContain('passages made')
    mood.silent = true
    const found = find('付款')
    await expect.poll(() => (clock.move(150), outcomes)).toContain('question too-slow')
    expect(await found).toEqual(['怎么付款？'])
  })

  it('goes on by words while the endpoint is lost, and catches up when it is back', async () => {
    const mood: Mood = { fail: 'failed' }
    const { knowledge, find, clock, outcomes, tenantId } = start({ mood })
    await knowledge.add(tenantId, bodies.back)
    await knowledge.add(tenantId, bodies.pay)
    expect(await find('付款')).toEqual(['怎么付款？'])
    expect(await find('我后悔买它')).toEqual([])
    expect(outcomes).toContain('question failed')
    await expect.poll(() => outcomes).toContain('passages failed')
    delete mood.fail
    await expect.poll(() => (clock.move(60_000), outcomes)).toContain('passages made')
    await expect.poll(() => find('我后悔买它')).toEqual(['怎么退货？'])
  })

  it('forgets a removed passage, and embeds nothing of a draft', async () => {
    const { knowledge, find, model, outcomes, tenantId } = start()
    const { id } = await knowledge.add(tenantId, bodies.back)
    await knowledge.add(tenantId, aDraft({ title: '退还草稿', status: 'draft' }))
    await expect.poll(() => outcomes).toContain('passages made')
    await knowledge.remove(tenantId, id)
    expect(await find('我后悔买它')).toEqual([])
    expect(model.asked.flat().join()).not.toContain('草稿')
  })

  describe('a model that orders', () => {
    it('decides on the first, and is left out when it fails', async () => {
      const order: Mood = {}
      const { knowledge, find, outcomes, tenantId } = start({ mood: { fail: 'failed' }, order })
      await knowledge.add(tenantId, aDraft({ title: '退货', body: '好。' }))
      await knowledge.add(
        tenantId,
        aDraft({ title: '别的事情', body: '退货在这里只是顺便说到，主要说的是很长很长的别的事情。' }),
      )
      expect((await find('退货'))[0]).toBe('别的事情')
      const asked = { text: '退货', language: 'zh' as const, reader: visitor }
      const [first] = await knowledge.find(tenantId, asked)
      expect(first!.reordered).toEqual([{ kind: 'reranked', by: 'model', moved: 2 }])
      order.fail = 'failed'
      expect((await knowledge.find(tenantId, asked))[0]!.reordered).toEqual([])
      expect((await find('退货'))[0]).toBe('退货')
      expect(outcomes.filter((each) => each.startsWith('order'))).toEqual([
        'order made',
        'order made',
        'order failed',
        'order failed',
      ])
    })
  })
})
