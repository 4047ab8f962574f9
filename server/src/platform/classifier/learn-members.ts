/** Learns the members of a model from examples: the dictionary first, then each learner on the same vectors. */
import type { Chance } from './chance.ts'
import { buildDictionary, createReader, type LabelledFeatures } from './dictionary.ts'
import { learnHidden } from './learn-hidden.ts'
import { learnLinear, type Lessons } from './learn-linear.ts'
import type { HiddenMember, LearntModel, LinearMember } from './model.ts'
import { passes, type Recipe } from './recipe.ts'
import { ofByte, ofHalfByte, toScaledRows, toSparseRows } from './quantise.ts'
import { paddedWidth } from './weighted-rows.ts'

export type MembersPlan = {
  recipe: Recipe
  chance: Chance
  /** Asked between passes; throws to stop. */
  between: () => void
}

const units = 64
const bias = { linear: 1, hidden: 0.3 }
/** In how many texts a feature must be: where examples are many, one of few texts says nothing that others do not. */
const leastTextsOf = (examples: number) => (examples < 1_500 ? 1 : examples < 20_000 ? 2 : 3)
const leastWeight = 0.004
/** With more features than these, the networks' weights are kept in half bytes: the model would be larger than it need be. */
const mostOfBytes = 30_000
/** The largest matrix that is learnt on, in numbers. */
const mostNumbers = 250_000_000

export function learnMembers(
  examples: readonly LabelledFeatures[],
  { recipe, chance, between }: MembersPlan,
): LearntModel {
  const labels = [...new Set(examples.map(({ label }) => label))].sort()
  const width = paddedWidth(labels.length)
  const dictionary = buildDictionary(examples, {
    weighing: recipe.weighing,
    leastTexts: leastTextsOf(examples.length),
    most: Math.floor(mostNumbers / Math.max(width, units)),
  })
  const lessons = lessonsOf(examples, { labels, read: createReader(dictionary), features: dictionary.hashes.length })

  const isLarge = dictionary.hashes.length > mostOfBytes
  const plan = { chance, between }
  const linear = (): LinearMember => {
    const withPasses = { ...plan, passes: passes.linear, costs: recipe.costs }
    const weights = learnLinear(withBias(lessons, bias.linear), labels.length, withPasses)
    const rows = toSparseRows(weights, { columns: labels.length, width, least: leastWeight })
    return { kind: 'linear', rows, bias: bias.linear }
  }
  const hidden = (): HiddenMember => {
    const withUnits = { ...plan, passes: passes.hidden, units }
    const { first, second } = learnHidden(withBias(lessons, bias.hidden), labels.length, withUnits)
    return {
      kind: 'hidden',
      first: toScaledRows(first, { columns: units, width: units }, isLarge ? ofHalfByte : ofByte),
      second: withoutPadding(second, { columns: labels.length, width }),
      bias: bias.hidden,
    }
  }
  const members = recipe.kinds.map((kind) => (kind === 'linear' ? linear() : hidden()))
  return { labels, dictionary, members }
}

export type Reading = { labels: string[]; read: ReturnType<typeof createReader>; features: number }

/** Every text ends with the bias, whose row comes after the features. */
export function lessonsOf(examples: readonly LabelledFeatures[], { labels, read, features }: Reading): Lessons {
  const numbers = new Map(labels.map((label, number) => [label, number]))
  const vectors = examples.map((example) => read(example.features))
  const starts = new Int32Array(vectors.length + 1)
  for (const [text, { rows }] of vectors.entries()) starts[text + 1] = starts[text]! + rows.length + 1
  const rows = new Int32Array(starts[vectors.length]!)
  const values = new Float32Array(rows.length)
  for (const [text, vector] of vectors.entries()) {
    rows.set(vector.rows, starts[text]!)
    values.set(vector.values, starts[text]!)
    rows[starts[text + 1]! - 1] = features
  }
  const labelNumbers = Int32Array.from(examples, ({ label }) => numbers.get(label)!)
  return { starts, rows, values, labels: labelNumbers, features: features + 1 }
}

export function withBias(lessons: Lessons, value: number): Lessons {
  for (let text = 1; text < lessons.starts.length; text++) lessons.values[lessons.starts[text]! - 1] = value
  return lessons
}

function withoutPadding(weights: Float32Array, { columns, width }: { columns: number; width: number }): Float32Array {
  const rows = weights.length / width
  const kept = new Float32Array(rows * columns)
  for (let row = 0; row < rows; row++) kept.set(weights.subarray(row * width, row * width + columns), row * columns)
  return kept
}
