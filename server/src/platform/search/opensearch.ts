/**
 * The index in OpenSearch, for more machines than one. Ours are the terms, the filters and the fusion with vectors; its own
 * are the scores. Each bulk is refreshed, so that what was put in is found by the next search. It has been proven against
 * its own protocol only: no live cluster has run this yet (docs/operating/search.md).
 */
import type { Client } from '@opensearch-project/opensearch'
import { z } from 'zod'
import { type FieldTerms } from './bm25f.ts'
import {
  holdingBody,
  indexBody,
  meaningBody,
  similarBody,
  toSource,
  vectorMapping,
  wordsBody,
} from './opensearch-requests.ts'
import { fuseRankings } from './rank-fusion.ts'
import {
  fields,
  firstTerms,
  type IndexHit,
  type IndexMatch,
  inverseFrequency,
  ranking,
  type SearchDocument,
  type SearchIndex,
  type SearchQuery,
  termsOfQuery,
} from './search.ts'
import type { Tokens } from './tokens.ts'

type Options = {
  /** With user and password in it where the cluster wants them. */
  url: string
  /** The name of the index: lower case, one for each tenant. */
  name: string
  tokens: Tokens
  /** Milliseconds for one search. */
  limit?: number
}

const bulk = 500
const bulkLimit = 60_000
const Source = z.object({ title: z.string(), heading: z.string(), body: z.string() })
const Hits = z.object({
  hits: z.object({ hits: z.array(z.object({ _id: z.string(), _score: z.number(), _source: Source })) }),
})
const Near = z.object({ hits: z.object({ hits: z.array(z.object({ _id: z.string(), _score: z.number() })) }) })
const Holding = z.object({
  hits: z.object({ total: z.object({ value: z.number() }) }),
  aggregations: z.record(z.string(), z.object({ doc_count: z.number() })).default({}),
})
const Suggested = z.object({
  suggest: z.record(z.string(), z.array(z.object({ options: z.array(z.object({ text: z.string() })) }))),
})
const Bulk = z.object({
  errors: z.boolean(),
  items: z.array(
    z.record(z.string(), z.object({ status: z.number(), error: z.object({ type: z.string() }).nullish() })),
  ),
})

export function createOpensearchIndex({ url, name, tokens, limit = 5_000 }: Options): SearchIndex {
  let opened: Promise<Client> | undefined
  let dimensions: number | undefined

  /** Loaded where it is used; the index is made where it is not there. A failed start is tried again. */
  async function open(): Promise<Client> {
    const { Client: OpensearchClient } = await import('@opensearch-project/opensearch')
    const client = new OpensearchClient({ node: url, requestTimeout: limit, maxRetries: 1 })
    const there = await client.indices.exists({ index: name })
    if (!there.body)
      await client.indices.create({ index: name, body: indexBody as never }).catch((error: unknown) => {
        // Another process was quicker.
        if (!String(error).includes('resource_already_exists_exception')) throw error
      })
    return client
  }
  function ready(): Promise<Client> {
    opened ??= open()
    opened.catch(() => (opened = undefined))
    return opened
  }

  async function search(body: object): Promise<unknown> {
    const client = await ready()
    return (await client.search({ index: name, body: body as never })).body
  }

  async function learnVectors(documents: SearchDocument[]): Promise<void> {
    const length = documents.find(({ vector }) => vector)?.vector?.length
    if (length === undefined || length === dimensions) return
    await (await ready()).indices.putMapping({ index: name, body: vectorMapping(length) as never })
    dimensions = length
  }

  async function write(lines: object[]): Promise<void> {
    const client = await ready()
    const answer = await client.bulk(
      { index: name, refresh: true, body: lines as never },
      { requestTimeout: bulkLimit },
    )
    const { errors, items } = Bulk.parse(answer.body)
    const failed = items.flatMap((item) => Object.values(item)).find(({ status }) => status >= 400 && status !== 404)
    if (errors && failed) throw new Error(`OpenSearch refused a document: ${failed.error?.type ?? failed.status}`)
  }

  async function byWords(query: SearchQuery): Promise<IndexHit[]> {
    const asked = [...termsOfQuery(tokens, query)].filter(([, weight]) => weight > 0)
    if (asked.length === 0) return []
    asked.sort((one, other) => other[1] - one[1])
    const weighed = firstTerms(
      asked.map(([term, weight]) => ({ term, weight })),
      ranking.longestQuery,
      query,
    ).map(({ term, weight }) => [term, weight] as const)
    const { hits } = Hits.parse(await search(wordsBody(query, weighed)))
    return hits.hits.map(({ _id: id, _score: score, _source: source }) => ({
      id,
      score,
      matches: explain(
        fields.map((field) => source[field].split(' ')),
        weighed,
        score,
      ),
    }))
  }

  return {
    async upsert(documents) {
      await learnVectors(documents)
      for (let start = 0; start < documents.length; start += bulk)
        await write(
          documents
            .slice(start, start + bulk)
            .flatMap((document) => [{ index: { _id: document.id } }, toSource(document, tokens)]),
        )
    },
    async remove(ids) {
      for (let start = 0; start < ids.length; start += bulk)
        await write(ids.slice(start, start + bulk).map((id) => ({ delete: { _id: id } })))
    },
    async search(query) {
      // Nobody finds nothing.
      if (query.readers.length === 0) return []
      if (!query.vector || query.mustHold || dimensions !== query.vector.length)
        return (await byWords(query)).slice(0, query.limit)
      const [words, meanings] = await Promise.all([byWords(query), search(meaningBody(query, query.vector))])
      // Lucene's cosine as OpenSearch scores it: half of one more than the cosine.
      const near = Near.parse(meanings).hits.hits.map(({ _id: id, _score }) => ({ id, similarity: 2 * _score - 1 }))
      return fuseRankings(words, near, query.limit)
    },
    async rarity(terms) {
      if (terms.length === 0) return []
      const { hits, aggregations } = Holding.parse(await search(holdingBody(terms)))
      const documents = hits.total.value
      const greatest = inverseFrequency(documents, 0)
      return terms.map((_, place) =>
        documents === 0 ? 1 : inverseFrequency(documents, aggregations[`t${place}`]?.doc_count ?? 0) / greatest,
      )
    },
    async similar(term) {
      if (!/^[a-z]{5,20}$/.test(term)) return []
      const { suggest } = Suggested.parse(await search(similarBody(term)))
      const options = Object.values(suggest).flatMap((entries) => entries.flatMap((entry) => entry.options))
      return [...new Set(options.map(({ text }) => text))].slice(0, 5)
    },
    async has(ids) {
      if (ids.length === 0) return []
      const client = await ready()
      const { body } = await client.mget({ index: name, _source: false as never, body: { ids } })
      const found = z
        .object({ docs: z.array(z.object({ _id: z.string(), found: z.boolean().default(false) })) })
        .parse(body)
      const there = new Set(found.docs.filter((each) => each.found).map(({ _id }) => _id))
      return ids.map((id) => there.has(id))
    },
    // Every process puts in again what it finds in the database at its start: nothing is trusted to have been kept.
    async save() {},
    position: async () => undefined,
    async size() {
      const { body } = await (await ready()).count({ index: name })
      return z.object({ count: z.number() }).parse(body).count
    },
  }
}

/** OpenSearch's score shared out over the words that were found, by what each counts and where it stands. */
function explain(terms: FieldTerms, asked: readonly (readonly [string, number])[], score: number): IndexMatch[] {
  const found = asked.flatMap(([term, weight]) =>
    fields.flatMap((field, place) => {
      const frequency = terms[place]!.filter((each) => each === term).length
      const mass = ranking[field].weight * frequency
      return frequency > 0 ? [{ term, field, part: (weight * mass) / (ranking.saturation + mass) }] : []
    }),
  )
  const whole = found.reduce((sum, { part }) => sum + part, 0)
  return found
    .map(({ term, field, part }) => ({ term, field, score: (score * part) / whole }))
    .sort((one, other) => other.score - one.score)
}
