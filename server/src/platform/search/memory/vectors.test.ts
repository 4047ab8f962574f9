import { array, assert, asyncProperty, boolean, integer, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cosine, fuseByBruteForce } from '../brute-force.testing.ts'
import type { SearchDocument } from '../search.ts'
import { createTokens } from '../tokens.ts'
import { type BuilderTasks, createBuilder } from './builder.ts'
import { createMemoryIndex } from './memory.ts'
import { encodeVector } from './vector-code.ts'

const tokens = createTokens()
/** Numbers that a seed always gives again. */
function chanceOf(seed: number) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
const around = (centre: number[], distance: number, chance: () => number) =>
  Float32Array.from(centre, (value) => value + distance * (chance() + chance() - 1))

/** Documents about a few topics each; the vectors of a topic lie together. */
function aBase(count: number, seed: number): SearchDocument[] {
  const chance = chanceOf(seed)
  const centres = Array.from({ length: 30 }, () => Array.from({ length: 24 }, () => chance() * 2 - 1))
  return Array.from({ length: count }, (_, number) => ({
    id: `d${number}`,
    title: '',
    heading: '',
    body: `退货 w${Math.floor(chance() * 40)}`,
    language: 'zh',
    readers: chance() < 0.5 ? ['public'] : ['staff'],
    labels: number % 3 === 0 ? ['category:a'] : [],
    vector: around(centres[Math.floor(chance() * centres.length)]!, 0.4, chance),
  }))
}
/** As the index keeps it: what is left of a vector after eight bits. */
const kept = (vector: Float32Array) => Float32Array.from(encodeVector(vector).code.subarray(0, vector.length))

describe('the vectors of an index', () => {
  it('fuse with the words as a scorer that reads every document', async () => {
    const shape = record({
      seed: integer({ min: 1, max: 1_000_000 }),
      removed: array(integer({ min: 0, max: 199 }), { maxLength: 60 }),
      labelled: boolean(),
    })
    const run = asyncProperty(shape, async ({ seed, removed, labelled }) => {
      const documents = aBase(200, seed)
      const index = createMemoryIndex({ tokens })
      await index.upsert(documents)
      await index.remove(removed.map((number) => `d${number}`))
      const gone = new Set(removed.map((number) => `d${number}`))
      const there = documents.filter(({ id }) => !gone.has(id)).map((each) => ({ ...each, vector: kept(each.vector!) }))
      const vector = kept(documents[7]!.vector!)
      const labels = labelled ? ['category:a'] : []
      const query = { text: 'w1 w2 退货', limit: 20, readers: ['public'], labels, vector }
      const found = await index.search(query)
      expect(found.map(({ id }) => id)).toEqual(fuseByBruteForce(tokens, there, query).map(({ id }) => id))
    })
    await assert(run, { numRuns: 8 })
  })

  it('are divided when they are many, and at least 95 % of the nearest are found, filters kept', async () => {
    const asked: (keyof BuilderTasks)[] = []
    const builder = createBuilder()
    const index = createMemoryIndex({
      tokens,
      flatUpTo: 1_000,
      builder: (task, given) => {
        asked.push(task)
        return builder(task, given)
      },
    })
    const documents = aBase(2_000, 5)
    await index.upsert(documents.slice(0, 1_400))
    await index.settle()
    expect(asked).toContain('train')
    await index.upsert(documents.slice(1_400))
    await index.remove(documents.slice(0, 100).map(({ id }) => id))
    await index.upsert([{ ...documents[200]!, readers: ['staff'] }])
    await index.settle()
    const there = documents.slice(100).filter(({ id, readers }) => id !== 'd200' && readers.includes('public'))
    let found = 0
    for (const { vector } of there.slice(0, 40)) {
      const nearness = there.map(({ id, vector: its }) => ({ id, near: cosine(vector!, its!) }))
      const nearest = nearness.sort((one, other) => other.near - one.near).slice(0, 10)
      const hits = await index.search({ text: '', limit: 10, readers: ['public'], vector: vector! })
      const ids = new Set(hits.map(({ id }) => id))
      expect(hits.every(({ id }) => there.some((each) => each.id === id))).toBe(true)
      found += nearest.filter(({ id }) => ids.has(id)).length
    }
    expect(found / 400).toBeGreaterThanOrEqual(0.95)
  })

  it('of another length are refused', async () => {
    const index = createMemoryIndex({ tokens })
    const [one, other] = aBase(2, 1)
    await index.upsert([one!])
    await expect(index.upsert([{ ...other!, vector: Float32Array.of(1, 2) }])).rejects.toThrow('2 numbers')
  })
})
