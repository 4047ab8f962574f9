/** Opens a snapshot as a server would, asks, changes, and says what it took. A process of its own, without the corpus. */
import { readFileSync } from 'node:fs'
import { openMemoryIndex } from '../../server/src/platform/search/memory/memory.ts'
import type { SearchDocument } from '../../server/src/platform/search/search.ts'
import { createTokens } from '../../server/src/platform/search/tokens.ts'
import { tell } from '../say.ts'
import { latencies, quantile, rounded, type Taken, timeEach } from './figures.ts'
import type { Prepared, StoredQuestion } from './search.ts'

const [file, asked] = process.argv.slice(2)
const { short, long, updates } = JSON.parse(readFileSync(asked!, 'utf8')) as Prepared
const rounds = 5
const tokens = createTokens()
const baseRss = process.memoryUsage.rss()
const begun = performance.now()
const index = await openMemoryIndex({ tokens, file: file! })
const snapshotReadySeconds = (performance.now() - begun) / 1000
const documents = await index.size()
if (documents === 0) throw new Error('The snapshot was refused')

const toQuery = (question: StoredQuestion) => ({ ...question, vector: undefined })
const withVector = ({ vector, ...query }: StoredQuestion) => ({ ...query, vector: Float32Array.from(vector) })
const lexical = await timeEach(short.map(toQuery), rounds, index.search)
const hybrid = await timeEach(short.map(withVector), rounds, index.search)
const longer = await timeEach(long.map(toQuery), rounds, index.search)
const visible = await timeUpdates(updates)

tell({
  documents,
  rssMb: Math.round(process.memoryUsage.rss() / 1e6),
  baseRssMb: Math.round(baseRss / 1e6),
  snapshotReadySeconds: rounded(snapshotReadySeconds, 2),
  ...all('median'),
  bestOfRounds: all('best'),
  updateVisibleMs: rounded(quantile(visible, 0.99)),
})
process.exit(0)

function all(of: keyof Taken) {
  return { ...latencies(lexical[of]), ...latencies(hybrid[of], 'hybrid'), ...latencies(longer[of], 'long') }
}

/** From handing a changed document over until a search for a word of it finds it; the best of several changes of each. */
async function timeUpdates(changed: SearchDocument[]): Promise<number[]> {
  const taken = changed.map(() => Infinity)
  for (let round = 0; round < rounds; round++) {
    for (const [number, document] of changed.entries()) {
      const word = `changed${number}x${round}`
      const start = performance.now()
      const open = { readers: ['public'], from: null, until: null, body: `${document.body} ${word}` }
      await index.upsert([{ ...document, ...open }])
      const [hit] = await index.search({ text: word, limit: 1, readers: ['public'] })
      if (hit?.id !== document.id) throw new Error(`The change of ${document.id} was not visible`)
      taken[number] = Math.min(taken[number]!, performance.now() - start)
    }
  }
  return taken
}
