/**
 * How much a text is worded like those in scope rather than like strange ones, whichever of the labels it may have: a linear
 * learner of these two sides. Its features are the hashes cut to 16 bits (Weinberger et al., "Feature Hashing for Large Scale
 * Multitask Learning", ICML 2009), so that it knows what only strange texts say, too, and takes 64 kB.
 */
import { createReader, type LabelledFeatures } from './dictionary.ts'
import { createChance } from './chance.ts'
import { learnLinear } from './learn-linear.ts'
import { lessonsOf, withBias } from './learn-members.ts'
import { toScaledRows } from './quantise.ts'
import { passes, recipeFor } from './recipe.ts'
import type { TextFeatures } from './text-features.ts'
import { paddedWidth } from './weighted-rows.ts'

/** A weight for every hash, and one for the bias. */
export type Familiarity = { weights: Int8Array; scale: number }
export type Sides = { within: readonly LabelledFeatures[]; outside: readonly LabelledFeatures[] }

const bits = 16
const hashes = 2 ** bits
export const familiarityWeights = hashes + 1
const bias = 1
const read = createReader(
  { hashes: new Uint32Array(), weights: new Float32Array(hashes).fill(1) },
  (hash) => hash >>> (32 - bits),
)

const labels = ['outside', 'within']
const { costs } = recipeFor(labels.length)

/** `between` is asked before every pass; it throws to stop. */
export function learnFamiliarity({ within, outside }: Sides, between: () => void): Familiarity {
  const sided = [
    ...within.map(({ features }) => ({ features, label: 'within' })),
    ...outside.map(({ features }) => ({ features, label: 'outside' })),
  ]
  const lessons = withBias(lessonsOf(sided, { labels, read, features: hashes }), bias)
  // Chance of its own, for the order alone: what else is learnt is the same with and without it.
  const plan = { chance: createChance(1), between, passes: passes.linear, costs }
  const weights = learnLinear(lessons, labels.length, plan)
  const width = paddedWidth(labels.length)
  const differences = Float32Array.from(
    { length: familiarityWeights },
    (_, row) => weights[row * width + 1]! - weights[row * width]!,
  )
  const rounded = toScaledRows(differences, { columns: familiarityWeights, width: familiarityWeights })
  return { weights: rounded.weights, scale: rounded.scales[0]! }
}

/** More than nothing: rather like those in scope. */
export function familiarityOf(features: TextFeatures, { weights, scale }: Familiarity): number {
  const { rows, values } = read(features)
  let sum = bias * weights[hashes]!
  for (let place = 0; place < rows.length; place++) sum += values[place]! * weights[rows[place]!]!
  return sum * scale
}
