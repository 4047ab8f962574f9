/**
 * What another policy would have brought, from the samples of the one that ran: by inverse propensities (Horvitz and Thompson),
 * the same normed by their sum, and doubly robust (M. Dudík, J. Langford and L. Li, "Doubly Robust Policy Evaluation and
 * Learning", ICML 2011), where a model of rewards, learnt from the other half of the samples, takes most of the variance away.
 */
import { leastEffective } from '@lingxi/contract/choosing'
import { probabilitiesOf } from './choose.ts'
import { type Arm, arms, featureNames, type Features, learn, type Learnt, type Sample, vectorOf } from './learnt.ts'
import { dot, solve } from './linear.ts'

export type Candidate = { learnt: Learnt; frozen: boolean }
/** A reward of 0–1, with the bounds of its 95 % confidence interval. */
export type Estimate = { value: number; lower: number; upper: number }
export type Evaluation = {
  samples: number
  /** As many samples of the candidate's own would tell as much. */
  effective: number
  ips: Estimate
  selfNormalised: Estimate
  doublyRobust: Estimate
}

const z95 = 1.959964

/** Throws where there are no samples, or one whose choice was impossible: they were not logged by a policy. */
export function evaluateOffPolicy(samples: readonly Sample[], candidate: Candidate): Evaluation {
  if (samples.length === 0 || samples.some(({ propensity }) => !(propensity > 0)))
    throw new Error('an evaluation needs samples whose choices had a chance')
  const weighed = samples.map((sample, at) => ({ sample, at, ...weightOf(sample, candidate) }))
  const weights = weighed.map(({ weight }) => weight)
  const models = [0, 1].map((half) => rewardModel(samples.filter((_, at) => at % 2 !== half)))
  const robust = weighed.map(({ sample, at, weight, probabilities }) => {
    const model = models[at % 2]!
    const expected = sample.arms.reduce(
      (sum, arm, place) => sum + probabilities[place]! * model(arm, sample.features),
      0,
    )
    return expected + weight * (sample.reward - model(sample.chosen, sample.features))
  })
  const sum = total(weights)
  return {
    samples: samples.length,
    effective: sum === 0 ? 0 : (sum * sum) / total(weights.map((weight) => weight * weight)),
    ips: meanOf(weighed.map(({ sample, weight }) => weight * sample.reward)),
    selfNormalised: ratioOf(weighed.map(({ sample, weight }) => ({ weight, reward: sample.reward }))),
    doublyRobust: meanOf(robust),
  }
}

/** Whether a candidate may be released: even what it brings at worst is no less than what the one that runs brings. */
export const mayBeReleased = (candidate: Evaluation, running: Evaluation): boolean =>
  candidate.effective >= leastEffective && candidate.doublyRobust.lower >= running.doublyRobust.value

function weightOf({ arms: offered, chosen, features, propensity }: Sample, candidate: Candidate) {
  const probabilities = probabilitiesOf(candidate, { arms: offered, features })
  return { probabilities, weight: probabilities[offered.indexOf(chosen)]! / propensity }
}

/** Ridge regression for each arm: learning from a prior that expects nothing. */
function rewardModel(samples: readonly Sample[]): (arm: Arm, features: Features) => number {
  const none = () => ({
    precision: featureNames.map((_, row) => featureNames.map((__, at) => (row === at ? 1 : 0))),
    weighted: featureNames.map(() => 0),
  })
  const blank: Learnt = {
    version: 0,
    spread: 1,
    arms: Object.fromEntries(arms.map((arm) => [arm, none()])) as Learnt['arms'],
  }
  const learnt = learn(blank, samples)
  const means = Object.fromEntries(
    arms.map((arm) => [arm, solve(learnt.arms[arm].precision, learnt.arms[arm].weighted)]),
  )
  return (arm, features) => dot(means[arm]!, vectorOf(features))
}

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)

function meanOf(values: readonly number[]): Estimate {
  const value = total(values) / values.length
  const variance = total(values.map((each) => (each - value) ** 2)) / Math.max(1, values.length - 1)
  return within(value, Math.sqrt(variance / values.length))
}

/** By the delta method. */
function ratioOf(pairs: readonly { weight: number; reward: number }[]): Estimate {
  const sum = total(pairs.map(({ weight }) => weight))
  if (sum === 0) return within(0, Number.POSITIVE_INFINITY)
  const value = total(pairs.map(({ weight, reward }) => weight * reward)) / sum
  return within(value, Math.sqrt(total(pairs.map(({ weight, reward }) => (weight * (reward - value)) ** 2))) / sum)
}

const within = (value: number, error: number): Estimate => ({
  value,
  lower: value - z95 * error,
  upper: value + z95 * error,
})
