/**
 * Duplicates: two articles that ask nearly the same, or of which one holds most of the other's text. Texts are held
 * against each other by their shingles (Broder, "On the resemblance and containment of documents", 1997).
 */
import type { FindingSpot, Spot } from '@lingxi/contract/learning'
import type { Read } from './comparing.ts'

/** How much of the shorter text stands in the longer, from which on it is a copy; and the least that is worth a word. */
const copied = 0.75
const leastShingles = 24
/** Alike questions are duplicates where their answers do not differ altogether. */
const alikeQuestion = 0.92
const alikeAnswer = 0.3
const shingleLength = { zh: 4, en: 12 }

export type Duplicate = FindingSpot & { strength: 'high' | 'medium' }
type Question = { likeness: number; one: string; other: string }

export function duplicateOf(one: Read, other: Read, question: Question): Duplicate | undefined {
  if (one.article.language !== other.article.language || differ(one, other)) return undefined
  const held = containment(one, other)
  if (held.share >= copied && held.size >= leastShingles)
    return { ...both(one, other), reason: 'same-text', values: [], likeness: held.share, strength: 'high' }
  if (question.likeness < alikeQuestion || held.share < alikeAnswer) return undefined
  const spots = { one: askedAt(one, question.one), other: askedAt(other, question.other) }
  const likeness = Math.round(question.likeness * 100) / 100
  return { ...spots, reason: 'same-question', values: [], likeness, strength: 'medium' }
}

/** What is about another product is no copy, however alike the catalogue writes. */
const differ = ({ stated: one }: Read, { stated: other }: Read) =>
  one.codes.size > 0 && other.codes.size > 0 && one.codes.isDisjointFrom(other.codes)

function containment(one: Read, other: Read): { share: number; size: number } {
  const [small, large] =
    one.shingles.size <= other.shingles.size ? [one.shingles, other.shingles] : [other.shingles, one.shingles]
  const shared = small.intersection(large).size
  return { share: small.size === 0 ? 0 : Math.round((shared / small.size) * 100) / 100, size: small.size }
}

export function shinglesOf(text: string, language: 'zh' | 'en'): Set<string> {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
  const length = shingleLength[language]
  const shingles = new Set<string>()
  for (let place = 0; place + length <= plain.length; place++) shingles.add(plain.slice(place, place + length))
  return shingles
}

const longestQuote = 400
const both = (one: Read, other: Read) => ({ one: bodyOf(one), other: bodyOf(other) })

function bodyOf({ article: { id, body } }: Read): Spot {
  const quote = body.slice(0, longestQuote).toWellFormed()
  return { articleId: id, field: 'body', start: 0, end: quote.length, quote }
}

const askedAt = ({ article: { id, title } }: Read, text: string): Spot => ({
  articleId: id,
  field: text === title ? 'title' : 'alternative',
  start: 0,
  end: text.length,
  quote: text,
})
