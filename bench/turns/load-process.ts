/**
 * The load, in a process of its own so that its work does not count as the server's: visitors who talk as long as they are told to.
 * Run by load.ts; speaks with it in messages.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { createChance } from '../chance.ts'
import { readQuestions } from '../questions.ts'
import { openVisitor, type Visitor } from './visitor.ts'

export type LoadRequest =
  | { type: 'open'; url: string; visitors: number }
  /** `thinking`: about how many milliseconds a visitor waits before the next question. */
  | { type: 'talk'; seconds: number; thinking: number }
export type LoadAnswer =
  | { type: 'opened' }
  | { type: 'talked'; latencies: number[]; asked: number }
  | { type: 'broken'; reason: string }

/** The first moments of each turn of talking are not counted: everybody begins at once. */
const settling = 500

const chance = createChance(1)
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

async function talk(seconds: number, thinking: number): Promise<LoadAnswer> {
  const from = performance.now() + settling
  const until = from + seconds * 1000
  const latencies: number[] = []
  let asked = 0
  await Promise.all(
    visitors.map(async ({ visitor, nextQuestion }) => {
      while (performance.now() < until) {
        if (thinking > 0) await pause(chance.between(0.5, 1.5) * thinking)
        const latency = await visitor.ask(nextQuestion())
        asked++
        const now = performance.now()
        if (now >= from && now <= until) latencies.push(latency)
      }
    }),
  )
  return { type: 'talked', latencies, asked }
}

async function answer(request: LoadRequest): Promise<LoadAnswer> {
  try {
    if (request.type === 'talk') return await talk(request.seconds, request.thinking)
    await open(request.url, request.visitors)
    return { type: 'opened' }
  } catch (error) {
    return { type: 'broken', reason: (error as Error).stack ?? String(error) }
  }
}

process.on('message', async (request: LoadRequest) => process.send!(await answer(request)))
