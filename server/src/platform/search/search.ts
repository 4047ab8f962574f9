/**
 * A text index. Promises (search.contract.ts): what is upserted or removed is seen by the next search; a document outside
 * the asked language, moment, readers and labels is never returned; ranking is that of BM25F over our own tokens, the same for every engine,
 * and equal scores are ordered by id; every hit says which word in which field gave how much.
 * It is derived: whoever owns the documents can always build it again, and nothing is lost with it.
 */
import type { Tokens } from './tokens.ts'

export { simplify, type Tokens, type TokenWords, type WeighedTerm } from './tokens.ts'
export { isFiller } from './stop-words.ts'
export { isEnglish } from './english-words.ts'
export { syllablesOf } from './sounds.ts'
export { besidePhrases, type Phrases, phrasesIn, readPhrases, searchPhrases } from './phrases.ts'
export { applyCorrections, type Correction, createVocabulary, type Vocabulary } from './vocabulary.ts'

export const fields = ['title', 'heading', 'body'] as const
export type Field = (typeof fields)[number]

export type SearchDocument = {
  id: string
  title: string
  heading: string
  body: string
  language: string
  /** Who may find it: one of these has to be among the query's readers; none at all is nobody. */
  readers: readonly string[]
  /** What it can be filtered by, such as `category:returns`. */
  labels: readonly string[]
  /** Milliseconds since 1970: found from `from` (inclusive) until `until` (exclusive). */
  from?: number | null | undefined
  until?: number | null | undefined
  /** Where its meaning lies, of the same length in every document and query of an index. */
  vector?: Float32Array | undefined
}

export type SearchQuery = {
  text: string
  limit: number
  /** Only documents valid at this moment, in milliseconds since 1970. Absent: at any time. */
  at?: number | undefined
  language?: string | undefined
  /** The marks of who asks; nothing is found without one that the document names. `everyone` leaves no document out. */
  readers: readonly string[] | 'everyone'
  /** Only documents that bear all of these. */
  labels?: readonly string[] | undefined
  /** Only documents that hold all of these terms, in whichever field; such a query is ranked by its words alone. */
  mustHold?: readonly string[] | undefined
  /** What the text means, as the embedding model of the documents has it: both rankings are fused. */
  vector?: Float32Array | undefined
  /** Other words that count like words of the text, each with a weight of 0–1. */
  also?: { text: string; weight: number }[] | undefined
}

export type IndexMatch = { term: string; field: Field; score: number }
/**
 * `matches` are sorted by what they gave and add up to the score of the words: that is `score` itself, unless the query
 * has a vector. Then `score` is the reciprocal rank fusion of two rankings, by words and by meaning, and `similarity` the
 * cosine of a document that its meaning brought in.
 */
export type IndexHit = { id: string; score: number; matches: IndexMatch[]; similarity?: number | undefined }

export type SearchIndex = {
  /** Adds documents, or replaces those with the same id. */
  upsert(documents: SearchDocument[]): Promise<void>
  /** Removes documents; ids that are not there are no mistake. */
  remove(ids: string[]): Promise<void>
  /** At most `limit` hits, best first; any of the words is enough. See `ranking` for long texts. */
  search(query: SearchQuery): Promise<IndexHit[]>
  /** How telling each term is here: its inverse document frequency divided by the greatest possible one, 0–1. */
  rarity(terms: string[]): Promise<number[]>
  /** Words of the index that differ from an unknown Latin word of five letters or more by one slip of the finger. */
  similar(term: string): Promise<string[]>
  /** Which of these ids it holds. */
  has(ids: string[]): Promise<boolean[]>
  size(): Promise<number>
  /**
   * Keeps what is indexed beyond this process, with how far its owner had come in a log of its own. What was changed
   * before the call is kept; of later changes some may be: the owner applies everything after `reached` again.
   */
  save(reached: string): Promise<void>
  /** What `save` was told, of the state that this index began with or saved last; undefined: the owner fills it anew. */
  position(): Promise<string | undefined>
}

/**
 * An index for one tenant, over the tokens of its own words. With `accepts` it may begin with what was saved of this tenant,
 * if that says yes to what `save` was told; without, it is empty and for the moment.
 */
export type CreateIndex = (
  tokens: Tokens,
  tenantId: string,
  accepts?: (reached: string) => boolean,
) => SearchIndex | Promise<SearchIndex>

/** Weights and length normalisations of BM25F: a word in a title says more than one in a body. */
export const ranking = {
  saturation: 1.2,
  title: { weight: 2.2, normalisation: 0.4 },
  heading: { weight: 1.4, normalisation: 0.3 },
  body: { weight: 1, normalisation: 0.6 },
  /** The terms of a query that are searched for, the most telling first. */
  longestQuery: 64,
  /**
   * A query of more terms than this is ranked in two steps: its candidates are the best by so many of its most telling
   * terms, and they are scored by all. Up to this many, every document is in question.
   */
  exactTerms: 16,
  candidates: 200,
} as const

/**
 * How rankings by words and by meaning become one: each of the first `depth` of either gives 1 / (constant + its place).
 * Nearest is the greatest cosine; what is no nearer than a right angle is not near at all. Above 200,000 vectors an engine
 * may miss some of the nearest: of ten, at least 95 % are found.
 */
export const fusion = { constant: 60, depth: 50 } as const

/** The smoothed inverse document frequency of Lucene, never negative. */
export const inverseFrequency = (documents: number, holding: number) =>
  Math.log(1 + (documents - holding + 0.5) / (holding + 0.5))

/**
 * The first of a query's terms, which are in falling order of what they say. One that every document must hold is always
 * among them: else what holds it might not be looked at.
 */
export function firstTerms<Term extends { term: string }>(
  terms: Term[],
  count: number,
  { mustHold = [] }: Pick<SearchQuery, 'mustHold'>,
): Term[] {
  const first = terms.slice(0, count)
  if (mustHold.length === 0 || first.some(({ term }) => mustHold.includes(term))) return first
  const held = terms.find(({ term }) => mustHold.includes(term))
  return held ? [...first.slice(0, count - 1), held] : first
}

/** The terms of a query with what each counts: the text's own, then those that count like them; the greater weight wins. */
export function termsOfQuery(tokens: Tokens, query: SearchQuery): Map<string, number> {
  const weights = new Map<string, number>()
  const add = (text: string, factor: number) => {
    for (const { term, weight } of tokens.weighedTerms(text))
      weights.set(term, Math.max(weights.get(term) ?? 0, weight * factor))
  }
  add(query.text, 1)
  for (const { text, weight } of query.also ?? []) add(text, weight)
  return weights
}
