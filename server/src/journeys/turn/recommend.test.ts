import { readFileSync } from 'node:fs'
import { type Reader, visitor } from '@lingxi/contract/audience'
import { ArticleDraft } from '@lingxi/contract/knowledge'
import type { Wish } from '@lingxi/contract/wish'
import { expect, it } from 'vitest'
import { loadDemo } from '../../main/demo.ts'
import { onBothDatabases } from '../../platform/database/database.testing.ts'
import { silentLog } from '../../platform/log/log.ts'
import type { Recommended } from './recommend.ts'
import { useHouse } from './turn.testing.ts'

type Case = { said: string[]; fit: number | null; named: string[] }
const cases = readFileSync(`${import.meta.dirname}/fixtures/demo-wishes.jsonl`, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Case)

onBothDatabases('products of the catalogue', (opened) => {
  const house = useHouse(opened)

  it('are recommended as people ask for them', async () => {
    const { knowledge, recommendProducts, tenant } = house()
    await loadDemo(tenant, { knowledge, log: silentLog })
    const { products } = await knowledge.catalogue(tenant, { reader: visitor })
    const known = new Map(products.map((product) => [product.articleId, product]))

    /** What is told after the last of these. */
    async function tell(said: string[]) {
      let before: Wish | undefined
      let told: Recommended | undefined
      for (const text of said) {
        const language = /\p{Script=Han}/u.test(text) ? 'zh' : 'en'
        told = await recommendProducts(tenant, { said: text, language, reader: visitor, before })
        before = told?.wish ?? before
      }
      return told
    }

    const wrong: unknown[] = []
    for (const { said, ...expected } of cases) {
      const found = await tell(said)
      const cited = found?.citations ?? []
      for (const { articleId, start, end, quote } of cited)
        expect(known.get(articleId)!.body.slice(start, end)).toBe(quote)
      const told = { fit: found?.wish.fit ?? null, named: cited.map(({ articleId }) => known.get(articleId)!.code!) }
      if (JSON.stringify(told) !== JSON.stringify(expected)) wrong.push({ said, expected, told })
    }
    expect(cases.length).toBeGreaterThan(40)
    expect(wrong).toEqual([])
  })

  it('are found by the next question, narrowed by the one after, and left for another matter', async () => {
    const { say, eventsOf, knowledge, tenant, answersIn } = house()
    const mug = { ...aMug, title: 'Enamel Camp Mug', body: '- Price: $12\n- Colours: Red, Blue\n\nDishwasher safe.' }
    const added = await knowledge.add(tenant, ArticleDraft.parse(mug))
    const { conversationId } = await say('ann', 'do you have any enamel mugs under $20?')
    await say('ann', 'not red')
    await say('ann', 'How long does a refund take?')
    const turns = (await eventsOf(conversationId)).filter((event) => event.type === 'turn-decided')
    expect(turns.map(({ decision, why }) => [decision, why.wish?.conditions.map(({ said }) => said)])).toEqual([
      ['answer', ['up to $20', 'enamel']],
      ['answer', ['up to $20', 'enamel', 'red']],
      ['answer', undefined],
    ])
    const [first] = await answersIn(conversationId)
    expect(first).toMatchObject({ kind: 'answer', citations: [{ articleId: added.id }] })
    expect(first!.text).toContain('**Enamel Camp Mug** · $12')
  })

  it('are named only to those who may read of them', async () => {
    const { knowledge, recommendProducts, tenant } = house()
    const secret = { ...aMug, title: 'Prototype Kettledrum', audience: { kind: 'staff', groups: [] } as const }
    await knowledge.add(tenant, ArticleDraft.parse(secret))
    await knowledge.add(
      tenant,
      ArticleDraft.parse({ ...aMug, title: 'Future Kettledrum', validFrom: '2090-01-01T00:00:00Z' }),
    )
    const ask = (reader: Reader) =>
      recommendProducts(tenant, { said: 'do you have any kettledrum', language: 'en', reader, before: undefined })
    expect(await ask(visitor)).toBeUndefined()
    expect((await ask({ kind: 'staff', groups: [] }))!.citations.map(({ title }) => title)).toEqual([
      'Prototype Kettledrum',
    ])
  })

  it('give way to a stored answer that surely answers the question', async () => {
    const { say, answersIn, knowledge, tenant } = house()
    const title = 'Which teas are good for the evening?'
    await knowledge.add(
      tenant,
      ArticleDraft.parse({ title, body: 'Take the white peony in the evening.', language: 'en', status: 'published' }),
    )
    const { conversationId } = await say('bea', title)
    expect((await answersIn(conversationId))[0]!.text).toBe('Take the white peony in the evening.')
  })
})

const aMug = { body: '- Price: $12', language: 'en', status: 'published', tags: ['product'] }
