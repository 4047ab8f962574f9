/**
 * What a term gives a document, by BM25F (Robertson, Zaragoza and Taylor, "Simple BM25 Extension to Multiple Weighted
 * Fields", CIKM 2004). The one place where it is worked out, in the one order of adding: bounds, scores and explanations
 * can be compared to the last bit.
 */
import { fields, ranking } from '../search.ts'

const settings = fields.map((field) => ranking[field])

/** What one field adds before saturation, where it holds the term `frequency` times. */
export function massOfField(field: number, frequency: number, stretch: number): number {
  return (settings[field]!.weight * frequency) / stretch
}

/** How much a field of `length` terms dilutes what it says, beside the mean of its kind. */
export function stretchOf(field: number, length: number, average: number): number {
  const { normalisation } = settings[field]!
  return 1 - normalisation + (normalisation * length) / average
}

/** The mass of one term in a document whose field lengths begin at `at`. */
export function massOf(
  frequencies: Uint16Array,
  [lengths, at]: readonly [Uint16Array, number],
  averages: readonly number[],
) {
  let mass = 0
  for (let field = 0; field < frequencies.length; field++) {
    const frequency = frequencies[field]!
    if (frequency !== 0) mass += massOfField(field, frequency, stretchOf(field, lengths[at + field]!, averages[field]!))
  }
  return mass
}

/** From mass to score, below 1 before the weight of the term. */
export const saturated = (mass: number) => mass / (ranking.saturation + mass)
export const weighted = (weight: number, mass: number) => (weight * mass) / (ranking.saturation + mass)
