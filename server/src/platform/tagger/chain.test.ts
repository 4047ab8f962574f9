import { array, assert, constantFrom, double, integer, property, record } from 'fast-check'
import { expect, test } from 'vitest'
import { createChain } from './chain.ts'
import { createLabels } from './labels.ts'

/** Every way through `count` units that the scheme allows. */
function everyPath(
  { labels, into, from, mayStart, mayEnd }: ReturnType<typeof createLabels>,
  count: number,
): number[][] {
  const allowed = (previous: number, label: number) => from.subarray(into[label], into[label + 1]).includes(previous)
  let paths = Array.from({ length: labels }, (_, label) => [label]).filter(([label]) => mayStart[label!])
  for (let place = 1; place < count; place++)
    paths = paths
      .flatMap((path) => Array.from({ length: labels }, (_, label) => [...path, label]))
      .filter((path) => allowed(path.at(-2)!, path.at(-1)!))
  return paths.filter((path) => mayEnd[path.at(-1)!])
}

const score = double({ min: -8, max: 8, noNaN: true })
const chains = record({ types: integer({ min: 0, max: 2 }), count: integer({ min: 1, max: 4 }) }).chain(
  ({ types, count }) => {
    const scheme = createLabels(['one', 'two'].slice(0, types))
    const numbers = (length: number) =>
      array(score, { minLength: length, maxLength: length }).map((all) => Float64Array.from(all))
    return record({
      scheme: constantFrom(scheme),
      count: constantFrom(count),
      units: numbers(count * scheme.labels),
      steps: numbers(scheme.from.length),
      starts: numbers(scheme.labels),
    })
  },
)

test('sums and probabilities are those of counting every way through', () => {
  assert(
    property(chains, ({ scheme, ...scores }) => {
      const { count, units, steps, starts } = scores
      const { labels } = scheme
      const chain = createChain(scheme)
      const paths = everyPath(scheme, count).map((path) => {
        const total = path.reduce(
          (sum, label, at) =>
            sum +
            units[at * labels + label]! +
            (at === 0 ? starts[label]! : steps[chain.stepOf(path[at - 1]!, label)]!),
          0,
        )
        return { path, total, weight: Math.exp(total) }
      })
      const mass = paths.reduce((sum, { weight }) => sum + weight, 0)
      expect(chain.sum(scores)).toBeCloseTo(Math.log(mass), 6)

      const atUnits = new Float64Array(count * labels)
      const ofSteps = new Float64Array(scheme.from.length)
      chain.marginals(count, atUnits, ofSteps)
      const share = (holds: (path: number[]) => number) =>
        paths.reduce((sum, { path, weight }) => sum + weight * holds(path), 0) / mass
      for (let at = 0; at < atUnits.length; at++)
        expect(atUnits[at]).toBeCloseTo(
          share((path) => (path[Math.floor(at / labels)] === at % labels ? 1 : 0)),
          6,
        )
      for (let label = 0; label < labels; label++)
        for (let step = scheme.into[label]!; step < scheme.into[label + 1]!; step++)
          expect(ofSteps[step]).toBeCloseTo(
            share(
              (path) => path.filter((to, at) => at > 0 && to === label && path[at - 1] === scheme.from[step]).length,
            ),
            6,
          )

      const some = paths[Math.floor(paths.length / 2)]!.path
      const first = count > 2 ? 1 : 0
      const piece = some.slice(first)
      expect(chain.pathProbability(count, first, piece)).toBeCloseTo(
        share((path) => (piece.every((label, at) => path[first + at] === label) ? 1 : 0)),
        6,
      )
    }),
    { seed: 7, numRuns: 150 },
  )
})

test('scores that are far apart give numbers', () => {
  const scheme = createLabels(['one'])
  const chain = createChain(scheme)
  const units = Float64Array.from({ length: 3 * scheme.labels }, (_, at) => (at % 2 ? 5_000 : -5_000))
  const scores = {
    count: 3,
    units,
    steps: new Float64Array(scheme.from.length),
    starts: new Float64Array(scheme.labels),
  }
  chain.sum(scores)
  const atUnits = new Float64Array(units.length)
  chain.marginals(3, atUnits, new Float64Array(scheme.from.length))
  expect(atUnits.every((value) => value >= 0 && value <= 1.001)).toBe(true)
})
