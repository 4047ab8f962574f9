/**
 * The search index at any size: built from documents by one process, opened from its snapshot and asked by another, so
 * that memory and times are the index's own; then the same at 10,000 passages, and the peers.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { SearchDocument } from '../../server/src/platform/search/search.ts'
import { createTokens } from '../../server/src/platform/search/tokens.ts'
import { createChance } from '../chance.ts'
import { say } from '../say.ts'
import { createCorpus } from './corpus.ts'
import { measurePeers } from './peers.ts'
import { type Question, questionsOf } from './questions.ts'

export type StoredQuestion = Omit<Question, 'vector'> & { vector: number[] }
export type Prepared = { short: StoredQuestion[]; long: StoredQuestion[]; updates: SearchDocument[] }

const seed = 1
const small = 10_000
const counts = { short: 1_000, long: 200, updates: 200, peers: 150 }
const terms = { short: [3, 10], long: [38, 42] } satisfies Record<string, [number, number]>

export async function measureSearch(documents: number, withPeers: boolean) {
  const folder = mkdtempSync(join(tmpdir(), 'lingxi-bench-search-'))
  try {
    const corpus = createCorpus(seed)
    const tokens = createTokens()
    const measured = await measureSize({ folder, documents, corpus, tokens })
    const { p99Ms: smallP99Ms, bestOfRounds: smallBest } =
      documents === small ? measured : await measureSize({ folder, documents: small, corpus, tokens })
    const questions = (size: number) => questionsOf({ corpus, tokens, documents: size }, [3, 10], counts.peers)
    const peers = withPeers ? await measurePeers({ corpus, tokens, documents, questions }) : {}
    const [load] = loadavg()
    return { ...measured, smallP99Ms, smallBestP99Ms: smallBest?.p99Ms, load: Math.round(load! * 10) / 10, peers }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

type Sized = {
  folder: string
  documents: number
  corpus: ReturnType<typeof createCorpus>
  tokens: ReturnType<typeof createTokens>
}
async function measureSize({ folder, documents, corpus, tokens }: Sized) {
  const file = join(folder, `index-${documents}`)
  const asked = join(folder, `questions-${documents}.json`)
  const built = await run('build-process.ts', [file, `${documents}`, `${seed}`])
  const chance = createChance(seed)
  const stored = (length: 'short' | 'long') =>
    questionsOf({ corpus, tokens, documents }, terms[length], counts[length]).map((question) => ({
      ...question,
      vector: [...corpus.vectorAbout(question.about, chance)],
    }))
  const updates = Array.from({ length: counts.updates }, (_, number) => corpus.document(number * 7, 1))
  writeFileSync(asked, JSON.stringify({ short: stored('short'), long: stored('long'), updates } satisfies Prepared))
  const answered = await run('ask-process.ts', [file, asked])
  return { ...answered, ...built }
}

type Figures = { p99Ms?: number; bestOfRounds?: { p99Ms: number } }
/** The last line of a program beside this one, as an object. */
function run(name: string, given: string[]): Promise<Figures> {
  const program = fileURLToPath(new URL(`./${name}`, import.meta.url))
  say(`${name} ${given.join(' ')}`)
  const { promise, resolve, reject } = Promise.withResolvers<Figures>()
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, ...given], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (piece: string) => (said += piece))
  child.on('error', reject)
  child.on('close', (code) => {
    const last = said.trim().split('\n').at(-1) ?? ''
    if (code !== 0) return reject(new Error(`${name} ended with ${code}`))
    say(last)
    resolve(JSON.parse(last) as Figures)
  })
  return promise
}
