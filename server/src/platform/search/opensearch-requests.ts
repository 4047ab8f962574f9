/** What is asked of OpenSearch: the shape of the index, the search by words, the search by meaning. Pure. */
import { fields, fusion, ranking, type SearchDocument, type SearchQuery } from './search.ts'
import type { Tokens } from './tokens.ts'

/** Beyond every date that JavaScript knows. */
const always = 8_640_000_000_000_000

/** Our terms are words already: they are taken between white space as they are, and weighed field by field. */
export const indexBody = {
  settings: {
    index: {
      knn: true,
      similarity: Object.fromEntries(
        fields.map((field) => [
          field,
          { type: 'BM25', k1: ranking.saturation, b: ranking[field].normalisation, discount_overlaps: false },
        ]),
      ),
    },
    analysis: {
      analyzer: { terms: { type: 'custom', tokenizer: 'terms' } },
      tokenizer: { terms: { type: 'whitespace', max_token_length: 1_000 } },
    },
  },
  mappings: {
    dynamic: 'strict',
    properties: {
      id: { type: 'keyword' },
      ...Object.fromEntries(fields.map((field) => [field, { type: 'text', analyzer: 'terms', similarity: field }])),
      language: { type: 'keyword' },
      readers: { type: 'keyword' },
      labels: { type: 'keyword' },
      valid_from: { type: 'long' },
      valid_until: { type: 'long' },
    },
  },
}

/** The vectors' length is known when the first one comes. */
export const vectorMapping = (dimension: number) => ({
  properties: {
    vector: {
      type: 'knn_vector',
      dimension,
      method: { name: 'hnsw', engine: 'lucene', space_type: 'cosinesimil' },
    },
  },
})

export function toSource(document: SearchDocument, tokens: Tokens) {
  const { id, language, readers, labels, from, until, vector } = document
  const streams = Object.fromEntries(fields.map((field) => [field, tokens.terms(document[field]).join(' ')]))
  const kept = { id, language, readers, labels, valid_from: from ?? -always, valid_until: until ?? always }
  return { ...kept, ...streams, ...(vector && { vector: [...vector] }) }
}

/** A document has the term in one of its fields. */
const holds = (term: string) => ({ bool: { should: fields.map((field) => ({ term: { [field]: term } })) } })

/** Filter clauses: they hold inside the engine, in the search by words and in the search by meaning. */
export function filtersOf({ at, language, readers, labels = [], mustHold = [] }: SearchQuery): object[] {
  return [
    ...(readers === 'everyone' ? [] : [{ terms: { readers } }]),
    ...labels.map((label) => ({ term: { labels: label } })),
    ...mustHold.map(holds),
    ...(language === undefined ? [] : [{ term: { language } }]),
    ...(at === undefined ? [] : [{ range: { valid_from: { lte: at } } }, { range: { valid_until: { gt: at } } }]),
  ]
}

const depthOf = ({ limit }: SearchQuery) => Math.max(limit, fusion.depth)
const boosted = fields.map((field) => `${field}^${ranking[field].weight}`)

/** `cross_fields` reads the fields as one, which comes nearest to BM25F of what every version of OpenSearch knows. */
export const wordsBody = (query: SearchQuery, asked: readonly (readonly [term: string, weight: number])[]) => ({
  size: query.vector ? depthOf(query) : query.limit,
  query: {
    bool: {
      filter: filtersOf(query),
      should: asked.map(([term, boost]) => ({
        multi_match: { query: term, type: 'cross_fields', fields: boosted, tie_breaker: 1, analyzer: 'terms', boost },
      })),
      minimum_should_match: 1,
    },
  },
  sort: [{ _score: 'desc' }, { id: 'asc' }],
  track_scores: true,
  _source: fields,
})

export const meaningBody = (query: SearchQuery, vector: Float32Array) => ({
  size: depthOf(query),
  query: {
    knn: { vector: { vector: [...vector], k: depthOf(query), filter: { bool: { filter: filtersOf(query) } } } },
  },
  _source: false,
})

/** How many documents hold each term, in any field. */
export const holdingBody = (terms: readonly string[]) => ({
  size: 0,
  track_total_hits: true,
  aggs: Object.fromEntries(terms.map((term, place) => [`t${place}`, { filter: holds(term) }])),
})

export const similarBody = (term: string) => ({
  size: 0,
  suggest: Object.fromEntries(
    fields.map((field) => [
      field,
      {
        text: term,
        term: { field, suggest_mode: 'missing', max_edits: 1, prefix_length: 0, size: 5, analyzer: 'terms' },
      },
    ]),
  ),
})
