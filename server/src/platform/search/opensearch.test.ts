import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, expect, it } from 'vitest'
import { createOpensearchIndex } from './opensearch.ts'
import { promisesOfSearchIndex } from './search.contract.ts'
import { createTokens } from './tokens.ts'

const tokens = createTokens()

/** A cluster is not to be had everywhere: with the address of one the whole suite runs against it. */
const cluster = process.env['OPENSEARCH_URL']
let count = 0
if (cluster)
  promisesOfSearchIndex({
    name: 'OpenSearch',
    tokens,
    start: () =>
      createOpensearchIndex({
        url: cluster,
        name: `lingxi-test-${process.pid}-${performance.now().toString(36).replace('.', '')}-${++count}`,
        tokens,
      }),
    cannot: {
      'exact ranking':
        'its BM25 counts each shard by itself and knows no BM25F; the order is near, the scores are its own',
    },
    rounds: 6,
  })

type Asked = { method: string; path: string; body: string }
const asked: Asked[] = []
let answers: Record<string, (body: string) => unknown> = {}
const server = createServer((request, response) => {
  let body = ''
  request.on('data', (data: Buffer) => (body += data.toString()))
  request.on('end', () => {
    const path = request.url!.split('?')[0]!
    asked.push({ method: request.method!, path: request.url!, body })
    const answer = answers[`${request.method} ${path}`]?.(body)
    response.writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/json' })
    response.end(request.method === 'HEAD' ? '' : JSON.stringify(answer ?? { error: { type: 'not_planned' } }))
  })
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
afterAll(() => void server.close())
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

const exists = { 'HEAD /lingxi-a': () => ({}) }
const start = (planned: typeof answers) => {
  asked.length = 0
  answers = { ...exists, ...planned }
  return createOpensearchIndex({ url, name: 'lingxi-a', tokens })
}
const whole = { errors: false, items: [{ index: { status: 201 } }] }
const aDocument = (id: string, more = {}) => ({
  id,
  title: '运费',
  heading: '',
  body: '运费八元',
  language: 'zh',
  readers: ['public'],
  labels: ['category:a'],
  ...more,
})
const jsonOf = (path: string) =>
  JSON.parse(asked.find((each) => each.path.startsWith(path))!.body) as Record<string, never>

it('makes the index it does not find, with terms between white space and a similarity for each field', async () => {
  asked.length = 0
  answers = {
    'PUT /lingxi-b': () => ({ acknowledged: true }),
    'GET /lingxi-b/_count': () => ({ count: 7 }),
    'POST /lingxi-b/_count': () => ({ count: 7 }),
  }
  expect(await createOpensearchIndex({ url, name: 'lingxi-b', tokens }).size()).toBe(7)
  const made = JSON.parse(asked.find(({ method }) => method === 'PUT')!.body)
  expect(made.settings.analysis.tokenizer.terms.type).toBe('whitespace')
  expect(made.settings.index.similarity.title).toMatchObject({ type: 'BM25', k1: 1.2, b: 0.4 })
  expect(made.mappings.properties.body).toEqual({ type: 'text', analyzer: 'terms', similarity: 'body' })
  expect(made.mappings.properties.readers).toEqual({ type: 'keyword' })
})

it('puts documents in by bulk, refreshed, and says when one was refused', async () => {
  const index = start({ 'PUT /lingxi-a/_bulk': () => whole, 'POST /lingxi-a/_mapping': () => ({ acknowledged: true }) })
  await index.upsert([aDocument('a', { from: 5 }), aDocument('b', { vector: Float32Array.of(1, 0) })])
  const written = asked.find(({ path }) => path.includes('_bulk'))!
  expect(written.path).toContain('refresh=true')
  const lines = written.body
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(lines[0]).toEqual({ index: { _id: 'a' } })
  expect(lines[1]).toMatchObject({
    id: 'a',
    title: '运费',
    body: '运费 费八 八元 8cny',
    valid_from: 5,
    readers: ['public'],
  })
  expect(lines[3].vector).toEqual([1, 0])
  expect(jsonOf('/lingxi-a/_mapping')).toMatchObject({ properties: { vector: { type: 'knn_vector', dimension: 2 } } })
  await index.remove(['a'])
  expect(asked.at(-1)!.body.trim()).toBe('{"delete":{"_id":"a"}}')
  answers['PUT /lingxi-a/_bulk'] = () => ({
    errors: true,
    items: [{ index: { status: 400, error: { type: 'strict_dynamic_mapping_exception' } } }],
  })
  await expect(index.upsert([aDocument('c')])).rejects.toThrow('strict_dynamic_mapping_exception')
})

it('asks with every filter inside, and shares the score out over the words that were found', async () => {
  const hit = { _id: 'a', _score: 3, _source: { title: '运费', heading: '', body: '运费 费八 八元' } }
  const index = start({ 'POST /lingxi-a/_search': () => ({ hits: { hits: [hit] } }) })
  const query = {
    text: '运费',
    limit: 4,
    readers: ['public', 'tier:gold'],
    labels: ['category:a'],
    language: 'zh',
    at: 9,
  }
  const [found] = await index.search({ ...query, also: [{ text: '邮费', weight: 0.5 }] })
  expect(found!.matches.map(({ term, field }) => `${term} ${field}`)).toEqual(['运费 title', '运费 body'])
  expect(found!.matches.reduce((sum, { score }) => sum + score, 0)).toBeCloseTo(3, 9)
  const body = jsonOf('/lingxi-a/_search') as unknown as {
    size: number
    query: { bool: { filter: object[]; should: object[] } }
  }
  expect(body.size).toBe(4)
  expect(body.query.bool.filter).toEqual([
    { terms: { readers: ['public', 'tier:gold'] } },
    { term: { labels: 'category:a' } },
    { term: { language: 'zh' } },
    { range: { valid_from: { lte: 9 } } },
    { range: { valid_until: { gt: 9 } } },
  ])
  expect(body.query.bool.should).toEqual([
    {
      multi_match: expect.objectContaining({ query: '运费', boost: 1, fields: ['title^2.2', 'heading^1.4', 'body^1'] }),
    },
    { multi_match: expect.objectContaining({ query: '邮费', boost: 0.5 }) },
  ])
  asked.length = 0
  await index.search({ ...query, mustHold: ['运费'] })
  expect(JSON.stringify(jsonOf('/lingxi-a/_search'))).toContain(
    '{"bool":{"should":[{"term":{"title":"运费"}},{"term":{"heading":"运费"}},{"term":{"body":"运费"}}]}}',
  )
  asked.length = 0
  expect(await index.search({ ...query, readers: [] })).toEqual([])
  expect(asked).toEqual([])
})

it('fuses both rankings, the filters in each', async () => {
  const source = { title: '', heading: '', body: '运费' }
  const index = start({
    'PUT /lingxi-a/_bulk': () => whole,
    'POST /lingxi-a/_mapping': () => ({ acknowledged: true }),
    'POST /lingxi-a/_search': (body) =>
      body.includes('"knn"')
        ? {
            hits: {
              hits: [
                { _id: 'b', _score: 0.9 },
                { _id: 'c', _score: 0.8 },
                { _id: 'd', _score: 0.4 },
              ],
            },
          }
        : {
            hits: {
              hits: [
                { _id: 'a', _score: 3, _source: source },
                { _id: 'b', _score: 2, _source: source },
              ],
            },
          },
  })
  await index.upsert([aDocument('a', { vector: Float32Array.of(1, 0) })])
  const found = await index.search({ text: '运费', limit: 9, readers: ['public'], vector: Float32Array.of(0, 1) })
  expect(found.map(({ id }) => id)).toEqual(['b', 'a', 'c'])
  expect(found[0]!.similarity).toBeCloseTo(0.8, 9)
  const meaning = JSON.parse(asked.findLast(({ body }) => body.includes('"knn"'))!.body)
  expect(meaning.query.knn.vector).toMatchObject({
    vector: [0, 1],
    filter: { bool: { filter: [{ terms: { readers: ['public'] } }] } },
  })
})

it('reads how telling terms are, what was meant by a slip, and which ids are there', async () => {
  const index = start({
    'POST /lingxi-a/_search': (body) =>
      body.includes('suggest')
        ? { hits: { hits: [] }, suggest: { title: [{ options: [] }], body: [{ options: [{ text: 'refund' }] }] } }
        : { hits: { total: { value: 10 }, hits: [] }, aggregations: { t0: { doc_count: 0 }, t1: { doc_count: 8 } } },
    'POST /lingxi-a/_mget': () => ({
      docs: [
        { _id: 'a', found: true },
        { _id: 'b', found: false },
      ],
    }),
  })
  const [unknown, frequent] = await index.rarity(['nothing', 'refund'])
  expect([unknown, frequent! < 0.3]).toEqual([1, true])
  expect(await index.similar('refnud')).toEqual(['refund'])
  expect(await index.has(['a', 'b'])).toEqual([true, false])
})
