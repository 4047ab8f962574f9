/**
 * A network of one hidden layer between features and labels: rectified units, softmax, cross-entropy with smoothed labels,
 * stochastic gradient descent whose step falls to nothing. At every step some features and some units are left out at
 * random (Srivastava et al., "Dropout", JMLR 2014): that is what lets it say more than the linear learner beside it.
 */
import type { Lessons, LearnPlan } from './learn-linear.ts'
import { createWorkbench, type Floats, paddedWidth, type RowSum } from './weighted-rows.ts'

export type HiddenPlan = LearnPlan & { units: number }
export type HiddenWeights = { first: Float32Array; second: Float32Array }

const firstStep = 0.3
/** The second layer learns slower: each of its weights is moved by every text. */
const secondShare = 0.1
const droppedFeatures = 0.3
const droppedUnits = 0.25
const smoothing = 0.05
const spreadOfFirst = 0.5

/** `first`: a row a feature, `units` columns (a multiple of 8); `second`: a row a unit, `paddedWidth(labelCount)` columns. */
export function learnHidden(lessons: Lessons, labelCount: number, plan: HiddenPlan): HiddenWeights {
  const { chance, passes, between, units } = plan
  const { starts, labels, features } = lessons
  const width = paddedWidth(labelCount)
  const longest = labels.reduce((most, _, text) => Math.max(most, starts[text + 1]! - starts[text]!), 1)
  const bench = createWorkbench((features * units + 2 * units * width + 2 * longest + 8 * (units + width)) * 4 + 4_096)
  const first = bench.floats(features * units)
  const second = bench.floats(units * width)
  /** The second layer once more, a row a label: for the way back. */
  const turned = bench.floats(width * units)
  const heard: RowSum = { rows: bench.places(longest), values: bench.floats(longest), from: 0, count: 0 }
  const awake: RowSum = { rows: bench.places(units), values: bench.floats(units), from: 0, count: 0 }
  const hidden = bench.floats(units)
  const scores = bench.floats(width)
  const back = bench.floats(units)
  const towards = new Float32Array(units)
  const everyLabel: RowSum = { rows: bench.places(width), values: bench.floats(width), from: 0, count: labelCount }
  for (let label = 0; label < width; label++) everyLabel.rows.view[label] = label

  for (let place = 0; place < first.view.length; place++) first.view[place] = (chance.next() - 0.5) * 2 * spreadOfFirst
  for (let unit = 0; unit < units; unit++)
    for (let label = 0; label < labelCount; label++) {
      const weight = normal() * Math.sqrt(2 / units)
      second.view[unit * width + label] = weight
      turned.view[label * units + unit] = weight
    }
  function normal(): number {
    return Math.sqrt(-2 * Math.log(1 - chance.next())) * Math.cos(2 * Math.PI * chance.next())
  }

  /** Some of the text's features; its bias always. */
  function hear(text: number): void {
    const bias = starts[text + 1]! - 1
    let count = 0
    for (let place = starts[text]!; place <= bias; place++) {
      if (place < bias && chance.next() < droppedFeatures) continue
      heard.rows.view[count] = lessons.rows[place]!
      heard.values.view[count++] = lessons.values[place]! / (place < bias ? 1 - droppedFeatures : 1)
    }
    heard.count = count
  }

  function wake(): void {
    let count = 0
    for (let unit = 0; unit < units; unit++) {
      if (hidden.view[unit]! <= 0 || chance.next() < droppedUnits) continue
      awake.rows.view[count] = unit
      awake.values.view[count++] = hidden.view[unit]! / (1 - droppedUnits)
    }
    awake.count = count
  }

  /** What each label's score should become more of. */
  function missOf(own: number): void {
    const miss = everyLabel.values.view
    toProbabilities(scores, miss, labelCount)
    for (let label = 0; label < labelCount; label++) miss[label] = smoothing / labelCount - miss[label]!
    miss[own]! += 1 - smoothing
  }

  function learnFrom(text: number, step: number): void {
    hear(text)
    bench.sum(first, heard, hidden)
    wake()
    bench.sum(second, awake, scores)
    missOf(labels[text]!)
    bench.sum(turned, everyLabel, back)
    hidden.view.fill(0)
    towards.fill(0)
    for (let place = 0; place < awake.count; place++) {
      const unit = awake.rows.view[place]!
      hidden.view[unit] = awake.values.view[place]!
      towards[unit] = (back.view[unit]! / (1 - droppedUnits)) * step
    }
    for (let label = 0; label < labelCount; label++) {
      everyLabel.values.view[label]! *= step * secondShare
      scores.view[label] = everyLabel.values.view[label]!
    }
    bench.spread(second, awake, scores)
    bench.spread(turned, everyLabel, hidden)
    back.view.set(towards)
    bench.spread(first, heard, back)
  }

  const order = Int32Array.from(labels, (_, text) => text)
  let taken = 0
  for (let pass = 0; pass < passes; pass++) {
    between()
    chance.shuffle(order)
    for (const text of order) learnFrom(text, firstStep * (1 - taken++ / (passes * order.length)))
  }
  return { first: first.view, second: second.view }
}

function toProbabilities(scores: Floats, into: Float32Array, count: number): void {
  let most = -Infinity
  for (let label = 0; label < count; label++) most = Math.max(most, scores.view[label]!)
  let sum = 0
  for (let label = 0; label < count; label++) sum += into[label] = Math.exp(scores.view[label]! - most)
  for (let label = 0; label < count; label++) into[label]! /= sum
}
