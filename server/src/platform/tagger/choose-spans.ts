/**
 * Which spans to say, given how probable each is. The likeliest sequence of labels is not what finds most: a span counts
 * if it is exactly right, so of the spans that do not overlap those are chosen whose probabilities, each less a
 * threshold, add up to most. To maximise F1 one says what is more probable than half the F1 that can be reached (Lewis,
 * "Evaluating and Optimizing Autonomous Text Classification Systems", SIGIR 1995).
 */
import type { Chain } from './chain.ts'
import { type LabelScheme, parts, type UnitSpan } from './labels.ts'

export type ProbableSpan = UnitSpan & { probability: number }

const threshold = 0.37

/** The spans that could be chosen: what is improbable in one of its units cannot be more probable as a whole. After `chain.sum`. `atUnits` are the probabilities of labels at units. */
export function probableSpans(
  { labels, types }: LabelScheme,
  chain: Chain,
  { count, atUnits }: { count: number; atUnits: Float64Array },
): ProbableSpan[] {
  const spans: ProbableSpan[] = []
  const at = (place: number, label: number) => atUnits[place * labels + label]!
  const add = (span: UnitSpan, probability: number) => {
    if (probability > threshold) spans.push({ ...span, probability: Math.min(1, probability) })
  }
  function addLonger(first: number, type: number): void {
    const base = 1 + 4 * type
    const path = [base + parts.begin]
    for (let last = first + 1; last < count; last++) {
      if (at(last, base + parts.end) > threshold)
        add({ first, last, type }, chain.pathProbability(count, first, [...path, base + parts.end]))
      if (at(last, base + parts.inside) <= threshold) break
      path.push(base + parts.inside)
    }
  }
  for (let type = 0; type < types.length; type++) {
    const base = 1 + 4 * type
    for (let first = 0; first < count; first++) {
      add({ first, last: first, type }, at(first, base + parts.single))
      if (at(first, base + parts.begin) > threshold) addLonger(first, type)
    }
  }
  return spans
}

/** The choice that is worth most, in the order of the text: dynamic programming over where spans end. */
export function chooseSpans(spans: readonly ProbableSpan[], count: number): ProbableSpan[] {
  const worth = new Float64Array(count + 1)
  const taken: (ProbableSpan | undefined)[] = Array.from({ length: count + 1 })
  const inOrder = [...spans].sort((one, other) => one.last - other.last)
  let next = 0
  for (let end = 1; end <= count; end++) {
    worth[end] = worth[end - 1]!
    for (; next < inOrder.length && inOrder[next]!.last === end - 1; next++) {
      const span = inOrder[next]!
      const value = worth[span.first]! + span.probability - threshold
      if (value <= worth[end]!) continue
      worth[end] = value
      taken[end] = span
    }
  }
  const chosen: ProbableSpan[] = []
  for (let end = count; end > 0; ) {
    const span = taken[end]
    if (span) chosen.push(span)
    end = span ? span.first : end - 1
  }
  return chosen.reverse()
}
