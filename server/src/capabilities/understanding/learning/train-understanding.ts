/** Learning in a thread of its own: whoever waits for it goes on serving. */
import { Worker } from 'node:worker_threads'
import type { LearningStep, LearnOutcome, LearntModels } from './learn.ts'
import type { LessonExample, Lessons } from './lessons.ts'

export type TrainingProgress = { step: LearningStep; done: number }
/**
 * `stop` is memory of both threads: anything but 0 tells the other to end. `early`: what is learnt is told before it is judged.
 * The examples follow, some at a time.
 */
export type ThreadOrder = { lessons: Omit<Lessons, 'examples'>; seed: number; stop: Int32Array; early: boolean }
export type Handed = { examples: LessonExample[] } | { end: true }
export type ThreadAnswer = { progress: TrainingProgress } | { learnt: LearntModels } | { outcome: LearnOutcome }
export type TrainOptions = {
  seed: number
  onProgress?: ((progress: TrainingProgress) => void) | undefined
  /** What is learnt, before it is judged. */
  onLearnt?: ((learnt: LearntModels) => void) | undefined
  /** Ends it within some seconds, with the outcome `stopped`: a thread that is cut off amid its work takes the process along. */
  signal?: AbortSignal | undefined
}

export type TrainUnderstanding = typeof trainUnderstanding

const mostMegabytes = 3_000
/** Handed over within some milliseconds: whoever else is served gets a turn in between. */
const handedAtOnce = 1_000

/** The same lessons and seed give the same artefact. Rejects when the thread breaks, also for want of memory. */
export async function trainUnderstanding(
  { examples, ...lessons }: Lessons,
  { seed, onProgress, onLearnt, signal }: TrainOptions,
): Promise<LearnOutcome> {
  if (signal?.aborted) return { outcome: 'stopped' }
  const stop = new Int32Array(new SharedArrayBuffer(4))
  const order: ThreadOrder = { lessons, seed, stop, early: onLearnt !== undefined }
  const worker = new Worker(new URL('./learn-worker.ts', import.meta.url), {
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
  })
  const { promise, resolve, reject } = Promise.withResolvers<LearnOutcome>()
  worker.on('message', (answer: ThreadAnswer) => {
    if ('progress' in answer) onProgress?.(answer.progress)
    else if ('learnt' in answer) onLearnt?.(answer.learnt)
    else resolve(answer.outcome)
  })
  // It may break before it has everything, and before anybody waits for it.
  promise.catch(() => undefined)
  worker.on('error', reject)
  worker.on('exit', () => reject(new Error('Learning ended early')))
  const tellToStop = () => void Atomics.store(stop, 0, 1)
  signal?.addEventListener('abort', tellToStop)
  const hand = (part: Handed) => worker.postMessage(part)
  try {
    for (let start = 0; start < examples.length; start += handedAtOnce) {
      hand({ examples: examples.slice(start, start + handedAtOnce) })
      await new Promise((resolve) => setImmediate(resolve))
    }
    hand({ end: true })
    return await promise
  } finally {
    signal?.removeEventListener('abort', tellToStop)
    await worker.terminate()
  }
}
