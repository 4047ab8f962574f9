/** A program that saves an index over and over until it is killed, and says what it has saved. */
import { createTokens } from '../tokens.ts'
import { createMemoryIndex } from './memory.ts'

const [file] = process.argv.slice(2)
const index = createMemoryIndex({ tokens: createTokens(), file })
for (let round = 1; ; round++) {
  const documents = Array.from({ length: 200 }, (_, number) => ({
    id: `d${number}`,
    title: `round ${round}`,
    heading: '',
    body: Array.from({ length: 40 }, (_, place) => `w${number * place}`).join(' '),
    language: 'en',
    readers: ['public'],
    labels: [],
    vector: Float32Array.from({ length: 64 }, (_, place) => Math.sin(number * place + round)),
  }))
  await index.upsert(documents)
  await index.save(`${round}`)
  process.stdout.write(`${round}\n`)
}
