import { array, assert, asyncProperty, boolean, constantFrom, integer, record, subarray } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rankByBruteForce } from '../brute-force.testing.ts'
import { promisesOfSearchIndex } from '../search.contract.ts'
import type { SearchDocument } from '../search.ts'
import { createTokens } from '../tokens.ts'
import type { Builder } from './builder.ts'
import { tasks } from './builder-worker.ts'
import { createMemoryIndex } from './memory.ts'

const tokens = createTokens()
/** Works in this thread, so that a few documents make a segment within a test. */
const builder: Builder = async (task, asked) => tasks[task](asked as never) as never
promisesOfSearchIndex({ name: 'the index in memory', tokens, start: () => createMemoryIndex({ tokens }) })
promisesOfSearchIndex({
  name: 'the index in memory, in many small segments',
  tokens,
  start: () => createMemoryIndex({ tokens, deltaSize: 4, builder }),
})

/** Few words, of very different frequency, so that thousands of documents agree in many of them. */
const word = integer({ min: 0, max: 60 }).map((number) => `w${Math.floor((number * number) / 60)}x`)
const some = array(word, { maxLength: 8 }).map((words) => words.join(' '))
const document = record({
  title: array(word, { maxLength: 2 }).map((words) => words.join(' ')),
  heading: array(word, { maxLength: 1 }).map((words) => words.join(' ')),
  body: some,
  language: constantFrom('zh', 'en'),
  readers: subarray(['public', 'staff']),
  labels: subarray(['category:a', 'category:b', 'product:1']),
  from: constantFrom(null, 5, 10),
  until: constantFrom(null, 10, 15),
})
const question = record(
  {
    text: array(word, { minLength: 1, maxLength: 40 }).map((words) => words.join(' ')),
    limit: integer({ min: 1, max: 30 }),
    at: integer({ min: 3, max: 17 }),
    language: constantFrom('zh', 'en'),
    readers: constantFrom('everyone' as const, ['public'], ['staff', 'public']),
    labels: subarray(['category:a', 'product:1']),
  },
  { requiredKeys: ['text', 'limit', 'readers'] },
)

describe('the index in memory', () => {
  it('ranks thousands of documents in segments as a scorer that reads every one, to the last bit', async () => {
    const run = asyncProperty(
      array(document, { minLength: 20, maxLength: 60 }),
      array(question, { minLength: 4, maxLength: 4 }),
      record({
        removed: array(integer({ min: 0, max: 1_499 }), { minLength: 150, maxLength: 300 }),
        settled: boolean(),
      }),
      async (patterns, questions, { removed, settled }) => {
        const index = createMemoryIndex({ tokens, deltaSize: 200, builder })
        const documents = Array.from({ length: 1_500 }, (_, number): SearchDocument => {
          const [one, other] = [patterns[number % patterns.length]!, patterns[(number * 7) % patterns.length]!]
          return { ...one, body: `${one.body} ${other.body}`, title: other.title, id: `d${number}` }
        })
        const kept = new Map(documents.map((each) => [each.id, each]))
        await index.upsert(documents)
        if (settled) await index.settle()
        await index.remove(removed.map((number) => `d${number}`))
        for (const number of removed) kept.delete(`d${number}`)
        for (const asked of questions) {
          const found = (await index.search(asked)).map(({ id, score }) => ({ id, score }))
          expect(found).toEqual(rankByBruteForce(tokens, [...kept.values()], asked))
        }
      },
    )
    await assert(run, { numRuns: 8, endOnFailure: true })
  })

  it('takes changes and answers while its building thread fails, and builds when it works again', async () => {
    let broken = true
    const told: unknown[] = []
    const index = createMemoryIndex({
      tokens,
      deltaSize: 4,
      onFailure: (error) => told.push(error),
      builder: (task, asked) => (broken ? Promise.reject(new Error('it stopped')) : builder(task, asked)),
    })
    const documents = Array.from({ length: 40 }, (_, number): SearchDocument => {
      const body = `w${number % 7}x w${number % 3}x`
      return { id: `d${number}`, title: '', heading: '', body, language: 'en', readers: ['public'], labels: [] }
    })
    const asked = { text: 'w2x', limit: 9, readers: 'everyone' as const }
    const found = async () => (await index.search(asked)).map(({ id, score }) => ({ id, score }))
    for (const each of documents.slice(0, 39)) await index.upsert([each])
    await index.upsert(documents.slice(39))
    expect(told.length).toBeGreaterThan(0)
    expect(await found()).toEqual(rankByBruteForce(tokens, documents, asked))
    broken = false
    await index.settle()
    expect(await found()).toEqual(rankByBruteForce(tokens, documents, asked))
  })
})
