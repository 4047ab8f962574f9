/**
 * How alike two short texts are: the cosine of their weighed terms, 0–1. Everyday words count little, words that mean the
 * same for a shop's customers count as one (concepts.ts), so that 退钱 and 退款 or "refund" and "money back" meet.
 */
import type { Tokens } from '#platform/search'
import { conceptOf, isConcept, joinPhrases } from './concepts.ts'

/** What a pair of neighbouring characters counts beside a word. */
const pairWeight = 0.4
/** A Chinese word that is no known concept may be cut wrongly: 退·货运·费. */
const wordWeight = (word: string) => (isConcept(conceptOf(word)) || !/\p{Script=Han}/u.test(word) ? 1 : 0.8)

export type Meant = ReadonlyMap<string, number>
export type Likeness = ReturnType<typeof createLikeness>

export function createLikeness({ tokens }: { tokens: Tokens }) {
  /** The terms of a text with their weights, of length one; empty for a text without words. */
  function meantBy(text: string): Meant {
    const weights = new Map<string, number>()
    const add = (term: string, weight: number) => weights.set(term, Math.max(weights.get(term) ?? 0, weight))
    const words = tokens.words(joinPhrases(text))
    for (const word of words) add(conceptOf(word), tokens.weightOf(word) * wordWeight(word))
    // Where a word is cut differently, its neighbouring characters still meet.
    const telling = words.filter((word) => !tokens.isFiller(word) && /\p{Script=Han}/u.test(word)).join('')
    for (let place = 0; place < telling.length - 1; place++) {
      const pair = telling.slice(place, place + 2)
      add(conceptOf(pair), isConcept(conceptOf(pair)) ? 1 : pairWeight)
    }
    return ofLengthOne(weights)
  }

  return {
    meantBy,
    /** The cosine of two texts. */
    between: (one: string, other: string) => cosine(meantBy(one), meantBy(other)),
  }
}

export function cosine(one: Meant, other: Meant): number {
  const [small, large] = one.size < other.size ? [one, other] : [other, one]
  let product = 0
  for (const [term, weight] of small) product += weight * (large.get(term) ?? 0)
  return Math.min(1, product)
}

export function ofLengthOne(weights: Meant): Meant {
  const length = Math.hypot(...weights.values())
  return length === 0 ? new Map() : new Map([...weights].map(([term, weight]) => [term, weight / length]))
}
