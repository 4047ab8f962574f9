import fc from 'fast-check'
import { expect, test } from 'vitest'
import { leastEffective } from '@lingxi/contract/choosing'
import { createChance, normal } from './chance.ts'
import { choose, propensitiesOf } from './choose.ts'
import { type Arm, arms, learn, shippedLearnt } from './learnt.ts'
import { dot, solve } from './linear.ts'
import { evaluateOffPolicy, mayBeReleased } from './off-policy.ts'
import { best, logOf, messageOf, offered, rewardIn, truthOf, worthOf } from './world.testing.ts'

const shipped = shippedLearnt()
/** So wide that every way is taken about as often. */
const uniform = { learnt: { ...shipped, spread: 1000 }, frozen: false }

test('equal seeds choose alike, and frozen the seed does not matter', () => {
  const features = messageOf(createChance('m'))
  const pick = (seed: string, frozen: boolean) => choose({ learnt: shipped, frozen }, { arms: offered, features, seed })
  expect(pick('cnv_1:3', false)).toEqual(pick('cnv_1:3', false))
  expect(pick('a', true)).toEqual(pick('b', true))
  expect(pick('a', true)).toMatchObject({ propensity: 1, frozen: true })
  const chosen = new Set(Array.from({ length: 200 }, (_, at) => pick(`s${at}`, false).chosen))
  expect(chosen.size).toBe(3)
})

test('what is logged as the propensity is how often the way is chosen', () => {
  const features = { ...messageOf(createChance('p')), knowledge: 0.5, clarification: 0.6 }
  const counts = new Map<string, { times: number; propensity: number }>()
  const times = 4000
  for (let at = 0; at < times; at += 1) {
    const { chosen, propensity } = choose(
      { learnt: shipped, frozen: false },
      { arms: offered, features, seed: `n${at}` },
    )
    counts.set(chosen, { times: (counts.get(chosen)?.times ?? 0) + 1, propensity })
  }
  for (const { times: often, propensity } of counts.values())
    expect(Math.abs(often / times - propensity)).toBeLessThan(0.03)
})

test('propensities add up to one, and the better belief has the greater', () => {
  const belief = fc.record({
    mean: fc.double({ min: -1, max: 1, noNaN: true }),
    deviation: fc.double({ min: 0.05, max: 2, noNaN: true }),
  })
  fc.assert(
    fc.property(fc.array(belief, { minLength: 1, maxLength: 5 }), (beliefs) => {
      const sum = propensitiesOf(beliefs).reduce((all, each) => all + each, 0)
      expect(sum).toBeCloseTo(1, 6)
    }),
  )
  const [one, other] = propensitiesOf([
    { mean: 0.6, deviation: 0.2 },
    { mean: 0.4, deviation: 0.2 },
  ])
  // Of two normal draws the difference is normal: Φ(0.2 / (0.2·√2)) = 0.7602.
  expect(one).toBeCloseTo(0.7602, 3)
  expect(other).toBeCloseTo(0.2398, 3)
})

test('a system of equations is solved', () => {
  const matrix = [
    [4, 1, 0],
    [1, 3, 1],
    [0, 1, 5],
  ]
  const solved = solve(matrix, [1, 2, 3])
  for (const [row, value] of [1, 2, 3].entries()) expect(dot(matrix[row]!, solved)).toBeCloseTo(value, 10)
  expect(() => solve([[0]], [1])).toThrow('positive definite')
})

test('in a simulated world it loses less and less, and far less than choosing blindly', () => {
  const chance = createChance('world')
  let learnt = shipped
  const lost: number[] = []
  const blindly: number[] = []
  for (let at = 0; at < 1500; at += 1) {
    const features = messageOf(chance)
    const { chosen, propensity } = choose({ learnt, frozen: false }, { arms: offered, features, seed: `w${at}` })
    const arm = chosen as Arm
    learnt = learn(learnt, [
      { features, arms: offered, chosen: arm, propensity, reward: rewardIn(arm, features, chance) },
    ])
    lost.push(best(features) - worthOf(arm, features))
    blindly.push(best(features) - offered.reduce((sum, each) => sum + worthOf(each, features), 0) / offered.length)
  }
  const mean = (values: number[]) => values.reduce((sum, each) => sum + each, 0) / values.length
  expect(mean(lost)).toBeLessThan(mean(blindly) / 2)
  expect(mean(lost.slice(-500))).toBeLessThan(mean(lost.slice(0, 500)))
  expect(truthOf({ learnt, frozen: true }, 5000)).toBeGreaterThan(truthOf({ learnt: shipped, frozen: true }, 5000))
})

test('what is learnt does not depend on the order of the samples, and leaves the prior as it was', () => {
  const samples = logOf(uniform, 50, 'order')
  const before = structuredClone(shipped)
  const [one, other] = [learn(shipped, samples), learn(shipped, samples.toReversed())]
  expect(shipped).toEqual(before)
  expect(one.version).toBe(1)
  for (const arm of arms)
    for (const [row, value] of one.arms[arm].weighted.entries())
      expect(other.arms[arm].weighted[row]).toBeCloseTo(value, 9)
})

test('estimates from the log of another policy cover the truth about as often as they say', () => {
  const candidate = { learnt: learn(shipped, logOf(uniform, 600, 'train')), frozen: true }
  const truth = truthOf(candidate)
  const covered = { ips: 0, selfNormalised: 0, doublyRobust: 0 }
  const widths = { ips: 0, doublyRobust: 0 }
  const rounds = 60
  for (let round = 0; round < rounds; round += 1) {
    const evaluation = evaluateOffPolicy(logOf(uniform, 400, `log${round}`), candidate)
    for (const name of ['ips', 'selfNormalised', 'doublyRobust'] as const)
      if (evaluation[name].lower <= truth && truth <= evaluation[name].upper) covered[name] += 1
    for (const name of ['ips', 'doublyRobust'] as const) widths[name] += evaluation[name].upper - evaluation[name].lower
  }
  // 95 % of 60 are 57; fewer than 52 would come about once in a hundred times.
  for (const name of ['ips', 'selfNormalised', 'doublyRobust'] as const)
    expect(covered[name]).toBeGreaterThanOrEqual(52)
  expect(widths.doublyRobust).toBeLessThan(widths.ips / 2)
})

test('a candidate is released when even its worst is no less than what runs, and never on few samples', () => {
  const log = logOf(uniform, 1500, 'gate')
  const good = evaluateOffPolicy(log, { learnt: learn(shipped, logOf(uniform, 1500, 'more')), frozen: true })
  const running = evaluateOffPolicy(log, uniform)
  expect(mayBeReleased(good, running)).toBe(true)
  expect(mayBeReleased(running, good)).toBe(false)
  expect(mayBeReleased({ ...good, effective: leastEffective - 1 }, running)).toBe(false)
  expect(() => evaluateOffPolicy([], uniform)).toThrow('samples')
})

test('draws are normal', () => {
  const chance = createChance('normal')
  const draws = Array.from({ length: 20_000 }, () => normal(chance))
  const mean = draws.reduce((sum, each) => sum + each, 0) / draws.length
  const variance = draws.reduce((sum, each) => sum + (each - mean) ** 2, 0) / draws.length
  expect(Math.abs(mean)).toBeLessThan(0.03)
  expect(Math.abs(variance - 1)).toBeLessThan(0.05)
})
