import { describe, expect, it } from 'vitest'
import { type JudgedQuestion, learnRanking, reciprocalRank } from './learn-ranking.ts'
import { defaultWeights } from './ranking-weights.ts'
import { type Signs, signNames } from './signs.ts'

const none = Object.fromEntries(signNames.map((name) => [name, 0])) as Signs

/** Questions whose right passage is one place too low by its words, and says one sign more than the one above it. */
const misled = (sign: keyof Signs): JudgedQuestion[] =>
  Array.from({ length: 40 }, (_, place) => ({
    telling: 1,
    candidates: [
      { signs: { ...none, lexical: 1 }, right: false },
      { signs: { ...none, lexical: 0.9 - (place % 4) * 0.02, [sign]: 0.3 }, right: true },
      { signs: { ...none, lexical: 0.3, [sign]: 0.3 }, right: false },
    ],
  }))

describe('The order of what is found', () => {
  it('learns the sign that tells the right passage, and leaves the others near where they were', () => {
    const judged = misled('exact')
    expect(reciprocalRank(judged, defaultWeights)).toBeLessThan(0.6)
    const weights = learnRanking(judged, defaultWeights)
    expect(reciprocalRank(judged, weights)).toBe(1)
    expect(weights.exact).toBeGreaterThan(0.3)
    expect(Math.abs(weights.order - defaultWeights.order)).toBeLessThan(0.05)
    expect(weights.lexical).toBe(defaultWeights.lexical)
  })

  it('does not learn from what praises itself, never turns a sign round, and is the same each time', () => {
    expect(learnRanking(misled('success'), defaultWeights).success).toBe(defaultWeights.success)
    const harmful: JudgedQuestion[] = misled('covered').map(({ telling, candidates }) => ({
      telling,
      candidates: candidates.map(({ signs, right }, place) => ({ signs, right: place === 0 ? true : right && false })),
    }))
    const weights = learnRanking(harmful, defaultWeights)
    expect(weights.covered).toBeLessThan(defaultWeights.covered)
    for (const name of signNames) expect(weights[name]).toBeGreaterThanOrEqual(0)
    expect(learnRanking(harmful, defaultWeights)).toEqual(weights)
    expect(learnRanking([], defaultWeights)).toEqual(defaultWeights)
  })
})
