/**
 * Learns the weights of a conditional random field: gradient steps text by text with a step size for each weight
 * (Duchi, Hazan and Singer, "Adaptive Subgradient Methods", JMLR 2011), L2, signs left out at random so that the telling
 * ones do not keep the others from learning (Sutton, Sindelar and McCallum, "Reducing Weight Undertraining in Structured
 * Discriminative Learning", HLT 2006), weights averaged over the steps (Polyak and Juditsky 1992).
 */
import { createChain } from './chain.ts'
import type { LabelScheme } from './labels.ts'
import { type LabelledText, pairsOf, scoreUnits, type Weights } from './weights.ts'

export type Regimen = {
  epochs: number
  /** The size of the first steps. */
  rate: number
  /** The strength of L2. */
  ridge: number
  /** The share of signs left out, 0–1. */
  leaveOut: number
}
export type Lesson = {
  texts: readonly LabelledText[]
  scheme: LabelScheme
  signs: number
  regimen: Regimen
  chance: () => number
  /** Told now and then which share is done, 0–1; `true` ends learning. */
  isEnough: (done: number) => boolean
}

const stepFloor = 1e-2
const tooSmall = 1e-4
const textsBetweenReports = 100

/** Weights with what AdaGrad remembers of each, and the sum that makes the average. */
function createSteps(size: number, rate: number) {
  const value = new Float32Array(size)
  const squares = new Float32Array(size)
  const drift = new Float32Array(size)
  return {
    value,
    move(at: number, gradient: number, tick: number): void {
      if (gradient < tooSmall && gradient > -tooSmall) return
      const change = (rate * gradient) / Math.sqrt((squares[at]! += gradient * gradient) + stepFloor)
      value[at]! -= change
      drift[at]! -= change * tick
    },
    average: (ticks: number) => value.map((last, at) => last - drift[at]! / Math.max(1, ticks)),
    forget: () => void drift.fill(0),
  }
}

export function learnWeights({ texts, scheme, signs, regimen, chance, isEnough }: Lesson): Weights {
  const { labels, from } = scheme
  const { epochs, rate, ridge, leaveOut } = regimen
  const { rows, label } = pairsOf(texts, { signs, labels })
  const learnt = createSteps(label.length, rate)
  const stepWeights = createSteps(from.length, rate)
  const startWeights = createSteps(labels, rate)
  const longest = texts.reduce((most, { count }) => Math.max(most, count), 1)
  const units = new Float64Array(longest * labels)
  const steps = new Float64Array(from.length)
  const starts = new Float64Array(labels)
  const atUnits = new Float64Array(longest * labels)
  const ofSteps = new Float64Array(from.length)
  const chain = createChain(scheme)
  const order = Int32Array.from(texts, (_, at) => at)
  const kept = createThinning(texts, longest)
  const occurrences = new Float32Array(signs)
  for (const text of texts) for (const sign of text.signs) occurrences[sign]!++
  const stepCount = texts.reduce((sum, { count }) => sum + count, 1)
  let tick = 0

  function learnFrom(text: LabelledText): void {
    const { count, labels: gold } = text
    const thinned = kept.thin(text, leaveOut, chance)
    scoreUnits(thinned, { rows, label, weight: learnt.value }, { into: units, labels })
    steps.set(stepWeights.value)
    starts.set(startWeights.value)
    chain.sum({ count, units, steps, starts })
    chain.marginals(count, atUnits, ofSteps)
    for (let place = 0; place < count; place++) {
      atUnits[place * labels + gold[place]!]! -= 1
      if (place > 0) ofSteps[chain.stepOf(gold[place - 1]!, gold[place]!)]! -= 1
    }
    tick++
    moveSigns(thinned)
    for (let step = 0; step < ofSteps.length; step++)
      stepWeights.move(step, ofSteps[step]! + (ridge / stepCount) * stepWeights.value[step]!, tick)
    for (let y = 0; y < labels; y++) startWeights.move(y, atUnits[y]!, tick)
  }

  function moveSigns({ count, begins, signs: ofText }: ReturnType<typeof kept.thin>): void {
    for (let place = 0; place < count; place++) {
      const base = place * labels
      for (let at = begins[place]!; at < begins[place + 1]!; at++) {
        const row = ofText[at]!
        const shrink = ridge / occurrences[row]!
        for (let pair = rows[row]!; pair < rows[row + 1]!; pair++)
          learnt.move(pair, atUnits[base + label[pair]!]! + shrink * learnt.value[pair]!, tick)
      }
    }
  }

  const average = (): Weights => ({
    rows,
    label,
    weight: learnt.average(tick),
    steps: Float64Array.from(stepWeights.average(tick)),
    starts: Float64Array.from(startWeights.average(tick)),
  })
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, chance)
    // The first steps are far off; the average is of what comes later.
    if (epoch === Math.floor(epochs / 3)) {
      tick = 0
      for (const part of [learnt, stepWeights, startWeights]) part.forget()
    }
    for (const [at, number] of order.entries()) {
      if (texts[number]!.count > 0) learnFrom(texts[number]!)
      if (at % textsBetweenReports === 0 && isEnough((epoch + at / order.length) / epochs)) return average()
    }
  }
  return average()
}

/** Leaves signs out of a text at random, in room that is used again. */
function createThinning(texts: readonly LabelledText[], longest: number) {
  const signs = new Int32Array(texts.reduce((most, text) => Math.max(most, text.signs.length), 0))
  const begins = new Int32Array(longest + 1)
  return {
    thin(text: LabelledText, share: number, chance: () => number) {
      let end = 0
      for (let place = 0; place < text.count; place++) {
        begins[place] = end
        for (let at = text.begins[place]!; at < text.begins[place + 1]!; at++)
          if (share === 0 || chance() >= share) signs[end++] = text.signs[at]!
      }
      begins[text.count] = end
      return { count: text.count, begins, signs }
    },
  }
}

function shuffle(order: Int32Array, chance: () => number): void {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(chance() * (at + 1))
    const value = order[at]!
    order[at] = order[other]!
    order[other] = value
  }
}
