/** Teaching in a thread of its own: whoever waits for it goes on answering. */
import { Worker } from 'node:worker_threads'
import type { GraphEdge, GraphEntity } from '../asking/entity-graph.ts'
import type { Lesson } from '../asking/learn.ts'
import type { KeptModel } from './model-as-json.ts'
import type { Taught } from './teach.ts'

export type TeachingTask = { entities: GraphEntity[]; edges: GraphEdge[]; lessons: Lesson[] }
export type TaughtInThread = { model: KeptModel; figures: Taught['figures'] }

/** In MB. */
const memory = 1024
const longest = 20 * 60_000

/** Rejects when the thread ends without a result, or takes too long. */
export async function teachInThread(task: TeachingTask): Promise<TaughtInThread> {
  const { promise, resolve, reject } = Promise.withResolvers<TaughtInThread>()
  const worker = new Worker(new URL('./teach-worker.ts', import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: memory },
  })
  const timer = setTimeout(() => reject(new Error('Learning the graph took too long')), longest)
  worker.once('message', resolve).once('error', reject)
  worker.once('exit', () => reject(new Error('Learning the graph ended early')))
  try {
    return await promise
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}
