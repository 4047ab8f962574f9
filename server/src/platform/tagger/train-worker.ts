/** The thread's side of `train-in-thread.ts`: trains once, reports, answers. */
import { parentPort, workerData } from 'node:worker_threads'
import type { ThreadAnswer, ThreadLesson } from './train-in-thread.ts'
import { trainTagger } from './train-tagger.ts'

const { examples, seed, gazetteers } = workerData as ThreadLesson
const answer = (said: ThreadAnswer) => parentPort!.postMessage(said)
answer({ trained: trainTagger(examples, { seed, gazetteers, onProgress: (done) => answer({ done }) }) })
