/**
 * BM25F over a handful of candidates that another engine found (Robertson, Zaragoza and Taylor, CIKM 2004): the same scores
 * as every engine's, from statistics that are kept here. It reads candidates, never the whole base.
 */
import {
  type Field,
  fields,
  firstTerms,
  type IndexHit,
  type IndexMatch,
  inverseFrequency,
  ranking,
  type SearchQuery,
} from './search.ts'
import { isOneSlip } from './memory/slips.ts'

/** The terms of a document, one list a field. */
export type FieldTerms = readonly (readonly string[])[]
export type AskedTerm = { term: string; weight: number }

export function createStatistics() {
  const holding = new Map<string, number>()
  const lengths = fields.map(() => 0)
  let documents = 0

  function count(terms: FieldTerms, step: 1 | -1): void {
    documents += step
    terms.forEach((some, place) => (lengths[place]! += step * some.length))
    for (const term of new Set(terms.flat())) {
      const next = (holding.get(term) ?? 0) + step
      if (next > 0) holding.set(term, next)
      else holding.delete(term)
    }
  }

  const idf = (term: string) => inverseFrequency(documents, holding.get(term) ?? 0)

  /** What each field of a document adds for a term before saturation. */
  function partsOf(term: string, terms: FieldTerms): number[] {
    return fields.map((field, place) => {
      const frequency = terms[place]!.filter((each) => each === term).length
      if (frequency === 0) return 0
      const { weight, normalisation } = ranking[field]
      const stretch = 1 - normalisation + (normalisation * terms[place]!.length) / (lengths[place]! / documents)
      return (weight * frequency) / stretch
    })
  }

  function matchesOf({ term, weight }: AskedTerm, terms: FieldTerms): IndexMatch[] {
    const parts = partsOf(term, terms)
    const mass = parts.reduce((sum, part) => sum + part, 0)
    const score = (weight * mass) / (ranking.saturation + mass)
    const found = (field: Field, place: number) => ({ term, field, score: (score * parts[place]!) / mass })
    return fields.flatMap((field, place) => (parts[place]! > 0 ? [found(field, place)] : []))
  }

  return {
    add: (terms: FieldTerms) => count(terms, 1),
    remove: (terms: FieldTerms) => count(terms, -1),
    documents: () => documents,
    /** The most telling terms that occur at all, weighed by how rare they are; in one order for every engine. */
    choose(asked: ReadonlyMap<string, number>, query: Pick<SearchQuery, 'mustHold'> = {}): AskedTerm[] {
      const present = [...asked].filter(([term]) => holding.has(term))
      const weighed = present.map(([term, weight]) => ({ term, weight: weight * idf(term) }))
      weighed.sort((one, other) => other.weight - one.weight || (one.term < other.term ? -1 : 1))
      return firstTerms(weighed, ranking.longestQuery, query)
    },
    /** One candidate, scored and explained. */
    score(id: string, terms: FieldTerms, asked: readonly AskedTerm[]): IndexHit {
      const matches = asked.flatMap((each) => matchesOf(each, terms)).sort((one, other) => other.score - one.score)
      return { id, score: matches.reduce((sum, { score }) => sum + score, 0), matches }
    },
    rarity(term: string): number {
      return documents === 0 ? 1 : idf(term) / inverseFrequency(documents, 0)
    },
    similar(term: string): string[] {
      if (holding.has(term) || !/^[a-z]{5,20}$/.test(term)) return []
      return holding
        .keys()
        .filter((known) => isOneSlip(term, known))
        .take(5)
        .toArray()
    },
  }
}
export type Statistics = ReturnType<typeof createStatistics>

export const byScore = (one: IndexHit, other: IndexHit) => other.score - one.score || (one.id < other.id ? -1 : 1)
