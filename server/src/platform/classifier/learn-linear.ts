/**
 * Linear support vector machines, one label against the rest, squared hinge loss, by dual coordinate descent (Hsieh et al.,
 * "A Dual Coordinate Descent Method for Large-scale Linear SVM", ICML 2008). All labels take their step at one example
 * together: their weights lie side by side, and the machine code multiplies eight of them at a time.
 */
import type { Chance } from './chance.ts'
import type { Costs } from './recipe.ts'
import { createWorkbench, paddedWidth } from './weighted-rows.ts'

/** Texts as vectors: those of text t stand from `starts[t]` to `starts[t + 1]`, the last of them being the bias. */
export type Lessons = {
  starts: Int32Array
  rows: Int32Array
  values: Float32Array
  labels: Int32Array
  features: number
}
/** `between` is asked before every pass; it throws to stop. */
export type LearnPlan = { chance: Chance; passes: number; between: () => void }

export type LinearPlan = LearnPlan & { costs: Costs }

/** The weights, a row a feature, `paddedWidth(labelCount)` columns. */
export function learnLinear(lessons: Lessons, labelCount: number, plan: LinearPlan): Float32Array {
  const { chance, passes, between, costs } = plan
  const { starts, labels, features } = lessons
  const width = paddedWidth(labelCount)
  const bench = createWorkbench((features * width + 2 * lessons.rows.length + 2 * width + 64) * 4)
  const weights = bench.floats(features * width)
  const rows = bench.places(lessons.rows.length)
  const values = bench.floats(lessons.rows.length)
  const scores = bench.floats(width)
  const steps = bench.floats(width)
  rows.view.set(lessons.rows)
  values.view.set(lessons.values)

  const duals = new Float32Array(labels.length * width)
  const order = Int32Array.from(labels, (_, text) => text)
  const slackOfOthers = 0.5 / costs.others
  const slacksOfOwn = slacksOf(labels, labelCount, costs)
  const lengths = Float32Array.from(labels, (_, text) => {
    let squares = 0
    for (let place = starts[text]!; place < starts[text + 1]!; place++) squares += values.view[place]! ** 2
    return squares
  })

  /** The steps of all labels at one text; whether there was any. */
  function stepAt(text: number): boolean {
    const own = labels[text]!
    const at = text * width
    const length = lengths[text]!
    let any = false
    for (let label = 0; label < labelCount; label++) {
      const sign = label === own ? 1 : -1
      const give = label === own ? slacksOfOwn[label]! : slackOfOthers
      const dual = duals[at + label]!
      const moved = Math.max(0, dual - (sign * scores.view[label]! - 1 + give * dual) / (length + give))
      duals[at + label] = moved
      steps.view[label] = (moved - dual) * sign
      any ||= moved !== dual
    }
    return any
  }

  for (let pass = 0; pass < passes; pass++) {
    between()
    chance.shuffle(order)
    for (const text of order) {
      const sum = { rows, values, from: starts[text]!, count: starts[text + 1]! - starts[text]! }
      bench.sum(weights, sum, scores)
      if (stepAt(text)) bench.spread(weights, sum, steps)
    }
  }
  return weights.view
}

/** Of every label how little an error at its own texts costs. */
function slacksOf(labels: Int32Array, labelCount: number, { others, own, rarity }: Costs): Float64Array {
  const counts = new Float64Array(labelCount)
  for (const label of labels) counts[label]!++
  return counts.map((count) => 0.5 / (others * own * ((labels.length - count + 1) / (count + 1)) ** rarity))
}
