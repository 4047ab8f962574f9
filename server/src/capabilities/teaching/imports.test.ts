import { expect, it } from 'vitest'
import { onBothDatabases } from '../../platform/database/database.testing.ts'
import { aTeachingCompany } from './teaching.testing.ts'

const source = `version: "3.1"
nlu:
- intent: refund
  examples: |
    - 退款
    - 退钱
    - 怎么申请[京东](shop)退款
- intent: cancel
  examples: |
    - 退钱！
    - 取消订单
- lookup: shop
  examples: |
    - 京东
`
const bytes = Buffer.from(source)

onBothDatabases('a file of lessons', (opened) => {
  it('changes nothing until it is taken in, and then adds what is new, once', async () => {
    const { tenantId, teaching, addIntent, addExamples, textsOf } = aTeachingCompany(opened())
    const refund = await addIntent('refund')
    await addExamples(refund, '退款。')
    const preview = await teaching.imports.preview(tenantId, { name: 'nlu.yml', format: 'rasa', bytes })
    expect(preview).toMatchObject({
      state: 'preview',
      holds: { intents: 2, examples: 5, entityTypes: 1, dictionary: 1, patterns: 0 },
      adds: { intents: 1, examples: 4, entityTypes: 1, dictionary: 1, patterns: 0 },
      newIntents: ['cancel'],
      found: { 'two-intents': 1, duplicate: 1, 'few-examples': 2 },
    })
    expect(preview.findings.find(({ kind }) => kind === 'two-intents')).toMatchObject({
      intents: ['cancel', 'refund'],
      line: 6,
    })
    expect(await teaching.examples.count(tenantId)).toBe(1)
    const commits = await Promise.all([1, 2].map(() => teaching.imports.commit(tenantId, preview.id, 'stf_1')))
    expect(commits.map(({ state }) => state)).toEqual(['committed', 'committed'])
    expect((await textsOf(refund.id)).toSorted()).toEqual(['退款。', '退钱', '怎么申请京东退款'].toSorted())
    expect(await teaching.examples.count(tenantId)).toBe(5)
    const again = await teaching.imports.preview(tenantId, { name: 'nlu.yml', format: 'rasa', bytes })
    expect(again.adds).toEqual({ intents: 0, examples: 0, entityTypes: 0, dictionary: 0, patterns: 0 })
    await teaching.imports.discard(tenantId, again.id)
    await expect(teaching.imports.commit(tenantId, again.id, null)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('is what is written of another company', async () => {
    const [one, other] = [aTeachingCompany(opened()), aTeachingCompany(opened())]
    await one.teaching.packs.take(one.tenantId, { name: 'general', languages: ['zh'], by: null })
    for (const format of ['rasa', 'jsonl'] as const) {
      const written = Buffer.from(await one.teaching.imports.export(one.tenantId, format))
      const { id, found } = await other.teaching.imports.preview(other.tenantId, { name: 'x', format, bytes: written })
      expect([format, found['malformed']]).toEqual([format, undefined])
      await other.teaching.imports.commit(other.tenantId, id, null)
      const bare = async ({ teaching, tenantId }: typeof one) => {
        const { examples, intents } = await teaching.readLessons(tenantId)
        return { intents, examples: examples.map(({ id: _id, ...rest }) => JSON.stringify(rest)).toSorted() }
      }
      expect(await bare(other)).toEqual(await bare(one))
    }
  })
})

onBothDatabases('starter packs', (opened) => {
  it('are taken over whole or in part, and never doubled', async () => {
    const { tenantId, teaching } = aTeachingCompany(opened())
    const packs = await teaching.packs.list(tenantId)
    expect(packs.map(({ name, takenAt }) => [name, takenAt])).toEqual([
      ['ecommerce', null],
      ['general', null],
    ])
    const part = { name: 'ecommerce', languages: ['zh' as const], intents: ['place-order'], by: 'stf_1' }
    const taken = await teaching.packs.take(tenantId, part)
    expect([taken.intents, taken.examples > 15]).toEqual([1, true])
    // Of the words only those for what its examples name.
    const named = new Set(packs[0]!.contents.find(({ name }) => name === 'place-order')!.entityTypes)
    const { entityTypes, dictionary } = await teaching.readLessons(tenantId)
    expect(named).toContain('product-type')
    expect(new Set(entityTypes)).toEqual(named)
    expect([dictionary.length > 0, dictionary.every(({ type }) => named.has(type))]).toEqual([true, true])
    expect(taken.dictionary).toBeLessThan(packs[0]!.dictionary / 2)
    const [intent] = await teaching.intents.list(tenantId)
    expect(intent).toMatchObject({ name: 'place-order', title: { zh: '怎么下单' }, examples: { en: 0 } })
    const whole = await teaching.packs.take(tenantId, { name: 'ecommerce', languages: ['zh', 'en'], by: null })
    expect(whole.intents).toBeGreaterThan(30)
    expect(await teaching.examples.count(tenantId, { outOfScope: true })).toBeGreaterThan(400)
    expect((await teaching.packs.outOfScope()).length).toBeGreaterThan(800)
    const again = await teaching.packs.take(tenantId, { name: 'ecommerce', languages: ['zh', 'en'], by: null })
    expect(again).toEqual({ intents: 0, examples: 0, entityTypes: 0, dictionary: 0, patterns: 0 })
    const [shop, general] = await teaching.packs.list(tenantId)
    const there = shop?.contents.find(({ name }) => name === 'place-order')
    expect([shop?.takenAt, there?.title.zh, there?.isThere]).toEqual([expect.any(String), '怎么下单', true])
    expect(general?.contents.some(({ isThere }) => !isThere)).toBe(true)
    await expect(teaching.packs.take(tenantId, { ...part, name: '../x' })).rejects.toMatchObject({ code: 'not-found' })
  })
})
