/**
 * Ranks candidates by a log-linear model. Few signs, the same for every graph, weigh all candidates; the details, words
 * beside relations, weigh only the best of those, so that a question costs little however many ways lead on.
 */
import type { Candidate } from './candidates.ts'
import type { GraphEdge } from './entity-graph.ts'
import { signNames } from './signs.ts'

export type Weights = { signs: Float64Array; details: ReadonlyMap<string, number> }
export type Ranked<Edge extends GraphEdge = GraphEdge> = { candidate: Candidate<Edge>; score: number }

/** How many of the best are weighed in detail. */
export const mostDetailed = 24

export function scoreSigns(signs: Float64Array, weights: Float64Array): number {
  let score = 0
  for (let sign = 0; sign < weights.length; sign++) score += weights[sign]! * signs[sign]!
  return score
}

/** The best candidates, best first; equal scores keep the order in which they were found. */
export function rank<Edge extends GraphEdge>(
  candidates: Candidate<Edge>[],
  { signs, details }: Weights,
): Ranked<Edge>[] {
  const best = candidates
    .map((candidate) => ({ candidate, score: scoreSigns(candidate.signs, signs) }))
    .sort((one, other) => other.score - one.score)
    .slice(0, mostDetailed)
  if (details.size > 0)
    for (const each of best) for (const detail of each.candidate.details()) each.score += details.get(detail) ?? 0
  return best.sort((one, other) => other.score - one.score)
}

export type Judged = { signs: Float64Array; details: string[]; right: boolean }
const epochs = 8
const rate = 0.2
const decay = 1e-5
const detailRate = 0.03
const detailDecay = 1e-4

/**
 * Learns the weights by stochastic gradient ascent on the log-likelihood of the right candidates among all, with AdaGrad
 * steps (Duchi, Hazan and Singer 2011). `begin` are the weights to start from; the order comes from `chance` alone.
 */
export function fitWeights(questions: readonly (readonly Judged[])[], begin: Weights, chance: () => number): Weights {
  const signs = Float64Array.from(begin.signs)
  const squares = new Float64Array(signNames.length).fill(1e-3)
  const details = new Map(begin.details)
  const detailSquares = new Map<string, number>()
  const order = [...questions]
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, chance)
    for (const judged of order) {
      const { slope, detailSlope } = slopesOf(judged, { signs, details })
      for (let sign = 0; sign < signs.length; sign++) {
        const each = slope[sign]! - decay * signs[sign]!
        squares[sign]! += each * each
        signs[sign]! += (rate * each) / Math.sqrt(squares[sign]!)
      }
      for (const [detail, error] of detailSlope) {
        const each = error - detailDecay * (details.get(detail) ?? 0)
        const square = (detailSquares.get(detail) ?? 1) + each * each
        detailSquares.set(detail, square)
        details.set(detail, (details.get(detail) ?? 0) + (detailRate * each) / Math.sqrt(square))
      }
    }
  }
  return { signs, details }
}

function slopesOf(judged: readonly Judged[], { signs, details }: Weights) {
  const scores = judged.map((each) => {
    let score = scoreSigns(each.signs, signs)
    for (const detail of each.details) score += details.get(detail) ?? 0
    return score
  })
  const all = softmax(scores)
  const right = softmax(scores.map((score, place) => (judged[place]!.right ? score : -Infinity)))
  const slope = new Float64Array(signs.length)
  const detailSlope = new Map<string, number>()
  for (const [place, each] of judged.entries()) {
    const error = right[place]! - all[place]!
    if (Math.abs(error) < 1e-4) continue
    for (let sign = 0; sign < signs.length; sign++) slope[sign]! += error * each.signs[sign]!
    for (const detail of each.details) detailSlope.set(detail, (detailSlope.get(detail) ?? 0) + error)
  }
  return { slope, detailSlope }
}

export function softmax(scores: readonly number[]): number[] {
  const most = scores.reduce((one, other) => Math.max(one, other), -Infinity)
  const powers = scores.map((score) => Math.exp(score - most))
  const sum = powers.reduce((total, each) => total + each, 0)
  return powers.map((each) => each / sum)
}

function shuffle<Item>(items: Item[], chance: () => number): void {
  for (let place = items.length - 1; place > 0; place--) {
    const other = Math.floor(chance() * (place + 1))
    ;[items[place], items[other]] = [items[other]!, items[place]!]
  }
}
