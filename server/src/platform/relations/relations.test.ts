import { expect, test } from 'vitest'
import { leadingVectors } from './truncated-svd.ts'
import { eigenOf } from './symmetric-eigen.ts'
import { createRelations, learnRelations, learnRelationsInThread } from './relations.ts'

/** Sentences in which two words of each pair stand in the same places; everything else is drawn evenly. */
function sentences(): string[][] {
  const pairs = ['raise lift', 'close shut', 'parcel package', 'refund repay', 'late delayed'].map((pair) =>
    pair.split(' '),
  )
  const texts: string[][] = []
  let state = 7
  const next = (most: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * most)
  }
  for (let count = 0; count < 600; count++) {
    const which = next(pairs.length)
    texts.push([`before${which}`, pairs[which]![next(2)]!, `after${which}`, `filler${next(30)}`])
  }
  return texts
}

test('words that stand in the same places are related, and nothing else is', () => {
  const relations = createRelations(learnRelations({ texts: sentences(), pairs: [], seed: 1 }))
  expect(relations.relatedTo('raise')[0]?.word).toBe('lift')
  expect(relations.relatedTo('parcel')[0]?.word).toBe('package')
  expect(relations.relatedTo('raise').map(({ word }) => word)).not.toContain('package')
  expect(relations.relatedTo('neverseen')).toEqual([])
})

test('the same texts and seed give the same relations, in a thread as here', async () => {
  const texts = sentences()
  const here = learnRelations({ texts, pairs: [], seed: 3 })
  expect(learnRelations({ texts, pairs: [], seed: 3 })).toEqual(here)
  async function* parts() {
    for (let start = 0; start < texts.length; start += 400) yield { texts: texts.slice(start, start + 400), pairs: [] }
  }
  expect(await learnRelationsInThread(parts(), { seed: 3 })).toEqual(here)
})

test('a wording teaches which of its words answers for which of another', () => {
  const pairs = [
    ['cancel order', 'withdraw purchase'],
    ['cancel plan', 'withdraw scheme'],
    ['change order', 'alter purchase'],
    ['change plan', 'alter scheme'],
  ].flatMap(([asked, known]) => [{ asked: asked!.split(' '), known: known!.split(' ') }])
  const relations = createRelations(learnRelations({ texts: [], pairs, seed: 1 }))
  expect(relations.relatedTo('cancel')[0]?.word).toBe('withdraw')
  expect(relations.relatedTo('plan')[0]?.word).toBe('scheme')
})

test('a Latin word that was never seen has those of its family', () => {
  const texts = Array.from({ length: 3 }, () => ['environment', 'protest', 'india'])
  const relations = createRelations(learnRelations({ texts, pairs: [], seed: 1 }))
  expect(relations.relatedTo('environmentalist')[0]?.word).toBe('environment')
  expect(relations.relatedTo('environment')).toEqual([])
})

test('learning that is stopped ends, and says so', async () => {
  const stop = new AbortController()
  async function* endless() {
    stop.abort()
    yield { texts: [['a']], pairs: [] }
  }
  await expect(learnRelationsInThread(endless(), { seed: 1, signal: stop.signal })).rejects.toThrow('stopped')
})

test('the leading vectors carry the greatest singular values', () => {
  // Diagonal 5, 3, 1: the scaled vectors have the square roots of these as lengths.
  const matrix = {
    rows: 3,
    columns: 3,
    starts: Uint32Array.from([0, 1, 2, 3]),
    places: Uint32Array.from([0, 1, 2]),
    values: Float32Array.from([5, 3, 1]),
  }
  const { values } = leadingVectors(matrix, 2, 1)
  expect(Math.abs(values[0]!)).toBeCloseTo(Math.sqrt(5), 4)
  expect(Math.abs(values[3]!)).toBeCloseTo(Math.sqrt(3), 4)
  expect(eigenOf(Float64Array.from([2, 1, 1, 2]), 2).values.map((value) => Math.round(value))).toEqual([3, 1])
})
