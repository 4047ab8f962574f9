/** The thread's side of `learn-in-thread.ts`: gathers what is to be learnt from, learns, answers once. */
import { parentPort, workerData } from 'node:worker_threads'
import type { LearnAnswer, LessonPart } from './learn-in-thread.ts'
import { learnRelations } from './learn-relations.ts'

const { seed } = workerData as { seed: number }
const texts: string[][] = []
const pairs: LessonPart['pairs'] = []

parentPort!.on('message', (part: LessonPart | 'all') => {
  if (part !== 'all') {
    for (const text of part.texts) texts.push(text)
    for (const pair of part.pairs) pairs.push(pair)
    return
  }
  parentPort!.postMessage(answer())
})

function answer(): LearnAnswer {
  try {
    return { learnt: JSON.stringify(learnRelations({ texts, pairs, seed })) }
  } catch (error) {
    return { failed: error instanceof Error ? error.message : 'unknown' }
  }
}
