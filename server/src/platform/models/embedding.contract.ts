import { describe, expect, it } from 'vitest'
import type { EmbeddingModel, Reranker } from './models.ts'
import type { Behaviour } from './meaning-endpoint.testing.ts'

/** What an adapter cannot be brought to do, each with its reason. */
export type Inability = 'misbehaviour'
type Cannot = { cannot?: Partial<Record<Inability, string>> }
const likeness = (one: Float32Array, other: Float32Array) =>
  one.reduce((sum, value, place) => sum + value * other[place]!, 0)

/** `start` gives a model whose next calls behave so; texts about the same thing lie closer in it than others. */
export function promisesOfEmbeddingModel(
  name: string,
  start: (behaviour: Behaviour) => EmbeddingModel,
  { cannot = {} }: Cannot = {},
) {
  const misbehaving = cannot.misbehaviour === undefined ? it : () => {}
  describe(`${name} keeps the promises of EmbeddingModel`, () => {
    it('gives each text its vector, in order, of one and of unit length', async () => {
      const model = start({ kind: 'answer' })
      const texts = ['退货', 'e e e', '退货', ...Array.from({ length: 150 }, (_, place) => (place % 2 ? '退' : '货'))]
      const vectors = await model.embed(texts)
      expect(vectors).toHaveLength(texts.length)
      for (const vector of vectors) expect(vector).toHaveLength(model.dimensions()!)
      for (const vector of vectors) expect(likeness(vector, vector)).toBeCloseTo(1, 5)
      expect(likeness(vectors[0]!, vectors[2]!)).toBeCloseTo(1, 5)
      expect(likeness(vectors[0]!, vectors[1]!)).toBeLessThan(0.99)
      expect(likeness(vectors[3]!, vectors[5]!)).toBeCloseTo(1, 5)
      expect(likeness(vectors[3]!, vectors[4]!)).toBeLessThan(0.999)
    })

    it('takes nothing, an empty text, a very long one and any characters', async () => {
      const model = start({ kind: 'answer' })
      expect(await model.embed([])).toEqual([])
      expect(await model.embed(['', '退'.repeat(50_000), '\ud800😀\u0000'])).toHaveLength(3)
    })

    it('says cancelled when it is given up', async () => {
      const before = AbortSignal.abort()
      await expect(start({ kind: 'answer' }).embed(['退'], { signal: before })).rejects.toMatchObject({
        kind: 'cancelled',
      })
    })

    misbehaving('says too-slow, or failed, for what is not one whole answer', async () => {
      const failure = (behaviour: Behaviour) =>
        start(behaviour)
          .embed(['退', '货'])
          .catch(({ kind }) => kind)
      expect(await failure({ kind: 'stall' })).toBe('too-slow')
      expect(await failure({ kind: 'status', status: 500 })).toBe('failed')
      expect(await failure({ kind: 'status', status: 401 })).toBe('failed')
      expect(await failure({ kind: 'garbage' })).toBe('failed')
      expect(await failure({ kind: 'short' })).toBe('failed')
      expect(await failure({ kind: 'nonsense' })).toBe('failed')
    })
  })
}

/** `start` gives a model that prefers the text with more of the question's characters. */
export function promisesOfReranker(
  name: string,
  start: (behaviour: Behaviour) => Reranker,
  { cannot = {} }: Cannot = {},
) {
  const misbehaving = cannot.misbehaviour === undefined ? it : () => {}
  describe(`${name} keeps the promises of Reranker`, () => {
    it('gives each text its score, in order, greater for what fits better', async () => {
      const model = start({ kind: 'answer' })
      const texts = ['退', '退货', 'e', ...Array.from({ length: 20 }, () => '货')]
      const scores = await model.rerank('退货', texts)
      expect(scores).toHaveLength(texts.length)
      expect(scores[1]).toBeGreaterThan(scores[0]!)
      expect(scores[0]).toBeGreaterThan(scores[2]!)
      expect(scores.slice(3).every((score) => Math.abs(score - scores[3]!) < 1e-5)).toBe(true)
      expect(await model.rerank('退货', [])).toEqual([])
    })

    it('says cancelled when it is given up', async () => {
      const model = start({ kind: 'answer' })
      await expect(model.rerank('退', ['退'], { signal: AbortSignal.abort() })).rejects.toMatchObject({
        kind: 'cancelled',
      })
    })

    misbehaving('says too-slow, or failed, for what is not one whole answer', async () => {
      const failure = (behaviour: Behaviour) =>
        start(behaviour)
          .rerank('退', ['退', '货'])
          .catch(({ kind }) => kind)
      expect(await failure({ kind: 'stall' })).toBe('too-slow')
      expect(await failure({ kind: 'status', status: 503 })).toBe('failed')
      expect(await failure({ kind: 'garbage' })).toBe('failed')
      expect(await failure({ kind: 'short' })).toBe('failed')
      expect(await failure({ kind: 'nonsense' })).toBe('failed')
    })
  })
}
