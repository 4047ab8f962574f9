/** BM25F worked out from the definition for every document, with no index: slow, and easy to see right. */
import { fields, inverseFrequency, ranking, type SearchDocument, type SearchQuery, termsOfQuery } from './search.ts'
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
  const weighed = [...termsOfQuery(tokens, query)]
    .map(([term, weight]) => ({ term, weight: weight * inverseFrequency(documents.length, holding(term)) }))
    .filter(({ term }) => holding(term) > 0)
    .sort((one, other) => other.weight - one.weight || (one.term < other.term ? -1 : 1))
    .slice(0, ranking.longestQuery)

  const scoreOf = (terms: string[][]) =>
    weighed.reduce((sum, { term, weight }) => {
      const mass = fields.reduce((total, field, place) => {
        const frequency = terms[place]!.filter((each) => each === term).length
        if (frequency === 0) return total
        const { weight: boost, normalisation } = ranking[field]
        const stretch = 1 - normalisation + (normalisation * terms[place]!.length) / averages[place]!
        return total + (boost * frequency) / stretch
      }, 0)
      return sum + (weight * mass) / (ranking.saturation + mass)
    }, 0)

  return counted
    .filter(
      ({ document }) => query.readers === 'everyone' || document.readers.some((each) => query.readers.includes(each)),
    )
    .filter(({ document }) => (query.labels ?? []).every((label) => document.labels.includes(label)))
    .filter(({ document }) => query.language === undefined || document.language === query.language)
    .filter(({ document: { from, until } }) => {
      if (query.at === undefined) return true
      return (from ?? -Infinity) <= query.at && query.at < (until ?? Infinity)
    })
    .map(({ document, terms }) => ({ id: document.id, score: scoreOf(terms) }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1))
    .slice(0, query.limit)
}
