/**
 * Whether a text is about any of the labels at all. That is learnt: a logistic regression over what shows when a model is
 * out of its depth, from texts whose answer is known: held-out examples, texts known or taken to be out of scope, and
 * examples of labels that the model was not told of.
 */
import { fitLogistic, sigmoid } from './logistic.ts'
import type { ScopeModel } from './model.ts'
import { type TextFeatures, views } from './text-features.ts'
import type { Scored } from './score-text.ts'

/** The signs of held-out texts. `hidden` are those of labels that the model was not told of. */
export type ScopeLessons = { within: number[][]; outside: number[][]; hidden: number[][] }
/** What the texts out of scope count among all, 0–1. */
export type ScopeShares = { outside: number; hidden: number }

const least = 1e-9
const logit = (probability: number) => Math.log((probability + least) / (1 - probability + least))

/** How many signs there are without the familiarity. */
export const signCount = 7 + views

/** What shows: all of it grows with being in scope. */
export function signsOf({ scores, known, familiarity }: Scored, probabilities: Float64Array): number[] {
  const [first, second] = twoBest(probabilities)
  const [linear, linearNext] = twoBest(scores[0]!)
  let entropy = 0
  for (const probability of probabilities) entropy -= probability * Math.log(probability + least)
  const best = probabilities.indexOf(first)
  const agreeing = scores.filter((ofMember) => ofMember[best] === Math.max(...ofMember)).length
  const energies = scores.slice(1).map(logSumOf)
  return [
    logit(first),
    Math.log(first + least) - Math.log(second + least),
    -entropy,
    linear,
    linear - linearNext,
    agreeing / scores.length,
    energies.reduce((sum, energy) => sum + energy, 0) / Math.max(1, energies.length),
    ...known,
    ...(familiarity === undefined ? [] : [familiarity]),
  ]
}

function twoBest(values: Float64Array): [number, number] {
  let first = -Infinity
  let second = -Infinity
  for (const value of values)
    if (value > first) {
      second = first
      first = value
    } else if (value > second) second = value
  return [first, Number.isFinite(second) ? second : 0]
}

function logSumOf(scores: Float64Array): number {
  const most = scores.reduce((one, other) => Math.max(one, other), -Infinity)
  return most + Math.log(scores.reduce((sum, score) => sum + Math.exp(score - most), 0))
}

export function inScopeProbability(signs: readonly number[], { weights, centres, spreads }: ScopeModel): number {
  let sum = weights[0]!
  for (let place = 0; place < signs.length; place++)
    sum += (weights[place + 1]! * (signs[place]! - centres[place]!)) / spreads[place]!
  return sigmoid(sum)
}

/** Without anything to learn it from: a text must be made of known features, and its label rather sure. */
export const plainScope: ScopeModel = {
  weights: [0, 0.6, 0, 0, 0.6, 0, 0, 0, 1, 1],
  centres: [0, 0, 0, 0, 0, 0, 0, 0.35, 0.5],
  spreads: [1.5, 1, 1, 0.5, 1, 1, 1, 0.15, 0.15],
}

const pull = 0.002
export const fewestLessons = 10

/** `plainScope`, of fewer signs, where there is too little to learn from. */
export function fitScope({ within, outside, hidden }: ScopeLessons, shares: ScopeShares): ScopeModel {
  if (outside.length + hidden.length < fewestLessons || within.length < fewestLessons) return plainScope
  const all = [...within, ...outside, ...hidden]
  const centres = within[0]!.map((_, sign) => meanOf(all.map((signs) => signs[sign]!)))
  const spreads = centres.map(
    (centre, sign) => Math.sqrt(meanOf(all.map((signs) => (signs[sign]! - centre) ** 2))) || 1,
  )
  const weighed = (texts: number[][], { yes, share }: { yes: boolean; share: number }) =>
    texts.map((signs) => ({
      inputs: signs.map((sign, at) => (sign - centres[at]!) / spreads[at]!),
      yes,
      count: share / texts.length,
    }))
  const lessons = [
    ...weighed(within, { yes: true, share: 1 - shares.outside - shares.hidden }),
    ...weighed(outside, { yes: false, share: shares.outside }),
    ...weighed(hidden, { yes: false, share: shares.hidden }),
  ]
  return { weights: fitLogistic(lessons, pull), centres, spreads }
}

/** Where texts are only taken to be out of scope: what then looks like one of the labels after all is taken for one. */
export function fitScopeOfTaken(lessons: ScopeLessons, shares: ScopeShares): ScopeModel {
  const first = fitScope(lessons, shares)
  const strange = lessons.outside.filter((signs) => inScopeProbability(signs, first) < 0.5)
  return strange.length < fewestLessons ? first : fitScope({ ...lessons, outside: strange }, shares)
}

const usualNovelty = 0.06
const steepness = 5
const leastShare = 0.01
const mostShare = 0.5

/**
 * How many texts to come are guessed to be out of scope, where nobody said. The share of words that the examples have but
 * once is how many words to come are new ones (Good, "The population frequencies of species", Biometrika 1953): examples
 * that do not even cover their own words cover little of what will be asked. Where the guess turns, and how fast, was set
 * by hand: at 3 % new words few texts are taken for strange, at 6 % every other.
 */
export function guessOutShare(texts: readonly TextFeatures[]): number {
  const counts = new Map<number, number>()
  let all = 0
  for (const { hashes, singleCount } of texts)
    for (const hash of hashes.slice(0, singleCount)) {
      counts.set(hash, (counts.get(hash) ?? 0) + 1)
      all++
    }
  let once = 0
  for (const count of counts.values()) if (count === 1) once++
  const novelty = (once + 1e-9) / Math.max(1, all)
  return Math.min(mostShare, Math.max(leastShare, sigmoid(steepness * Math.log(novelty / usualNovelty))))
}

const meanOf = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
