import { array, assert, double, integer, property, record } from 'fast-check'
import { expect, test } from 'vitest'
import { createChain } from './chain.ts'
import { chooseSpans, type ProbableSpan, probableSpans } from './choose-spans.ts'
import { createLabels, labelsOf } from './labels.ts'

const count = 6
const spans = record({
  first: integer({ min: 0, max: count - 1 }),
  length: integer({ min: 1, max: 3 }),
  type: integer({ min: 0, max: 1 }),
  probability: double({ min: 0.38, max: 1, noNaN: true }),
})
const worth = (chosen: ProbableSpan[]) => chosen.reduce((sum, { probability }) => sum + probability - 0.37, 0)
const apart = (chosen: ProbableSpan[]) =>
  chosen.every((one, at) =>
    chosen.every((other, there) => at >= there || one.last < other.first || other.last < one.first),
  )

test('of spans that do not overlap those are chosen that are worth most, in the order of the text', () => {
  assert(
    property(array(spans, { maxLength: 8 }), (drawn) => {
      const given = drawn
        .map(({ first, length, ...rest }) => ({ ...rest, first, last: first + length - 1 }))
        .filter(({ last }) => last < count)
      let most = 0
      for (let subset = 0; subset < 2 ** given.length; subset++) {
        const chosen = given.filter((_, at) => (subset >> at) & 1)
        if (apart(chosen)) most = Math.max(most, worth(chosen))
      }
      const chosen = chooseSpans(given, count)
      expect(apart(chosen)).toBe(true)
      expect(worth(chosen)).toBeCloseTo(most, 9)
      expect(chosen.map(({ first }) => first)).toEqual(
        chosen.map(({ first }) => first).sort((one, other) => one - other),
      )
    }),
    { seed: 11, numRuns: 300 },
  )
})

test('every span that is probable enough is found, with its probability', () => {
  const scheme = createLabels(['one', 'two'])
  const scores = array(double({ min: -4, max: 4, noNaN: true }), {
    minLength: 4 * scheme.labels,
    maxLength: 4 * scheme.labels,
  })
  assert(
    property(scores, (drawn) => {
      const chain = createChain(scheme)
      chain.sum({
        count: 4,
        units: Float64Array.from(drawn),
        steps: new Float64Array(scheme.from.length),
        starts: new Float64Array(scheme.labels),
      })
      const atUnits = new Float64Array(4 * scheme.labels)
      chain.marginals(4, atUnits)
      const found = probableSpans(scheme, chain, { count: 4, atUnits })
      for (let first = 0; first < 4; first++)
        for (let last = first; last < 4; last++)
          for (const type of [0, 1]) {
            const path = labelsOf([{ first, last, type }], 4).subarray(first, last + 1)
            const probability = chain.pathProbability(4, first, path)
            const there = found.find((span) => span.first === first && span.last === last && span.type === type)
            expect(there !== undefined).toBe(probability > 0.37)
            expect(there?.probability ?? probability).toBeCloseTo(probability, 9)
          }
    }),
    { seed: 3, numRuns: 200 },
  )
})
