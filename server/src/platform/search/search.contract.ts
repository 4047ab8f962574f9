import {
  array,
  assert,
  asyncProperty,
  constant,
  constantFrom,
  integer,
  oneof,
  option,
  record,
  subarray,
} from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fuseByBruteForce, rankByBruteForce } from './brute-force.testing.ts'
import { readPhrases, searchPhrases } from './phrases.ts'
import { fields, type SearchDocument, type SearchIndex, type SearchQuery } from './search.ts'
import type { Tokens } from './tokens.ts'

const words = [
  '退货',
  '运费',
  '多少',
  '羽绒服',
  '的',
  '顺丰',
  'refund',
  'refunds',
  'shipping',
  'the',
  'SG-CLO-001',
  '99',
]
const text = array(constantFrom(...words), { maxLength: 12 }).map((chosen) => chosen.join(' '))
const moment = option(integer({ min: 0, max: 20 }))
const marks = subarray(['one', 'two', 'three'])
const document = record({
  id: integer({ min: 0, max: 30 }).map((number) => `d${number}`),
  title: text,
  heading: text,
  body: text,
  language: constantFrom('zh', 'en'),
  readers: marks,
  labels: marks,
  from: moment,
  until: moment,
})
const query = record(
  {
    text,
    limit: integer({ min: 1, max: 40 }),
    at: integer({ min: 0, max: 20 }),
    language: constantFrom('zh', 'en'),
    readers: oneof(constant('everyone' as const), marks),
    labels: marks,
    mustHold: array(constantFrom('退货', '运费', 'refund', '99'), { maxLength: 2 }),
  },
  { requiredKeys: ['text', 'limit', 'readers'] },
)
const phrase = array(constantFrom('退货', '运费', 'refund', 'shipping', '99'), { minLength: 1, maxLength: 3 })
/** Documents are made of the words above, a space between them. */
const says = (piece: string, said: string[]) => ` ${piece} `.includes(` ${said.join(' ')} `)
const aDocument = (id: string, body: string, more: Partial<SearchDocument> = {}): SearchDocument => ({
  id,
  title: '',
  heading: '',
  body,
  language: 'zh',
  readers: ['public'],
  labels: [],
  ...more,
})
/** Directions that turn away from the first, far enough apart for engines that keep few bits of each number. */
const direction = (steps: number) =>
  Float32Array.of(Math.cos(steps / 20), Math.sin(steps / 20), 0, 0, 0, 0, 0, 0).map((value) => value * (1 + steps))
const directionOf = (id: string) => direction(Number(id.slice(1)))
const idsOf = (hits: { id: string }[]) => hits.map(({ id }) => id)

/** What an engine may be unable to promise, each with its reason. Filters and freshness are not among them. */
export type Inability = 'exact ranking' | 'fusion' | 'explanation' | 'rarity and slips'
type Engine = {
  name: string
  tokens: Tokens
  /** An empty index. */
  start: () => SearchIndex | Promise<SearchIndex>
  cannot?: Partial<Record<Inability, string>>
  /** How many random bases are tried; fewer where each change costs a journey. */
  rounds?: number
}

export function promisesOfSearchIndex({ name, tokens, start, cannot = {}, rounds = 150 }: Engine) {
  const promised = (what: Inability) => (cannot[what] === undefined ? it : () => {})

  describe(`${name} keeps the promises of SearchIndex`, () => {
    promised('exact ranking')(
      'ranks as a scorer that reads every document, also after replacing and removing',
      async () => {
        const run = asyncProperty(
          array(document, { maxLength: 40 }),
          array(integer({ min: 0, max: 30 }), { maxLength: 8 }),
          query,
          async (documents, removed, asked) => {
            const index = await start()
            const kept = new Map(documents.map((each) => [each.id, each]))
            await index.upsert(documents)
            const gone = removed.map((number) => `d${number}`)
            await index.remove(gone)
            gone.forEach((id) => kept.delete(id))
            const expected = rankByBruteForce(tokens, [...kept.values()], asked)
            const found = await index.search(asked)
            expect(idsOf(found)).toEqual(idsOf(expected))
            found.forEach(({ score }, place) => expect(score).toBeCloseTo(expected[place]!.score, 9))
          },
        )
        await assert(run, { numRuns: rounds })
      },
    )

    promised('explanation')('says which word in which field gave how much, and it adds up', async () => {
      const index = await start()
      await index.upsert([aDocument('a', '运费由我们承担，运费八元', { title: '运费' }), aDocument('b', '别的')])
      const [hit] = await index.search({ text: '运费多少', limit: 1, readers: 'everyone' })
      expect(hit!.matches.map(({ term, field }) => `${term} ${field}`)).toEqual(['运费 title', '运费 body'])
      expect(hit!.matches.reduce((sum, { score }) => sum + score, 0)).toBeCloseTo(hit!.score, 9)
    })

    it('returns nothing outside the asked language and moment', async () => {
      const index = await start()
      await index.upsert([
        aDocument('now', '退货', { from: 5, until: 10 }),
        aDocument('english', '退货', { language: 'en' }),
        aDocument('always', '退货'),
      ])
      expect(
        idsOf(await index.search({ text: '退货', limit: 9, language: 'zh', at: 10, readers: 'everyone' })),
      ).toEqual(['always'])
      expect(idsOf(await index.search({ text: '退货', limit: 9, language: 'zh', at: 5, readers: 'everyone' }))).toEqual(
        ['always', 'now'],
      )
      expect(idsOf(await index.search({ text: '退货', limit: 9, language: 'en', readers: 'everyone' }))).toEqual([
        'english',
      ])
    })

    it('returns nothing to readers whom it does not name, nor without all the asked labels', async () => {
      const index = await start()
      await index.upsert([
        aDocument('open', '退货', { labels: ['category:a', 'product:1'] }),
        aDocument('closed', '退货', { readers: ['staff'], labels: ['category:a'] }),
        aDocument('nobody', '退货', { readers: [] }),
      ])
      const find = async (more: Pick<SearchQuery, 'readers' | 'labels'>) =>
        idsOf(await index.search({ text: '退货', limit: 9, ...more })).sort()
      expect(await find({ readers: ['public'] })).toEqual(['open'])
      expect(await find({ readers: ['staff', 'other'] })).toEqual(['closed'])
      expect(await find({ readers: [] })).toEqual([])
      expect(await find({ readers: 'everyone' })).toEqual(['closed', 'nobody', 'open'])
      expect(await find({ readers: 'everyone', labels: ['category:a'] })).toEqual(['closed', 'open'])
      expect(await find({ readers: ['public'], labels: ['category:a', 'product:2'] })).toEqual([])
    })

    promised('fusion')('fuses the rankings by words and by meaning, within the filters', async () => {
      const run = asyncProperty(array(document, { maxLength: 40 }), query, async (documents, asked) => {
        const index = await start()
        const kept = new Map(documents.map((each) => [each.id, { ...each, vector: directionOf(each.id) }]))
        await index.upsert([...kept.values()])
        const meant = { ...asked, mustHold: undefined, vector: direction(0) }
        const expected = fuseByBruteForce(tokens, [...kept.values()], meant)
        const found = await index.search(meant)
        expect(idsOf(found)).toEqual(idsOf(expected))
        found.forEach(({ score }, place) => expect(score).toBeCloseTo(expected[place]!.score, 9))
      })
      await assert(run, { numRuns: Math.ceil(rounds / 3) })
    })

    it('finds by meaning alone, what is nearest first, and nothing that was removed', async () => {
      const index = await start()
      await index.upsert([1, 2, 3].map((step) => aDocument(`d${step}`, '别的', { vector: direction(step) })))
      await index.remove(['d2'])
      await index.upsert([aDocument('d3', '别的', { vector: direction(40) })])
      const hits = await index.search({ text: '', limit: 9, readers: ['public'], vector: direction(0) })
      expect(idsOf(hits)).toEqual(['d1'])
      expect(hits[0]!.similarity).toBeCloseTo(Math.cos(1 / 20), 2)
    })

    it('finds only what the filters admit, whatever they are', async () => {
      const run = asyncProperty(array(document, { maxLength: 40 }), query, async (documents, asked) => {
        const index = await start()
        const kept = new Map(documents.map((each) => [each.id, each]))
        await index.upsert(documents)
        const all = { ...asked, limit: 100 }
        const expected = rankByBruteForce(tokens, [...kept.values()], all)
        expect(idsOf(await index.search(all)).sort()).toEqual(idsOf(expected).sort())
      })
      await assert(run, { numRuns: Math.ceil(rounds / 3) })
    })

    it('finds words in quotes only where they stand as they are said, however many documents hold the words', async () => {
      const run = asyncProperty(array(document, { maxLength: 40 }), phrase, async (documents, said) => {
        const index = await start()
        const kept = new Map(documents.map((each) => [each.id, each]))
        await index.upsert(documents)
        const quoted = `“${said.join(' ')}”`
        const phrases = readPhrases(tokens, quoted)!
        const textsOf = (id: string) => fields.map((field) => kept.get(id)![field])
        const asked = { text: `${quoted} 多少`, limit: 40, readers: 'everyone' as const }
        const found = await searchPhrases(index, asked, { phrases, textsOf })
        const holding = [...kept.keys()].filter((id) => textsOf(id).some((piece) => says(piece, said)))
        expect(idsOf(found).sort()).toEqual(holding.sort())
      })
      await assert(run, { numRuns: Math.ceil(rounds / 3) })
    })

    it('looks further for words in quotes when the first documents hold them in another order', async () => {
      const index = await start()
      const other = Array.from({ length: 120 }, (_, place) => aDocument(`o${place}`, 'fee paid late'))
      await index.upsert([...other, aDocument('far', `late fee ${'and so on '.repeat(40)}`)])
      const texts = new Map([['far', ['late fee']]])
      const textsOf = (id: string) => texts.get(id) ?? ['fee paid late']
      const phrases = readPhrases(tokens, '"late fee"')!
      const found = await searchPhrases(
        index,
        { text: 'late fee', limit: 3, readers: 'everyone' },
        { phrases, textsOf },
      )
      expect(idsOf(found)).toEqual(['far'])
    })

    it('shows what was upserted or removed at once', async () => {
      const index = await start()
      await index.upsert([aDocument('a', '退货')])
      expect(idsOf(await index.search({ text: '退货', limit: 9, readers: 'everyone' }))).toEqual(['a'])
      await index.upsert([aDocument('a', '换货')])
      expect(await index.search({ text: '退', limit: 9, readers: 'everyone' })).toEqual([])
      expect(idsOf(await index.search({ text: '换货', limit: 9, readers: 'everyone' }))).toEqual(['a'])
      await index.remove(['a', 'never there'])
      expect(await index.search({ text: '换货', limit: 9, readers: 'everyone' })).toEqual([])
      expect(await index.size()).toBe(0)
    })

    it('orders equal scores by id', async () => {
      const index = await start()
      await index.upsert(['c', 'a', 'b'].map((id) => aDocument(id, '发票')))
      expect(idsOf(await index.search({ text: '发票', limit: 2, readers: 'everyone' }))).toEqual(['a', 'b'])
    })

    it('counts other words like words of the text, by their weight', async () => {
      const index = await start()
      await index.upsert([aDocument('a', '运费说明'), aDocument('b', '积分说明')])
      const [hit, none] = await index.search({
        text: '邮费',
        limit: 9,
        readers: 'everyone',
        also: [{ text: '运费', weight: 0.8 }],
      })
      expect(hit!.id).toBe('a')
      expect(none).toBeUndefined()
    })

    it('stays right when documents are replaced very often', async () => {
      const index = await start()
      const times = rounds * 10
      for (let round = 0; round < times; round++) await index.upsert([aDocument('a', `发票 ${round}`)])
      await index.upsert([aDocument('b', '发票')])
      expect(idsOf(await index.search({ text: `${times - 1}`, limit: 9, readers: 'everyone' }))).toEqual(['a'])
      expect(idsOf(await index.search({ text: '发票', limit: 9, readers: 'everyone' }))).toEqual(['b', 'a'])
    })

    it('says which ids it holds', async () => {
      const index = await start()
      await index.upsert([aDocument('a#0', '退货'), aDocument('a#1', '退货')])
      await index.remove(['a#1'])
      expect(await index.has(['a#0', 'a#1', 'b#0'])).toEqual([true, false, false])
    })

    promised('rarity and slips')('knows how telling a term is, and which word was meant by a slip', async () => {
      const index = await start()
      await index.upsert([aDocument('a', 'refund shipping'), aDocument('b', 'refund')])
      const [unknown, rare, frequent] = await index.rarity(['nothing', 'ship', 'refund'])
      expect(unknown).toBe(1)
      expect(rare).toBeGreaterThan(frequent!)
      expect(await index.similar('refnud')).toEqual(['refund'])
      expect(await index.similar('refund')).toEqual([])
    })
  })
}
