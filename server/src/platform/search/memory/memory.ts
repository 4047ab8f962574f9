/**
 * The index in this process: an inverted file over typed arrays, scored term by term with BM25F (Robertson, Zaragoza
 * and Taylor, "Simple BM25 Extension to Multiple Weighted Fields", CIKM 2004). Fit for some ten thousand documents;
 * block-max and segments come with the sizes that need them.
 */
import {
  fields,
  inverseFrequency,
  ranking,
  type SearchDocument,
  type SearchIndex,
  type SearchQuery,
  termsOfQuery,
} from '../search.ts'
import type { Tokens } from '../tokens.ts'
import { appendPosting, createPostings, type Postings, placeOf, removePosting } from './postings.ts'
import { isOneSlip } from './slips.ts'

const width = fields.length
const settings = fields.map((field) => ranking[field])

type Known = {
  number: number
  id: string
  language: string
  readers: readonly string[]
  labels: readonly string[]
  from: number
  until: number
  lengths: number[]
  terms: string[]
}
type Weighed = { term: string; weight: number; postings: Postings }

export function createMemoryIndex({ tokens }: { tokens: Tokens }): SearchIndex {
  const byTerm = new Map<string, Postings>()
  const byId = new Map<string, Known>()
  let byNumber: (Known | undefined)[] = []
  let scores = new Float64Array(1024)
  const totals = fields.map(() => 0)
  let latest: (Pick<SearchQuery, 'text' | 'also'> & { terms: Map<string, number> }) | undefined

  function insert(document: SearchDocument): void {
    const number = byNumber.length
    const counted = new Map<string, Uint16Array>()
    const lengths = fields.map((field, place) => count(tokens.terms(document[field]), place, counted))
    for (const [term, frequencies] of counted) {
      const postings = byTerm.get(term) ?? createPostings()
      byTerm.set(term, postings)
      appendPosting(postings, number, frequencies)
    }
    lengths.forEach((length, place) => (totals[place]! += length))
    const { id, language, readers, labels, from, until } = document
    const validity = { from: from ?? -Infinity, until: until ?? Infinity }
    const known: Known = { number, id, language, readers, labels, ...validity, lengths, terms: [...counted.keys()] }
    byNumber.push(known)
    byId.set(id, known)
  }

  function erase(id: string): void {
    const known = byId.get(id)
    if (!known) return
    for (const term of known.terms) {
      const postings = byTerm.get(term)!
      removePosting(postings, known.number)
      if (postings.count === 0) byTerm.delete(term)
    }
    known.lengths.forEach((length, place) => (totals[place]! -= length))
    byNumber[known.number] = undefined
    byId.delete(id)
  }

  /** Numbers are given in order and never again, so replaced documents leave holes; they are closed when they prevail. */
  function closeHoles(): void {
    if (byNumber.length < 2 * byId.size + 1000) return
    const before = byNumber
    byNumber = before.filter((known) => known !== undefined)
    const renumbered = new Int32Array(before.length)
    byNumber.forEach((known, number) => {
      renumbered[known!.number] = number
    })
    for (const { documents, count: held } of byTerm.values())
      for (let place = 0; place < held; place++) documents[place] = renumbered[documents[place]!]!
    byNumber.forEach((known, number) => {
      known!.number = number
    })
  }

  const idf = (holding: number) => inverseFrequency(byId.size, holding)

  /** One text is searched for in one language and then in the other: its terms are the same. */
  function termsOf(query: SearchQuery): Map<string, number> {
    const { text, also } = query
    if (latest?.text !== text || latest.also !== also) latest = { text, also, terms: termsOfQuery(tokens, query) }
    return latest.terms
  }

  /** The most telling terms of the query that occur at all, in one order for every engine. */
  function chosen(query: SearchQuery): Weighed[] {
    const present: Weighed[] = []
    for (const [term, weight] of termsOf(query)) {
      const postings = byTerm.get(term)
      if (postings) present.push({ term, weight: weight * idf(postings.count), postings })
    }
    present.sort((one, other) => other.weight - one.weight || (one.term < other.term ? -1 : 1))
    return present.slice(0, ranking.longestQuery)
  }

  /** What one field adds before saturation, where it holds the term `frequency` times. */
  function fieldWeight(field: number, frequency: number, length: number): number {
    const { weight, normalisation } = settings[field]!
    const average = totals[field]! / byId.size
    return (weight * frequency) / (1 - normalisation + (normalisation * length) / average)
  }

  /** What each field of one posting adds before saturation. */
  function fieldWeights({ frequencies }: Postings, place: number, lengths: number[]): number[] {
    return lengths.map((length, field) => {
      const frequency = frequencies[place * width + field]!
      return frequency === 0 ? 0 : fieldWeight(field, frequency, length)
    })
  }

  /** Runs for every posting of every asked term: it makes no arrays. */
  function scoreOf({ weight, postings }: Weighed, place: number, lengths: number[]): number {
    let mass = 0
    for (let field = 0; field < width; field++) {
      const frequency = postings.frequencies[place * width + field]!
      if (frequency !== 0) mass += fieldWeight(field, frequency, lengths[field]!)
    }
    return (weight * mass) / (ranking.saturation + mass)
  }

  function explain(terms: Weighed[], { number, lengths }: Known) {
    const matches = terms.flatMap((weighed) => {
      const place = placeOf(weighed.postings, number)
      if (place < 0) return []
      const parts = fieldWeights(weighed.postings, place, lengths)
      const mass = parts.reduce((sum, part) => sum + part, 0)
      const score = scoreOf(weighed, place, lengths)
      return fields.flatMap((field, at) =>
        parts[at]! > 0 ? [{ term: weighed.term, field, score: (score * parts[at]!) / mass }] : [],
      )
    })
    return matches.sort((one, other) => other.score - one.score)
  }

  const admits = ({ at, language, readers, labels = [] }: SearchQuery, known: Known) =>
    (readers === 'everyone' || known.readers.some((reader) => readers.includes(reader))) &&
    labels.every((label) => known.labels.includes(label)) &&
    (language === undefined || known.language === language) &&
    (at === undefined || (known.from <= at && at < known.until))

  function find(query: SearchQuery) {
    const terms = chosen(query)
    if (scores.length < byNumber.length) scores = new Float64Array(byNumber.length * 2)
    const touched: Known[] = []
    for (const weighed of terms) {
      for (let place = 0; place < weighed.postings.count; place++) {
        const known = byNumber[weighed.postings.documents[place]!]!
        if (!admits(query, known)) continue
        if (scores[known.number] === 0) touched.push(known)
        scores[known.number]! += scoreOf(weighed, place, known.lengths)
      }
    }
    const best = bestOf(touched, scores, query.limit)
    const hits = best.map((known) => ({ id: known.id, score: scores[known.number]!, matches: explain(terms, known) }))
    for (const { number } of touched) scores[number] = 0
    return hits
  }

  return {
    async upsert(documents) {
      for (const document of documents) {
        erase(document.id)
        insert(document)
      }
      closeHoles()
    },
    async remove(ids) {
      ids.forEach(erase)
      closeHoles()
    },
    search: async (query) => find(query),
    async rarity(terms) {
      const greatest = idf(0)
      return terms.map((term) => (byId.size === 0 ? 1 : idf(byTerm.get(term)?.count ?? 0) / greatest))
    },
    async similar(term) {
      if (byTerm.has(term) || !/^[a-z]{5,20}$/.test(term)) return []
      return byTerm
        .keys()
        .filter((known) => isOneSlip(term, known))
        .take(5)
        .toArray()
    },
    size: async () => byId.size,
  }
}

/** The `limit` best in order. Most candidates lose against the worst kept so far and cost one comparison. */
function bestOf(candidates: Known[], scores: Float64Array, limit: number): Known[] {
  const compare = (one: Known, other: Known) =>
    scores[one.number]! - scores[other.number]! || (one.id < other.id ? 1 : -1)
  const kept: Known[] = []
  for (const candidate of candidates) {
    if (kept.length === limit && compare(candidate, kept.at(-1)!) < 0) continue
    let place = kept.length
    while (place > 0 && compare(candidate, kept[place - 1]!) > 0) place--
    kept.splice(place, 0, candidate)
    if (kept.length > limit) kept.pop()
  }
  return kept
}

function count(terms: string[], field: number, counted: Map<string, Uint16Array>): number {
  for (const term of terms) {
    let frequencies = counted.get(term)
    if (!frequencies) counted.set(term, (frequencies = new Uint16Array(width)))
    if (frequencies[field]! < 65_535) frequencies[field]!++
  }
  return terms.length
}
