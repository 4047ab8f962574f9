/**
 * Scores into probabilities that mean what they say. The members' scores are weighed, added and go through a softmax, with
 * the weights that make held-out labels likeliest: a logarithmic pool, which trusts each member as far as it was right and
 * is cooled at the same time (Guo et al., "On Calibration of Modern Neural Networks", ICML 2017). Then the best label's
 * probability becomes how often such a one was right (Platt, "Probabilistic outputs for support vector machines", 1999),
 * the others sharing the rest as before. The order of the labels stays.
 */
import { fitLogistic, sigmoid, solve } from './logistic.ts'
import type { Calibration } from './model.ts'
import type { Recipe } from './recipe.ts'
import type { Scored } from './score-text.ts'

export type Judged = { scored: Scored; label: number }

const least = 1e-9
const leastSlope = 0.05

export function probabilitiesOf(scored: Scored, { factors, slope, shift }: Calibration): Float64Array {
  const mean = pooled(scored, factors)
  const best = bestOf(mean)
  const first = mean[best]!
  if (mean.length < 2) return mean
  let second = 0
  for (let label = 0; label < mean.length; label++) if (label !== best && mean[label]! > second) second = mean[label]!
  const others = 1 - first
  // However seldom it is right: the second of the others must not overtake it.
  const right = Math.max(sigmoid(slope * logit(first) + shift), second / (others + second + least))
  for (let label = 0; label < mean.length; label++) mean[label]! *= (1 - right) / (others + least)
  mean[best] = 1
  for (let label = 0; label < mean.length; label++) if (label !== best) mean[best]! -= mean[label]!
  return mean
}

function pooled({ scores }: Scored, factors: readonly number[]): Float64Array {
  const sums = new Float64Array(scores[0]!.length)
  for (let member = 0; member < scores.length; member++)
    for (let label = 0; label < sums.length; label++) sums[label]! += factors[member]! * scores[member]![label]!
  return softmax(sums)
}

function bestOf(values: Float64Array): number {
  let best = 0
  for (let label = 1; label < values.length; label++) if (values[label]! > values[best]!) best = label
  return best
}
const logit = (probability: number) => Math.log((probability + least) / (1 - probability + least))

function softmax(scores: Float64Array): Float64Array {
  let most = -Infinity
  for (const score of scores) most = Math.max(most, score)
  let sum = 0
  const result = new Float64Array(scores.length)
  for (let label = 0; label < scores.length; label++) sum += result[label] = Math.exp(scores[label]! - most)
  for (let label = 0; label < scores.length; label++) result[label]! /= sum
  return result
}

/** What raw scores are worth without held-out examples: a margin of one is e² to one, a network's scores half of that. */
const plainFor = ({ kinds }: Recipe): Calibration => ({
  factors: kinds.map((kind) => (kind === 'linear' ? 2 : 0.5)),
  slope: 1,
  shift: 0,
})
const fewest = 20

export function fitCalibration(judged: readonly Judged[], recipe: Recipe): Calibration {
  const plain = plainFor(recipe)
  if (judged.length < fewest) return plain
  const factors = fitFactors(judged, plain.factors)
  const lessons = judged.map(({ scored, label }) => {
    const mean = pooled(scored, factors)
    const best = bestOf(mean)
    return { inputs: [logit(mean[best]!)], yes: best === label, count: 1 }
  })
  const [shift, slope] = fitLogistic(lessons, 0.1)
  return { factors, slope: Math.max(leastSlope, slope!), shift: shift! }
}

const rounds = 15
const pull = 0.5
const longestStep = 0.7

/** Newton's method on the surprise at the held-out labels, which is convex; no factor is below zero. */
function fitFactors(judged: readonly Judged[], plain: readonly number[]): number[] {
  const factors = [...plain]
  for (let round = 0; round < rounds; round++) {
    const slope = factors.map((factor, member) => pull * (factor - plain[member]!))
    const bend = factors.map((_, row) => factors.map((__, column) => (row === column ? pull : 0)))
    for (const { scored, label } of judged) addSurprise({ slope, bend }, { scored, label }, pooled(scored, factors))
    const step = solve(bend, slope)
    const length = Math.max(...step.map(Math.abs))
    // Far from the best factors the curve says too little of where they are.
    const cut = Math.min(1, longestStep / length)
    for (const [member, change] of step.entries()) factors[member] = Math.max(0, factors[member]! - cut * change)
    if (length < 1e-3) break
  }
  return factors
}

type Descent = { slope: number[]; bend: number[][] }
/** The slope of a softmax is expected minus given score; its curvature is the covariance of the scores. */
function addSurprise({ slope, bend }: Descent, { scored, label }: Judged, probabilities: Float64Array): void {
  const means = scored.scores.map((scores) => scores.reduce((sum, score, at) => sum + score * probabilities[at]!, 0))
  for (const [row, scores] of scored.scores.entries()) {
    slope[row]! += means[row]! - scores[label]!
    for (const [column, others] of scored.scores.entries()) {
      if (column > row) break
      let together = 0
      for (let at = 0; at < scores.length; at++)
        together += probabilities[at]! * (scores[at]! - means[row]!) * (others[at]! - means[column]!)
      bend[row]![column]! += together
      if (column < row) bend[column]![row]! += together
    }
  }
}
