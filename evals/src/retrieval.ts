/** How well the index alone finds the passage that holds the answer: a regression figure on public sets, not a target. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createMemoryIndex } from '../../server/src/platform/search/memory/memory.ts'
import { createTokens } from '../../server/src/platform/search/tokens.ts'

type Row = { _id: string; title?: string; text: string }
const sets = [
  { name: 'cmrc2018', language: 'zh' },
  { name: 'xquad-en', language: 'en' },
]

/** `folder` holds one folder a set in BEIR's layout; a set that is not there is left out and named. */
export async function evaluateRetrieval(folder: string) {
  const tokens = createTokens()
  const figures: Record<string, unknown>[] = []
  for (const { name, language } of sets) {
    if (!existsSync(join(folder, name))) figures.push({ set: name, missing: true })
    else figures.push({ set: name, ...(await evaluateSet(join(folder, name), language, tokens)) })
  }
  return figures
}

async function evaluateSet(folder: string, language: string, tokens: ReturnType<typeof createTokens>) {
  const read = (file: string) => readFileSync(join(folder, file), 'utf8').trim().split('\n')
  const rows = (file: string) => read(file).map((line) => JSON.parse(line) as Row)
  const index = createMemoryIndex({ tokens })
  const begun = performance.now()
  const corpus = rows('corpus.jsonl')
  await index.upsert(
    corpus.map(({ _id, title, text }) => ({
      id: _id,
      title: title ?? '',
      heading: '',
      body: text,
      language,
      readers: ['public'],
      labels: [],
    })),
  )
  const built = performance.now()
  const wanted = new Map<string, Set<string>>()
  for (const line of read('qrels-dev.tsv')) {
    const [query, ...rest] = line.split('\t')
    const document = rest.length === 3 ? rest[1]! : rest[0]!
    wanted.set(query!, (wanted.get(query!) ?? new Set()).add(document))
  }
  const queries = rows('queries-dev.jsonl').filter(({ _id }) => wanted.has(_id))
  let first = 0
  let firstTen = 0
  const taken: number[] = []
  for (const { _id, text } of queries) {
    const asked = performance.now()
    const hits = await index.search({ text, limit: 10, readers: ['public'] })
    taken.push(performance.now() - asked)
    if (hits[0] && wanted.get(_id)!.has(hits[0].id)) first++
    if (hits.some(({ id }) => wanted.get(_id)!.has(id))) firstTen++
  }
  taken.sort((one, other) => one - other)
  const rounded = (value: number) => Math.round(value * 1000) / 1000
  return {
    documents: corpus.length,
    queries: queries.length,
    recallAt1: rounded(first / queries.length),
    recallAt10: rounded(firstTen / queries.length),
    buildMs: Math.round(built - begun),
    p50Ms: rounded(taken[Math.floor(taken.length / 2)]!),
    p99Ms: rounded(taken[Math.floor(taken.length * 0.99)]!),
  }
}
