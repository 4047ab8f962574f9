/**
 * The load, in a process of its own so that its work does not count as the server's: visitors who talk as long as they are told to.
 * Run by load.ts; speaks with it in messages.
 */
import { createChance } from '../chance.ts'
import { readQuestions } from '../questions.ts'
import { openVisitor, type Visitor } from './visitor.ts'

export type LoadRequest = { type: 'open'; url: string; visitors: number } | { type: 'talk'; seconds: number }
export type LoadAnswer =
  | { type: 'opened' }
  | { type: 'talked'; latencies: number[] }
  | { type: 'broken'; reason: string }

/** The first moments of each turn of talking are not counted: everybody begins at once. */
const settling = 500

const visitors: { visitor: Visitor; nextQuestion: () => string }[] = []

async function open(url: string, count: number): Promise<void> {
  for (let number = 1; number <= count; number++) {
    const language = number % 2 === 0 ? 'en' : 'zh'
    const questions = createChance(number).shuffle(readQuestions(language))
    let asked = 0
    visitors.push({
      visitor: await openVisitor({ url, name: `visitor-${number}`, language }),
      nextQuestion: () => questions[asked++ % questions.length]!,
    })
  }
}

async function talk(seconds: number): Promise<number[]> {
  const from = performance.now() + settling
  const until = from + seconds * 1000
  const latencies: number[] = []
  await Promise.all(
    visitors.map(async ({ visitor, nextQuestion }) => {
      while (performance.now() < until) {
        const latency = await visitor.ask(nextQuestion())
        const now = performance.now()
        if (now >= from && now <= until) latencies.push(latency)
      }
    }),
  )
  return latencies
}

async function answer(request: LoadRequest): Promise<LoadAnswer> {
  try {
    if (request.type === 'talk') return { type: 'talked', latencies: await talk(request.seconds) }
    await open(request.url, request.visitors)
    return { type: 'opened' }
  } catch (error) {
    return { type: 'broken', reason: (error as Error).stack ?? String(error) }
  }
}

process.on('message', async (request: LoadRequest) => process.send!(await answer(request)))
