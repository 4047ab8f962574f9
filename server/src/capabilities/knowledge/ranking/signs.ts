/**
 * What speaks for a passage beside the words that the index counted: cheap signs, each 0–1, worked out for the few
 * passages that were found. Which of them count how much is learnt (`learn-ranking.ts`).
 */
import { rankingSigns } from '@lingxi/contract/trying'
import type { Passage } from '../passages.ts'
import type { Reading } from './passage-reading.ts'

/** Shown to those who try a question under the same names. */
export const signNames = rankingSigns
export type SignName = (typeof signNames)[number]
export type Signs = Record<SignName, number>

export type Asked = {
  /** Terms of the question with what each says: its weight times its rarity. */
  weights: Map<string, number>
  mass: number
  /** The terms in the order they were asked. */
  sequence: string[]
  kind: 'number' | 'moment' | 'other'
}
export type Candidate = { passage: Passage; score: number }
export type Outside = { best: number; related: number; success: number }

const averageUnit = 24
const saturation = 1.2

export function signsOf(
  asked: Asked,
  { score, reading }: { score: number; reading: Reading },
  outside: Outside,
): Signs {
  const best = bestUnit(asked, reading)
  return {
    lexical: score / outside.best,
    covered: share(asked, (term) => reading.units.some(({ terms }) => terms.has(term)) || holdsInTitle(reading, term)),
    sentence: best.value,
    order: best.order,
    wording: Math.max(0, ...reading.wordings.map((terms) => alike(asked, terms))),
    exact: reading.wordings.some((terms) => isSame(asked, terms)) ? 1 : 0,
    sought: sought(asked.kind, best.text),
    related: outside.related,
    success: outside.success,
  }
}

const holdsInTitle = ({ wordings, heading }: Reading, term: string) =>
  heading.has(term) || wordings.some((terms) => terms.has(term))

function share({ weights, mass }: Asked, holds: (term: string) => boolean): number {
  if (mass === 0) return 0
  let held = 0
  for (const [term, weight] of weights) if (holds(term)) held += weight
  return held / mass
}

/** The unit that says most of what is asked, the shorter one before the longer (BM25's length normalisation). */
function bestUnit(asked: Asked, { units }: Reading) {
  let best = { value: 0, order: 0, text: '' }
  for (const { terms, sequence, text } of units) {
    const stretch = (0.6 + (0.4 * terms.size) / averageUnit) * saturation
    const value = (share(asked, (term) => terms.has(term)) * (1 + saturation)) / (1 + stretch)
    if (value > best.value) best = { value, order: orderShared(asked, sequence), text }
  }
  return { ...best, value: Math.min(1, best.value) }
}

/** A word may stand so many terms after the one before it. */
const near = 4

/**
 * Proximity: which share of the neighbours in the question stand near each other in the sentence as well, in the same order,
 * wherever in it they do.
 */
function orderShared({ sequence, weights }: Asked, said: string[]): number {
  const telling = sequence.filter((term) => (weights.get(term) ?? 0) > 0.2)
  if (telling.length < 2) return 0
  const isNear = (first: string, second: string) =>
    said.some((term, place) => term === first && said.slice(place + 1, place + 1 + near).includes(second))
  let kept = 0
  for (let place = 1; place < telling.length; place++) if (isNear(telling[place - 1]!, telling[place]!)) kept++
  return kept / (telling.length - 1)
}

/** How alike the question and a wording are, seen from both sides (the harmonic mean of what each covers of the other). */
function alike(asked: Asked, terms: Set<string>): number {
  if (terms.size === 0) return 0
  const covered = share(asked, (term) => terms.has(term))
  let shared = 0
  for (const term of terms) if (asked.weights.has(term)) shared++
  const reverse = shared / terms.size
  return covered + reverse === 0 ? 0 : (2 * covered * reverse) / (covered + reverse)
}

const isSame = (asked: Asked, terms: Set<string>) =>
  terms.size > 0 && terms.size === asked.weights.size && [...terms].every((term) => asked.weights.has(term))

/** Who asks how many wants a number; who asks when, a moment. */
function sought(kind: Asked['kind'], text: string): number {
  if (kind === 'number')
    return /\d|[一二两三四五六七八九十百千万]|\b(one|two|three|four|five|six|seven|eight|nine|ten|hundred|thousand|million|half)\b/i.test(
      text,
    )
      ? 1
      : 0
  if (kind === 'moment') return moment.test(text) ? 1 : 0
  return 0
}
const moment =
  /\b(1\d{3}|20\d{2})\b|\d\s*[年月日点时]|\d+:\d\d|\b(january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|century|day|days|week|month|year)\b|世纪|周[一二三四五六日]/i
