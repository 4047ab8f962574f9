/**
 * Sums over all ways through a linear chain of labels (Lafferty, McCallum and Pereira, "Conditional Random Fields",
 * ICML 2001; the scaling of Rabiner, "A Tutorial on Hidden Markov Models", 1989). Scores are logarithms; steps that the
 * scheme forbids do not exist. Room is taken once and grows with the longest text.
 */
import type { LabelScheme } from './labels.ts'

/** Scores of a text: `units[i * labels + y]`, `steps[number of the step]`, `starts[y]`. */
export type ChainScores = { count: number; units: Float64Array; steps: Float64Array; starts: Float64Array }

export type Chain = ReturnType<typeof createChain>

export function createChain({ labels, into, from, mayStart, mayEnd }: LabelScheme) {
  let room = 0
  let forward = new Float64Array(0)
  let backward = new Float64Array(0)
  let powers = new Float64Array(0)
  let scales = new Float64Array(0)
  const stepPowers = new Float64Array(from.length)

  function takeRoom(count: number): void {
    if (count <= room) return
    room = Math.max(count, 2 * room)
    forward = new Float64Array(room * labels)
    backward = new Float64Array(room * labels)
    powers = new Float64Array(room * labels)
    scales = new Float64Array(room)
  }

  /** Each unit's scores as powers, divided by the largest; the logarithm of what was divided by is returned. */
  function raise({ count, units, starts }: ChainScores): number {
    let lifted = 0
    for (let place = 0; place < count; place++) {
      const base = place * labels
      let most = -Infinity
      for (let y = 0; y < labels; y++) {
        const score = units[base + y]! + (place === 0 ? starts[y]! : 0)
        if (score > most) most = score
      }
      lifted += most
      for (let y = 0; y < labels; y++)
        powers[base + y] = Math.exp(Math.max(-600, units[base + y]! + (place === 0 ? starts[y]! : 0) - most))
    }
    return lifted
  }

  function settle(place: number, base: number): void {
    let sum = 0
    for (let y = 0; y < labels; y++) sum += forward[base + y]!
    // A sum that vanished for smallness: every label alike is better than no number at all.
    if (!(sum > 0)) {
      forward.fill(1 / labels, base, base + labels)
      sum = Number.MIN_VALUE
    } else {
      const scale = 1 / sum
      for (let y = 0; y < labels; y++) forward[base + y]! *= scale
    }
    scales[place] = sum
  }

  function sweepForward(count: number): void {
    for (let y = 0; y < labels; y++) forward[y] = mayStart[y] ? powers[y]! : 0
    settle(0, 0)
    for (let place = 1; place < count; place++) {
      const base = place * labels
      const before = base - labels
      for (let y = 0; y < labels; y++) {
        let sum = 0
        for (let step = into[y]!; step < into[y + 1]!; step++) sum += forward[before + from[step]!]! * stepPowers[step]!
        forward[base + y] = sum * powers[base + y]!
      }
      settle(place, base)
    }
  }

  function sweepBackward(count: number): void {
    const last = (count - 1) * labels
    for (let y = 0; y < labels; y++) backward[last + y] = mayEnd[y] ? 1 : 0
    for (let place = count - 1; place > 0; place--) {
      const base = place * labels
      const before = base - labels
      const scale = 1 / scales[place]!
      backward.fill(0, before, base)
      for (let y = 0; y < labels; y++) {
        const weight = backward[base + y]! * powers[base + y]! * scale
        if (weight === 0) continue
        for (let step = into[y]!; step < into[y + 1]!; step++)
          backward[before + from[step]!]! += weight * stepPowers[step]!
      }
    }
  }

  /** What ends in a label that may not end a text does not count. */
  const endMass = (count: number) => {
    let mass = 0
    for (let y = 0; y < labels; y++) if (mayEnd[y]) mass += forward[(count - 1) * labels + y]!
    return mass
  }

  function stepOf(previous: number, label: number): number {
    let step = into[label]!
    while (from[step] !== previous) step++
    return step
  }

  return {
    /** The number of an allowed step. */
    stepOf,

    /** Sums over all ways: afterwards `marginals` and `spanProbability` hold for this text. Returns the logarithm of the sum. */
    sum(scores: ChainScores): number {
      const { count, steps } = scores
      takeRoom(count)
      for (let step = 0; step < steps.length; step++) stepPowers[step] = Math.exp(steps[step]!)
      let total = raise(scores)
      sweepForward(count)
      sweepBackward(count)
      for (let place = 0; place < count; place++) total += Math.log(scales[place]!)
      return total + Math.log(endMass(count))
    },

    /** The probability of each label at each unit and, where it is asked for, of each step summed over the text. */
    marginals(count: number, atUnits: Float64Array, ofSteps?: Float64Array): void {
      const mass = 1 / endMass(count)
      for (let at = 0; at < count * labels; at++) atUnits[at] = forward[at]! * backward[at]! * mass
      if (!ofSteps) return
      ofSteps.fill(0)
      for (let place = 1; place < count; place++) {
        const base = place * labels
        const before = base - labels
        const scale = mass / scales[place]!
        for (let y = 0; y < labels; y++) {
          const weight = backward[base + y]! * powers[base + y]! * scale
          if (weight === 0) continue
          for (let step = into[y]!; step < into[y + 1]!; step++)
            ofSteps[step]! += forward[before + from[step]!]! * stepPowers[step]! * weight
        }
      }
    },

    /** The probability that exactly these labels stand at `first … first + path.length - 1`, whatever stands around. */
    pathProbability(count: number, first: number, path: ArrayLike<number>): number {
      let probability = forward[first * labels + path[0]!]!
      for (let at = 1; at < path.length; at++) {
        const step = stepOf(path[at - 1]!, path[at]!)
        probability *= (stepPowers[step]! * powers[(first + at) * labels + path[at]!]!) / scales[first + at]!
      }
      probability *= backward[(first + path.length - 1) * labels + path[path.length - 1]!]! / endMass(count)
      return Math.min(1, probability)
    },
  }
}
