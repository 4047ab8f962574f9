/** What others need for the same passages and questions, each at a size that it can bear. All are fed our tokens. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { connect, Index, MatchQuery } from '@lancedb/lancedb'
import MiniSearch from 'minisearch'
import { giveThreads } from '../../server/src/platform/search/lancedb.ts'
import type { SearchDocument } from '../../server/src/platform/search/search.ts'
import type { Tokens } from '../../server/src/platform/search/tokens.ts'
import { say } from '../say.ts'
import type { Corpus } from './corpus.ts'
import { latencies, rounded, timeEach } from './figures.ts'
import type { Question } from './questions.ts'

const rounds = 3
type Row = { id: string; words: string; open: number }
type Asked = { corpus: Corpus; tokens: Tokens; documents: number; questions: (documents: number) => Question[] }
type Peer = { ask: (terms: string[]) => Promise<unknown>; end: () => void }
type Opener = (rows: Iterable<Row>) => Promise<Peer>

/** Documents that each peer takes at most: beyond, a question costs it more than a tenth of a second, or all memory. */
const peers: { name: string; atMost: number; open: Opener }[] = [
  { name: 'lancedb', atMost: 200_000, open: openLance },
  { name: 'sqliteFts5', atMost: 100_000, open: openSqlite },
  { name: 'miniSearch', atMost: 20_000, open: openMiniSearch },
]

export async function measurePeers({ corpus, tokens, documents, questions }: Asked) {
  const measured: Record<string, object> = {}
  for (const { name, atMost, open } of peers) {
    const count = Math.min(documents, atMost)
    const begun = performance.now()
    const peer = await open(rowsOf({ corpus, tokens }, count))
    const buildSeconds = rounded((performance.now() - begun) / 1000, 1)
    const terms = questions(count).map(({ text }) => tokens.weighedTerms(text).map(({ term }) => term))
    const { median } = await timeEach(terms, rounds, peer.ask)
    peer.end()
    measured[name] = {
      documents: count,
      buildSeconds,
      ...latencies(median),
    }
    say(`${name}: ${JSON.stringify(measured[name])}`)
  }
  return measured
}

function* rowsOf({ corpus, tokens }: Pick<Asked, 'corpus' | 'tokens'>, count: number): Generator<Row> {
  for (let number = 0; number < count; number++) {
    const document = corpus.document(number)
    const words = tokens.terms(`${document.title}\n${document.heading}\n${document.body}`).join(' ')
    yield { id: document.id, words, open: isOpen(document) ? 1 : 0 }
  }
}
const isOpen = ({ readers }: SearchDocument) => readers.includes('public') || readers.includes('customers')

async function openSqlite(rows: Iterable<Row>): Promise<Peer> {
  const database = new DatabaseSync(':memory:')
  database.exec(`create virtual table passages using fts5(id unindexed, open unindexed, words, tokenize = 'unicode61')`)
  const insert = database.prepare('insert into passages (id, open, words) values (?, ?, ?)')
  database.exec('begin')
  for (const { id, open, words } of rows) insert.run(id, open, words)
  database.exec('commit')
  const select = database.prepare(
    'select id from passages where passages match ? and open = 1 order by bm25(passages) limit 10',
  )
  return {
    ask: async (terms) => select.all(terms.map((term) => `"${term}"`).join(' OR ')),
    end: () => database.close(),
  }
}

async function openMiniSearch(rows: Iterable<Row>): Promise<Peer> {
  const index = new MiniSearch<Row>({
    fields: ['words'],
    storeFields: ['open'],
    tokenize: (text) => text.split(' '),
    processTerm: (term) => term,
  })
  index.addAll([...rows])
  const filter = (hit: object) => 'open' in hit && hit.open === 1
  return { ask: async (terms) => index.search(terms.join(' '), { filter }).slice(0, 10), end: () => index.removeAll() }
}

async function openLance(rows: Iterable<Row>): Promise<Peer> {
  const folder = mkdtempSync(join(tmpdir(), 'lingxi-bench-lancedb-'))
  giveThreads()
  const connection = await connect(folder)
  const first = [...take(rows, 1)]
  const table = await connection.createTable('passages', first)
  for (let some = [...take(rows, 20_000)]; some.length > 0; some = [...take(rows, 20_000)]) await table.add(some)
  await table.createIndex('words', {
    config: Index.fts({ baseTokenizer: 'whitespace', stem: false, removeStopWords: false, asciiFolding: false }),
  })
  return {
    ask: (terms) =>
      table
        .query()
        .fullTextSearch(new MatchQuery(terms.join(' '), 'words'))
        .where('open = 1')
        .select(['id', '_score'])
        .limit(10)
        .toArray(),
    end() {
      connection.close()
      rmSync(folder, { recursive: true })
    },
  }
}

/** Some of an iterator's items, which it then has given. */
function* take<Item>(items: Iterable<Item>, count: number): Generator<Item> {
  const iterator = items[Symbol.iterator]()
  for (let taken = 0; taken < count; taken++) {
    const { value, done } = iterator.next()
    if (done) return
    yield value
  }
}
