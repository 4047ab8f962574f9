/** Builds the index from its documents, writes the snapshot, and says what it took. A process of its own. */
import { statSync } from 'node:fs'
import { createMemoryIndex } from '../../server/src/platform/search/memory/memory.ts'
import { createTokens } from '../../server/src/platform/search/tokens.ts'
import { say, tell } from '../say.ts'
import { createCorpus } from './corpus.ts'
import { watchLoop } from './event-loop.ts'
import { rounded } from './figures.ts'

const [file, count, seed] = process.argv.slice(2)
const documents = Number(count)
const batch = 200
const corpus = createCorpus(Number(seed))
const tokens = createTokens()
const fail = (error: unknown) => {
  throw error
}
const index = createMemoryIndex({ tokens, file: file!, onFailure: fail })

let making = 0
let peak = 0
const loop = watchLoop()
const begun = performance.now()
for (let start = 0; start < documents; start += batch) {
  const made = performance.now()
  const some = Array.from({ length: Math.min(batch, documents - start) }, (_, place) => ({
    ...corpus.document(start + place),
    vector: corpus.vector(start + place),
  }))
  making += performance.now() - made
  loop.begin()
  await index.upsert(some)
  loop.end()
  peak = Math.max(peak, process.memoryUsage.rss())
  if (start % 100_000 === 0) say(`${start} passages after ${Math.round((performance.now() - begun) / 1000)} s`)
}
loop.begin()
await index.settle()
loop.end()
const buildSeconds = (performance.now() - begun - making) / 1000
await index.save('bench')
tell({
  buildSeconds: rounded(buildSeconds, 1),
  buildPeakMb: Math.round(Math.max(peak, process.memoryUsage.rss()) / 1e6),
  diskMb: Math.round(statSync(file!).size / 1e6),
  ...loop.figures(),
})
process.exit(0)
