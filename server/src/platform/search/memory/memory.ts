/**
 * The index in this process: documents in a small delta and in segments (`parts.ts`), which a thread builds and joins
 * (`upkeep.ts`). Scores are exact: what bounds leave unread could not have been among the best.
 */
import { inverseFrequency, ranking, type SearchIndex, type SearchQuery, termsOfQuery } from '../search.ts'
import type { Tokens } from '../tokens.ts'
import { createBest } from './best.ts'
import { type Builder, sharedBuilder } from './builder.ts'
import { createClasses } from './classes.ts'
import { idAt } from './columns.ts'
import { createNames } from './names.ts'
import { createPace } from './pace.ts'
import { createParts } from './parts.ts'
import { createScorer, type PreparedQuery } from './prepared-query.ts'
import { labelTerm, readDocument } from './read-document.ts'
import { searchDelta } from './search-delta.ts'
import { searchSegments } from './search-segments.ts'
import { createSimilarWords } from './similar-words.ts'
import { createUpkeep } from './upkeep.ts'

type Options = {
  tokens: Tokens
  /** Documents that the delta takes before a segment is built from it. */
  deltaSize?: number
  builder?: Builder
  /** Told when the building thread failed; the index goes on with what it has, and tries again at the next change. */
  onFailure?: (error: unknown) => void
}
export type MemoryIndex = SearchIndex & {
  /** Resolves when all that was added stands in segments, and nothing is left to join. */
  settle(): Promise<void>
}

const mostSimilar = 5
const nothing = () => {}

export function createMemoryIndex({
  tokens,
  deltaSize = 4096,
  builder = sharedBuilder,
  onFailure = nothing,
}: Options): MemoryIndex {
  const names = createNames()
  const similarWords = createSimilarWords(names.at)
  const classes = createClasses()
  const parts = createParts(deltaSize)
  const upkeep = createUpkeep({ parts, builder, onFailure })
  const surroundings = { tokens, numberOf, classOf: classes.numberOf }
  let latest: (Pick<SearchQuery, 'text' | 'also'> & { terms: Map<string, number> }) | undefined
  /** Of ids that several callers change at once, who came last; kept while anyone is at work. */
  const changed = new Map<string, number>()
  let changes = 0
  let changing = 0

  function numberOf(term: string): number {
    const before = names.count
    const number = names.add(term)
    if (number === before) similarWords.add(term, number)
    return number
  }

  /** Applies changes one by one, gives way in between, and never puts an older one over a newer. */
  async function apply<Change>(all: Change[], idOf: (change: Change) => string, change: (each: Change) => void) {
    const order = ++changes
    const pace = createPace()
    changing++
    try {
      for (const each of all) {
        const id = idOf(each)
        if ((changed.get(id) ?? 0) > order) continue
        if (changing > 1 || all.length > 1) changed.set(id, order)
        change(each)
        if (parts.turnOver()) upkeep.look()
        if (!pace.isDue()) continue
        await upkeep.room()
        await pace.rest()
      }
      await upkeep.room()
    } finally {
      if (--changing === 0) changed.clear()
      upkeep.look()
    }
  }

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
      terms: present.slice(0, ranking.longestQuery),
      averages: parts.averages(),
      admitted: classes.admitted(query),
      labels: (query.labels ?? []).map((label) => names.find(labelTerm(label))),
      at: query.at,
    }
  }

  function find(query: SearchQuery) {
    const prepared = prepare(query)
    const scorer = createScorer(prepared)
    const best = createBest(query.limit)
    for (const delta of parts.deltas()) searchDelta(delta, prepared, best)
    searchSegments(parts.segments(), { query: prepared, scorer, best })
    return best.kept.map(({ part, place, score }) => ({
      id: idAt(part.columns, place),
      score,
      matches: scorer.explain(part, place),
    }))
  }

  return {
    upsert: (documents) =>
      apply(
        documents,
        ({ id }) => id,
        (document) => {
          const read = readDocument(document, surroundings)
          parts.remove(document.id)
          parts.add(read)
        },
      ),
    remove: (ids) => apply(ids, (id) => id, parts.remove),
    search: async (query) => find(query),
    async rarity(terms) {
      if (parts.size === 0) return terms.map(() => 1)
      const greatest = inverseFrequency(parts.size, 0)
      return terms.map((term) => idf(names.find(term)) / greatest)
    },
    async similar(term) {
      if (parts.holding(names.find(term)) > 0) return []
      const known = similarWords.find(term).filter((number) => parts.holding(number) > 0)
      known.sort((one, other) => parts.holding(other) - parts.holding(one) || one - other)
      return known.slice(0, mostSimilar).map(names.at)
    },
    has: async (ids) => ids.map((id) => parts.find(id) >= 0),
    size: async () => parts.size,
    async settle() {
      parts.close()
      await upkeep.settle()
    },
  }
}
