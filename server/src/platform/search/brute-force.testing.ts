/** BM25F worked out from the definition for every document, with no index: slow, and easy to see right. */
import {
  fields,
  firstTerms,
  fusion,
  inverseFrequency,
  ranking,
  type SearchDocument,
  type SearchQuery,
  termsOfQuery,
} from './search.ts'
import type { Tokens } from './tokens.ts'

export function rankByBruteForce(tokens: Tokens, documents: SearchDocument[], query: SearchQuery) {
  const counted = documents.map((document) => ({
    document,
    terms: fields.map((field) => tokens.terms(document[field])),
  }))
  const averages = fields.map((_, place) => {
    const total = counted.reduce((sum, { terms }) => sum + terms[place]!.length, 0)
    return total / documents.length
  })
  const holding = (term: string) => counted.filter(({ terms }) => terms.some((each) => each.includes(term))).length
  const present = [...termsOfQuery(tokens, query)]
    .map(([term, weight]) => ({ term, weight: weight * inverseFrequency(documents.length, holding(term)) }))
    .filter(({ term }) => holding(term) > 0)
    .sort((one, other) => other.weight - one.weight || (one.term < other.term ? -1 : 1))
  const weighed = firstTerms(present, ranking.longestQuery, query)
  const held = (terms: string[][]) => (query.mustHold ?? []).every((term) => terms.flat().includes(term))

  const scoreBy = (asked: typeof weighed, terms: string[][]) =>
    asked.reduce((sum, { term, weight }) => {
      const mass = fields.reduce((total, field, place) => {
        const frequency = terms[place]!.filter((each) => each === term).length
        if (frequency === 0) return total
        const { weight: boost, normalisation } = ranking[field]
        const stretch = 1 - normalisation + (normalisation * terms[place]!.length) / averages[place]!
        return total + (boost * frequency) / stretch
      }, 0)
      return sum + (weight * mass) / (ranking.saturation + mass)
    }, 0)

  const rank = (asked: typeof weighed, among: typeof counted, limit: number) =>
    among
      .filter(({ document, terms }) => isAdmitted(document, query) && held(terms))
      .map(({ document, terms }) => ({ id: document.id, score: scoreBy(asked, terms) }))
      .filter(({ score }) => score > 0)
      .sort(byScore)
      .slice(0, limit)
  if (weighed.length <= ranking.exactTerms) return rank(weighed, counted, query.limit)
  const candidates = rank(
    firstTerms(weighed, ranking.exactTerms, query),
    counted,
    Math.max(query.limit, ranking.candidates),
  ).map(({ id }) => id)
  return rank(
    weighed,
    counted.filter(({ document }) => candidates.includes(document.id)),
    query.limit,
  )
}

type Scored = { id: string; score: number }
const byScore = (one: Scored, other: Scored) => other.score - one.score || (one.id < other.id ? -1 : 1)

function isAdmitted(document: SearchDocument, { readers, labels = [], language, at }: SearchQuery): boolean {
  if (readers !== 'everyone' && !document.readers.some((each) => readers.includes(each))) return false
  if (!labels.every((label) => document.labels.includes(label))) return false
  if (language !== undefined && document.language !== language) return false
  return at === undefined || ((document.from ?? -Infinity) <= at && at < (document.until ?? Infinity))
}

type Meant = SearchQuery & { vector: Float32Array }
/** Both rankings, each from the definition, and their reciprocal rank fusion. */
export function fuseByBruteForce(tokens: Tokens, documents: SearchDocument[], query: Meant): Scored[] {
  const depth = Math.max(query.limit, fusion.depth)
  const near = documents
    .filter((document) => document.vector && isAdmitted(document, query))
    .map(({ id, vector }) => ({ id, score: cosine(vector!, query.vector) }))
    .filter(({ score }) => score > 0)
    .sort(byScore)
    .slice(0, depth)
  const fused = new Map<string, number>()
  for (const ranked of [rankByBruteForce(tokens, documents, { ...query, limit: depth }), near])
    ranked.forEach(({ id }, rank) => fused.set(id, (fused.get(id) ?? 0) + 1 / (fusion.constant + rank + 1)))
  return [...fused]
    .map(([id, score]) => ({ id, score }))
    .sort(byScore)
    .slice(0, query.limit)
}

export function cosine(one: Float32Array, other: Float32Array): number {
  const product = one.reduce((sum, value, place) => sum + value * other[place]!, 0)
  return product / (Math.hypot(...one) * Math.hypot(...other))
}
