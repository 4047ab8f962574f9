/**
 * The index in LanceDB, a column store with full text and vectors in a folder: for bases that are larger than the memory.
 * It holds documents, filters and vectors, and finds candidates; they are scored here, with statistics kept in this process,
 * so that the ranking is the same as every engine's. Like every index it is derived: the folder is emptied at the start.
 * The package is not installed with the program: see docs/operating/search.md.
 */
import { rmSync } from 'node:fs'
import type * as Lance from '@lancedb/lancedb'
import { byScore, createStatistics, type AskedTerm } from './bm25f.ts'
import {
  among,
  filterOf,
  type LanceRow,
  meaningSchema,
  rowSchema,
  termsOfRow,
  toMeaning,
  toRow,
} from './lancedb-rows.ts'
import { fuseRankings, type Near } from './rank-fusion.ts'
import {
  fusion,
  type IndexHit,
  type SearchDocument,
  type SearchIndex,
  type SearchQuery,
  termsOfQuery,
} from './search.ts'
import type { Tokens } from './tokens.ts'

/**
 * Building a word index waits for itself for ever where LanceDB (0.30) gives its work one thread, as it does on two cores. It
 * reads this when it first works, so it is said before.
 */
export const giveThreads = (): void => void (process.env['LANCE_CPU_THREADS'] ??= '4')

/** Candidates that are looked at for one question, at least. */
const candidates = 200
/** Each write leaves a small file behind; they are put together after so many. */
const tidyAfter = 100

type Options = {
  /** Emptied at the start. */
  folder: string
  tokens: Tokens
}

export function createLanceIndex({ folder, tokens }: Options): SearchIndex {
  const statistics = createStatistics()
  const held = new Set<string>()
  let opened: Promise<{ lance: typeof Lance; connection: Lance.Connection }> | undefined
  let rows: Lance.Table | undefined
  let meanings: Lance.Table | undefined
  let writes = 0
  let last: Promise<unknown> = Promise.resolve()

  async function open() {
    giveThreads()
    const lance = await import('@lancedb/lancedb')
    rmSync(folder, { recursive: true, force: true })
    return { lance, connection: await lance.connect(folder) }
  }
  const database = () => (opened ??= open())

  /** One write after the other: LanceDB would refuse the second of two that overlap. */
  function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = last.then(work, work)
    last = done.catch(() => undefined)
    return done
  }

  async function writeRows(fresh: LanceRow[]): Promise<void> {
    const { lance, connection } = await database()
    const data = lance.makeArrowTable(fresh, { schema: rowSchema })
    if (rows) return void (await rows.mergeInsert('id').whenMatchedUpdateAll().whenNotMatchedInsertAll().execute(data))
    rows = await connection.createTable('rows', data)
    const { Index } = lance
    // Our terms are words already: they are taken as they are, between white space.
    const plain = { lowercase: false, stem: false, removeStopWords: false, asciiFolding: false, withPosition: false }
    await rows.createIndex('terms', {
      config: Index.fts({ baseTokenizer: 'whitespace', maxTokenLength: 200, ...plain }),
    })
  }

  async function writeMeanings(documents: SearchDocument[]): Promise<void> {
    const without = documents.filter(({ vector }) => !vector).map(({ id }) => id)
    if (meanings && without.length > 0) await meanings.delete(among(without))
    const fresh = documents.filter(({ vector }) => vector).map(toMeaning)
    if (fresh.length === 0) return
    const { lance, connection } = await database()
    const data = lance.makeArrowTable(fresh, { schema: meaningSchema(fresh[0]!.vector.length) })
    if (meanings) await meanings.mergeInsert('id').whenMatchedUpdateAll().whenNotMatchedInsertAll().execute(data)
    else meanings = await connection.createTable('meanings', data)
  }

  /** Takes what is there under these ids out of the statistics. */
  async function uncount(ids: string[]): Promise<string[]> {
    const there = ids.filter((id) => held.has(id))
    if (there.length === 0 || !rows) return []
    for (const row of (await rows
      .query()
      .where(among(there))
      .select(['title', 'heading', 'body'])
      .toArray()) as LanceRow[])
      statistics.remove(termsOfRow(row))
    for (const id of there) held.delete(id)
    return there
  }

  async function tidy(): Promise<void> {
    if (++writes % tidyAfter !== 0) return
    for (const table of [rows, meanings]) await table?.optimize({ cleanupOlderThan: new Date() })
  }

  async function upsert(documents: SearchDocument[]): Promise<void> {
    // Of several with one id the last counts.
    const fresh = [...new Map(documents.map((each) => [each.id, each])).values()]
    if (fresh.length === 0) return
    await uncount(fresh.map(({ id }) => id))
    const written = fresh.map((document) => toRow(document, tokens))
    await writeRows(written)
    await writeMeanings(fresh)
    for (const row of written) {
      statistics.add(termsOfRow(row))
      held.add(row.id)
    }
    await tidy()
  }

  async function remove(ids: string[]): Promise<void> {
    const gone = await uncount(ids)
    if (gone.length === 0) return
    await rows?.delete(among(gone))
    await meanings?.delete(among(gone))
    await tidy()
  }

  async function byWords(query: SearchQuery, asked: AskedTerm[]): Promise<IndexHit[]> {
    if (!rows || asked.length === 0) return []
    const { lance } = await database()
    const { BooleanQuery, MatchQuery, Occur } = lance
    const should = asked.map(({ term, weight }): [typeof Occur.Should, InstanceType<typeof MatchQuery>] => [
      Occur.Should,
      new MatchQuery(term, 'terms', { boost: weight }),
    ])
    const filter = filterOf(query)
    const sought = rows.query().fullTextSearch(new BooleanQuery(should))
    const found = (await (filter ? sought.where(filter) : sought)
      .select(['id', 'title', 'heading', 'body', '_score'])
      .limit(Math.max(candidates, 4 * query.limit))
      .toArray()) as LanceRow[]
    return found.map((row) => statistics.score(row.id, termsOfRow(row), asked)).sort(byScore)
  }

  async function byMeaning(query: SearchQuery, vector: Float32Array): Promise<Near[]> {
    if (!meanings) return []
    const filter = filterOf(query)
    const sought = meanings.query().nearestTo(vector).distanceType('cosine')
    const found = (await (filter ? sought.where(filter) : sought)
      .select(['id', '_distance'])
      .limit(Math.max(query.limit, fusion.depth))
      .toArray()) as { id: string; _distance: number }[]
    return found.map(({ id, _distance }) => ({ id, similarity: 1 - _distance }))
  }

  return {
    upsert: (documents) => inTurn(() => upsert(documents)),
    remove: (ids) => inTurn(() => remove(ids)),
    async search(query) {
      // Nobody finds nothing.
      if (query.readers.length === 0) return []
      const hits = await byWords(query, statistics.choose(termsOfQuery(tokens, query), query))
      if (!query.vector || query.mustHold) return hits.slice(0, query.limit)
      return fuseRankings(hits, await byMeaning(query, query.vector), query.limit)
    },
    rarity: async (terms) => terms.map(statistics.rarity),
    similar: async (term) => statistics.similar(term),
    has: async (ids) => ids.map((id) => held.has(id)),
    size: async () => statistics.documents(),
    // The folder is emptied at the start: whoever owns the documents puts them in again.
    async save() {},
    position: async () => undefined,
  }
}
