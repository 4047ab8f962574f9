/** Training in a thread of its own: whoever waits for it goes on serving. */
import { Worker } from 'node:worker_threads'
import type { TaggerExample, TrainingOptions, TrainingOutcome } from './train-tagger.ts'

export type ThreadLesson = { examples: readonly TaggerExample[] } & Pick<TrainingOptions, 'seed' | 'gazetteers'>
export type ThreadAnswer = { done: number } | { trained: TrainingOutcome }
export type ThreadOptions = Pick<TrainingOptions, 'seed' | 'gazetteers' | 'onProgress'> & {
  signal?: AbortSignal | undefined
}

/** As `trainTagger`. `signal` ends the thread at once: the outcome is `stopped`. Rejects when the thread breaks. */
export async function trainTaggerInThread(
  examples: readonly TaggerExample[],
  { seed, gazetteers, onProgress, signal }: ThreadOptions,
): Promise<TrainingOutcome> {
  if (signal?.aborted) return { outcome: 'stopped' }
  const workerData: ThreadLesson = { examples, seed, gazetteers }
  const worker = new Worker(new URL('./train-worker.ts', import.meta.url), { workerData })
  const { promise, resolve, reject } = Promise.withResolvers<TrainingOutcome>()
  worker.on('message', (answer: ThreadAnswer) => {
    if ('trained' in answer) resolve(answer.trained)
    else onProgress?.(answer.done)
  })
  worker.on('error', reject)
  worker.on('exit', () => reject(new Error('Training ended early')))
  const stop = () => resolve({ outcome: 'stopped' })
  signal?.addEventListener('abort', stop)
  try {
    return await promise
  } finally {
    signal?.removeEventListener('abort', stop)
    await worker.terminate()
  }
}
