/** From a question to hits: its terms and its vector, each asked of all parts, and what both say put together. */
import {
  firstTerms,
  fusion,
  type IndexHit,
  inverseFrequency,
  ranking,
  type SearchQuery,
  termsOfQuery,
} from '../search.ts'
import type { Tokens } from '../tokens.ts'
import { byWorth, createBest, type Kept } from './best.ts'
import type { Classes } from './classes.ts'
import { idAt } from './columns.ts'
import { createGate } from './gate.ts'
import type { Names } from './names.ts'
import type { Parts } from './parts.ts'
import { createScorer, type PreparedQuery, type Scorer } from './prepared-query.ts'
import { labelTerm } from './read-document.ts'
import { searchDelta } from './search-delta.ts'
import { searchSegments } from './search-segments.ts'
import type { Vectors } from './vectors.ts'

type Surroundings = { tokens: Tokens; names: Names; classes: Classes; parts: Parts; vectors: Vectors }

export function createSearching({ tokens, names, classes, parts, vectors }: Surroundings) {
  let latest: (Pick<SearchQuery, 'text' | 'also'> & { terms: Map<string, number> }) | undefined

  const idf = (term: number) => inverseFrequency(parts.size, parts.holding(term))

  /** One text is searched for in one language and then in the other: its terms are the same. */
  function termsOf(query: SearchQuery): Map<string, number> {
    const { text, also } = query
    if (latest?.text !== text || latest.also !== also) latest = { text, also, terms: termsOfQuery(tokens, query) }
    return latest.terms
  }

  /** The most telling terms of the query that occur at all, in one order for every engine. */
  function prepare(query: SearchQuery): PreparedQuery {
    const present: PreparedQuery['terms'] = []
    for (const [term, weight] of termsOf(query)) {
      const number = names.find(term)
      if (weight > 0 && parts.holding(number) > 0) present.push({ term, number, weight: weight * idf(number) })
    }
    present.sort((one, other) => other.weight - one.weight || (one.term < other.term ? -1 : 1))
    return {
      terms: firstTerms(present, ranking.longestQuery, query),
      averages: parts.averages(),
      filter: classes.filterOf(query),
      labels: [...(query.labels ?? []).map(labelTerm), ...(query.mustHold ?? [])].map(names.find),
      mustHold: query.mustHold,
      at: query.at,
    }
  }

  function byWords(asked: Asked, limit: number): Kept[] {
    const { prepared, scorer } = asked
    if (prepared.terms.length <= ranking.exactTerms) return bestBy(asked, limit)
    const terms = firstTerms(prepared.terms, ranking.exactTerms, prepared)
    const telling = { ...prepared, terms }
    const best = createBest(limit)
    const candidates = bestBy({ prepared: telling, scorer: createScorer(telling) }, Math.max(limit, ranking.candidates))
    for (const { part, place } of candidates) best.offer({ part, place, score: scorer.score(part, place) })
    return best.kept
  }

  function bestBy({ prepared, scorer }: Asked, limit: number): Kept[] {
    const best = createBest(limit)
    for (const delta of parts.deltas()) searchDelta(delta, prepared, best)
    searchSegments(parts.segments(), { query: prepared, scorer, best })
    return best.kept
  }

  function byMeaning({ prepared }: Asked, vector: Float32Array, limit: number): Kept[] {
    const best = createBest(limit)
    const admits = createGate(prepared)
    vectors.search(vector, {
      onNear({ handle, similarity }) {
        const part = parts.partOf(handle)
        const place = parts.placeOf(handle)
        if (admits(part, place)) best.offer({ part, place, score: similarity })
        return best.threshold()
      },
      isEnough: () => best.kept.length === limit,
    })
    return best.kept
  }

  const hitOf = ({ part, place, score }: Kept, { scorer }: Asked): IndexHit => ({
    id: idAt(part.columns, place),
    score,
    matches: scorer.explain(part, place),
  })

  return {
    idf,
    search(query: SearchQuery): IndexHit[] {
      const prepared = prepare(query)
      const asked = { prepared, scorer: createScorer(prepared) }
      if (!query.vector || query.mustHold) return byWords(asked, query.limit).map((kept) => hitOf(kept, asked))
      const depth = Math.max(query.limit, fusion.depth)
      const fused = fuse(byWords(asked, depth), byMeaning(asked, query.vector, depth)).slice(0, query.limit)
      return fused.map((each) => ({ ...hitOf(each, asked), similarity: each.similarity }))
    },
  }
}

type Asked = { prepared: PreparedQuery; scorer: Scorer }
type Fused = Kept & { similarity: number | undefined }
/** Reciprocal rank fusion (Cormack, Clarke and Büttcher, SIGIR 2009). */
function fuse(words: Kept[], meaning: Kept[]): Fused[] {
  const fused = new Map<number, Fused>()
  const handleOf = ({ part, place }: Kept) => part.columns.handles[place]!
  words.forEach((kept, rank) => {
    fused.set(handleOf(kept), { ...kept, score: 1 / (fusion.constant + rank + 1), similarity: undefined })
  })
  meaning.forEach((kept, rank) => {
    const before = fused.get(handleOf(kept))?.score ?? 0
    const score = before + 1 / (fusion.constant + rank + 1)
    fused.set(handleOf(kept), { ...kept, score, similarity: kept.score })
  })
  return [...fused.values()].sort(byWorth)
}
