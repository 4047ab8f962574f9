/** The model before anything was learnt: names, known words, and weights set by hand. */
import { firstCounts } from './known-relations.ts'
import type { Model } from './learn.ts'
import { type SignName, signNames } from './signs.ts'

const byHand: Partial<Record<SignName, number>> = {
  words: 2.5,
  wordsEach: 3,
  length: 0.8,
  share: 1,
  rareness: 0.5,
  rarest: 0.5,
  exact: 1,
  partial: -0.3,
  likeness: 3,
  fuzzy: -1.5,
  qualifier: 0.6,
  qualifierMissing: -0.8,
  inside: -1.2,
  named: 2,
  namedLeast: 1.5,
  explained: 2,
  two: -1.2,
  three: -2.4,
  inverse: -0.6,
  repeats: -0.2,
  returns: -1,
  answerSaid: -0.5,
}

export const untaught = (): Model => ({
  counts: firstCounts(),
  ways: new Map(),
  hops: 3,
  inverse: true,
  weights: { signs: Float64Array.from(signNames, (name) => byHand[name] ?? 0), details: new Map() },
})
