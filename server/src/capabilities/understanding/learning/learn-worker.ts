/** The thread's side of `train-understanding.ts`: gathers the examples, learns once, tells how far it is, answers. */
import { parentPort, workerData } from 'node:worker_threads'
import { learnLessons } from './learn.ts'
import type { LessonExample } from './lessons.ts'
import type { Handed, ThreadAnswer, ThreadOrder } from './train-understanding.ts'

const { lessons, seed, stop, early } = workerData as ThreadOrder
const examples: LessonExample[] = []
const tell = (answer: ThreadAnswer) => parentPort!.postMessage(answer)

parentPort!.on('message', (handed: Handed) => {
  if ('examples' in handed) for (const each of handed.examples) examples.push(each)
  else
    tell({
      outcome: learnLessons(
        { ...lessons, examples },
        {
          seed,
          onProgress: (progress) => tell({ progress }),
          onLearnt: early ? (learnt) => tell({ learnt }) : undefined,
          shouldStop: () => Atomics.load(stop, 0) !== 0,
          reading: () => performance.now(),
        },
      ),
    })
})
