/**
 * Learns how much each sign of a passage counts from questions whose right article is known: list-wise softmax regression
 * (ListNet, Cao et al. 2007) that is held near the weights it starts from. A weight never becomes negative, and the index's
 * own score keeps its weight, so that what is learnt moves only what is near. The same questions give the same weights.
 */
import { featureOf, type RankingWeights, weigh } from './ranking-weights.ts'
import { type SignName, type Signs, signNames } from './signs.ts'

/** What was found for a question; `telling` as in `weigh`. */
export type JudgedQuestion = { telling: number; candidates: { signs: Signs; right: boolean }[] }

/** `success` comes from the same customers' verdicts: weighed by what it says of the same questions, it would praise itself. */
const learnt = signNames.filter((name) => name !== 'lexical' && name !== 'success')
const sharpness = 8
const rounds = 200
const step = 0.05
const hold = 0.02

export function learnRanking(judged: readonly JudgedQuestion[], start: RankingWeights): RankingWeights {
  const usable = judged.filter(({ candidates }) => candidates.some(({ right }) => right) && candidates.length > 1)
  if (usable.length === 0) return start
  const asked = usable.map(({ telling, candidates }) =>
    candidates.map(({ signs, right }) => ({ features: featuresOf(signs, telling), right })),
  )
  const weights = { ...start }
  for (let round = 0; round < rounds; round++) {
    const slope = slopeOf(asked, weights)
    for (const name of learnt)
      weights[name] = Math.max(0, weights[name] + step * (slope[name] - hold * (weights[name] - start[name])))
  }
  return weights
}

type Featured = { features: Signs; right: boolean }

/** How the mean logarithm of the right articles' share grows with each weight. */
function slopeOf(asked: readonly Featured[][], weights: RankingWeights): Record<SignName, number> {
  const slope = Object.fromEntries(signNames.map((name) => [name, 0])) as Record<SignName, number>
  for (const candidates of asked) {
    const shares = softmax(candidates.map(({ features }) => sharpness * scoreOf(features, weights)))
    const right = shares.reduce((sum, share, place) => sum + (candidates[place]!.right ? share : 0), 0)
    for (const [place, { features, right: isRight }] of candidates.entries()) {
      const pull = (isRight ? shares[place]! / right : 0) - shares[place]!
      for (const name of learnt) slope[name] += (sharpness * pull * features[name]) / asked.length
    }
  }
  return slope
}

/** The mean of 1 divided by the place of the first right article; 0 where none was found. */
export function reciprocalRank(judged: readonly JudgedQuestion[], weights: RankingWeights): number {
  const sum = judged.reduce((total, { telling, candidates }) => {
    const ordered = candidates
      .map(({ signs, right }) => ({ right, score: weigh(weights, signs, telling) }))
      .sort((one, other) => other.score - one.score)
    const place = ordered.findIndex(({ right }) => right)
    return place < 0 ? total : total + 1 / (place + 1)
  }, 0)
  return judged.length === 0 ? 0 : sum / judged.length
}

const featuresOf = (signs: Signs, telling: number) =>
  Object.fromEntries(signNames.map((name) => [name, featureOf(name, signs, telling)])) as Signs

const scoreOf = (features: Signs, weights: RankingWeights) =>
  signNames.reduce((sum, name) => sum + weights[name] * features[name], 0)

function softmax(scores: number[]): number[] {
  const most = Math.max(...scores)
  const powers = scores.map((score) => Math.exp(score - most))
  const sum = powers.reduce((total, power) => total + power, 0)
  return powers.map((power) => power / sum)
}
