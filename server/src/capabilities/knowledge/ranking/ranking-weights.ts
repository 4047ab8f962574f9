/** How much each sign of a passage counts. The index's own score always counts 1: the signs move what is near it. */
import { type SignName, type Signs, signNames } from './signs.ts'

export type RankingWeights = Record<SignName, number>

/** Fitted to public questions in both languages; used until a company's own questions show better (`learn-ranking.ts`). */
export const defaultWeights: RankingWeights = {
  lexical: 1,
  covered: 0.3,
  sentence: 0.3,
  order: 0.3,
  wording: 0.2,
  exact: 0,
  sought: 0.15,
  related: 0,
  success: 0.1,
}

/**
 * `telling`: how far what was found is running text, 0–1. Questions with their answers are found by how they are worded,
 * which the index has weighed already; in running text it matters which sentence says what is asked.
 */
export function weigh(weights: RankingWeights, signs: Signs, telling: number): number {
  return signNames.reduce((sum, name) => sum + added(name, { weights, signs, telling }), 0)
}

export type Weighing = { weights: RankingWeights; signs: Signs; telling: number }
/** What one sign adds to the sum by which passages are ordered. */
export const added = (name: SignName, { weights, signs, telling }: Weighing): number =>
  weights[name] * featureOf(name, signs, telling)

export const featureOf = (name: SignName, signs: Signs, telling: number): number =>
  signs[name] * (ofText.has(name) ? telling : 1)

const ofText = new Set<SignName>(['covered', 'sentence', 'order', 'wording', 'sought'])
