/** Learning in a thread of its own: whoever waits for it goes on serving. What is to be learnt from is handed over in batches. */
import { Worker } from 'node:worker_threads'
import type { LearntRelations } from './learn-relations.ts'
import type { WordPair } from './translations.ts'

export type LessonPart = { texts: string[][]; pairs: WordPair[] }
export type LearnAnswer = { learnt: string } | { failed: string }

/** Rejects when the thread ends without a result, and when `signal` says so. */
export async function learnRelationsInThread(
  parts: AsyncIterable<LessonPart>,
  { seed, signal }: { seed: number; signal?: AbortSignal | undefined },
): Promise<LearntRelations> {
  const worker = new Worker(new URL('./learn-worker.ts', import.meta.url), { workerData: { seed } })
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  worker.on('message', (answer: LearnAnswer) => {
    if ('learnt' in answer) resolve(answer.learnt)
    else reject(new Error('Learning relations failed', { cause: answer.failed }))
  })
  worker.on('error', reject)
  worker.on('exit', () => reject(new Error('Learning relations ended early')))
  const stop = () => reject(new Error('Learning relations was stopped'))
  signal?.addEventListener('abort', stop)
  try {
    // Whoever hears of a failure below waits for `promise`: it must not count as unheard meanwhile.
    promise.catch(() => undefined)
    for await (const part of parts) worker.postMessage(part)
    worker.postMessage('all')
    return JSON.parse(await promise) as LearntRelations
  } finally {
    signal?.removeEventListener('abort', stop)
    await worker.terminate()
  }
}
