import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { createLanceIndex } from './lancedb.ts'
import { promisesOfSearchIndex } from './search.contract.ts'
import { createTokens } from './tokens.ts'

const tokens = createTokens()
const base = mkdtempSync(join(tmpdir(), 'lingxi-lance-'))
afterAll(() => rmSync(base, { recursive: true, force: true }))
let count = 0
const start = () => createLanceIndex({ folder: join(base, `${++count}`), tokens })

// Each change is a file: fewer random bases than for an index in memory.
promisesOfSearchIndex({ name: 'LanceDB', tokens, start, rounds: 8 })

it('finds by meaning what shares no word, within the same filters', async () => {
  const index = start()
  const aDocument = (id: string, vector: number[], readers = ['public']) => ({
    id,
    title: '',
    heading: '',
    body: `词${id}`,
    language: 'zh',
    readers,
    labels: [],
    vector: Float32Array.from(vector),
  })
  await index.upsert([aDocument('near', [1, 0]), aDocument('far', [0, 1]), aDocument('closed', [1, 0], ['staff'])])
  const find = async (readers: string[] | 'everyone') =>
    (await index.search({ text: '无', limit: 1, readers, vector: Float32Array.of(1, 0.1) })).map(({ id }) => id)
  expect(await find(['public'])).toEqual(['near'])
  expect(await find(['staff'])).toEqual(['closed'])
  expect(await find([])).toEqual([])
  await index.upsert([{ ...aDocument('near', [1, 0]), vector: undefined }])
  expect(await find(['public'])).toEqual(['far'])
})

it('takes names with quotation marks for what they are', async () => {
  const index = start()
  const mark = `it's') or true --`
  await index.upsert([
    { id: mark, title: '退货', heading: '', body: '', language: 'zh', readers: [mark], labels: [mark] },
    { id: 'b', title: '退货', heading: '', body: '', language: 'zh', readers: ['b'], labels: [] },
  ])
  const found = await index.search({ text: '退货', limit: 9, readers: [mark], labels: [mark] })
  expect(found.map(({ id }) => id)).toEqual([mark])
  await index.remove([mark])
  expect(await index.size()).toBe(1)
})
