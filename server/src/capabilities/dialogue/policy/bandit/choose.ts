/**
 * Thompson sampling for linear rewards (S. Agrawal and N. Goyal, "Thompson Sampling for Contextual Bandits with Linear
 * Payoffs", ICML 2013), with a model of its own for each arm: draws what each would bring from what is believed of it, and
 * takes the best draw. What is uncertain is tried, what is known to be worse is not.
 */
import type { Explored } from '@lingxi/contract/dialogue'
import { createChance, normal } from './chance.ts'
import { type Arm, type ArmModel, type Features, type Learnt, vectorOf } from './learnt.ts'
import { decompose, dot, forward, solve } from './linear.ts'

export type Choice = { arms: Arm[]; features: Features; seed: string }
/** What an arm is believed to bring for a message. */
export type Belief = { mean: number; deviation: number }

/** What a model says of every message alike, worked out once: its means, and the triangle that deviations follow from. */
type Solved = { means: number[]; lower: number[][] }
const known = new WeakMap<ArmModel, Solved>()

function solvedOf(model: ArmModel): Solved {
  const there = known.get(model)
  if (there) return there
  const made = { means: solve(model.precision, model.weighted), lower: decompose(model.precision) }
  known.set(model, made)
  return made
}

export function believe({ arms, spread }: Pick<Learnt, 'arms' | 'spread'>, arm: Arm, features: Features): Belief {
  const { means, lower } = solvedOf(arms[arm])
  const x = vectorOf(features)
  return { mean: dot(means, x), deviation: spread * Math.hypot(...forward(lower, x)) }
}

/** Frozen, the best by its mean; else by a draw that the seed alone decides. `arms` holds one at least. */
export function choose(
  { learnt, frozen }: { learnt: Learnt; frozen: boolean },
  { arms, features, seed }: Choice,
): Explored {
  const beliefs = arms.map((arm) => believe(learnt, arm, features))
  const chance = createChance(seed)
  const draws = beliefs.map(({ mean, deviation }) => (frozen ? mean : mean + deviation * normal(chance)))
  const place = draws.indexOf(Math.max(...draws))
  const propensity = frozen ? 1 : propensitiesOf(beliefs)[place]!
  return { learnt: learnt.version, arms, chosen: arms[place]!, propensity, draws, features, frozen }
}

/** How probable each choice is. */
export function probabilitiesOf(
  { learnt, frozen }: { learnt: Learnt; frozen: boolean },
  { arms, features }: Omit<Choice, 'seed'>,
): number[] {
  const beliefs = arms.map((arm) => believe(learnt, arm, features))
  if (!frozen) return propensitiesOf(beliefs)
  const means = beliefs.map(({ mean }) => mean)
  const best = means.indexOf(Math.max(...means))
  return means.map((_, place) => (place === best ? 1 : 0))
}

const points = 201
/** In deviations: beyond this a normal draw does not fall. */
const reach = 6
const places = Array.from({ length: points }, (_, point) => -reach + (2 * reach * point) / (points - 1))
const densities = places.map((z) => Math.exp(-(z * z) / 2))

/**
 * For each arm the integral of its density times the chance that all others draw less, by the trapezoid rule; of two the
 * difference of their draws is normal, and nothing has to be integrated. Adds up to 1.
 */
export function propensitiesOf(beliefs: readonly Belief[]): number[] {
  const [one, other] = beliefs
  if (beliefs.length === 2) {
    const apart = (one!.mean - other!.mean) / Math.hypot(one!.deviation, other!.deviation)
    return [lessThan(apart), lessThan(-apart)]
  }
  const raw = beliefs.map(({ mean, deviation }, place) => {
    const others = beliefs.filter((_, other) => other !== place)
    const starts = others.map((other) => (mean - other.mean) / other.deviation)
    const slopes = others.map((other) => deviation / other.deviation)
    let sum = 0
    for (let point = 0; point < points; point += 1) {
      let below = densities[point]!
      for (let other = 0; other < others.length; other += 1)
        below *= lessThan(starts[other]! + slopes[other]! * places[point]!)
      sum += below
    }
    return sum
  })
  const total = raw.reduce((sum, value) => sum + value, 0)
  return raw.map((value) => value / total)
}

/** The normal distribution function, within 7.5e-8 (Abramowitz and Stegun, 26.2.17). */
function distribution(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z))
  const tail =
    (Math.exp(-(z * z) / 2) / Math.sqrt(2 * Math.PI)) *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  return z >= 0 ? 1 - tail : tail
}

/** The same, within 2e-7, read from a table: it is asked for thousands of times for one message. */
function lessThan(z: number): number {
  const at = (z + widest) * finest
  if (!(at >= 0 && at < table.length - 1)) return distribution(z)
  const before = Math.floor(at)
  return table[before]! + (at - before) * (table[before + 1]! - table[before]!)
}
/** The table goes so far on either side, with so many entries for each deviation. */
const widest = 8
const finest = 512
const table = Float64Array.from({ length: 2 * widest * finest + 1 }, (_, at) => distribution(at / finest - widest))
