/** The calling side of the thread for long work. It is started when there is something to do and ends when idle. */
import { Worker } from 'node:worker_threads'
import type { BuiltSegment, SegmentSource } from './build-segment.ts'
import type { Assigned, AssignRequest, Trained, TrainRequest } from './train-centroids.ts'
import type { StoredSegment } from './segment.ts'
import type { Snapshot } from './snapshot-file.ts'

/** A delta's columns come as they are, a segment's as its buffer. */
export type SourceToBuild = SegmentSource | { stored: StoredSegment; dead: Uint8Array }
export type BuilderTasks = {
  /** The living documents of the sources in one segment. */
  build: { asked: { sources: SourceToBuild[]; averages: number[] }; answer: BuiltSegment }
  /** Writes a snapshot in the place of the one before; returns its bytes. */
  write: { asked: { file: string; snapshot: Snapshot }; answer: number }
  /** Reads a snapshot. Broken: there is one, and it is not whole or not of this format. */
  read: { asked: { file: string }; answer: Snapshot | 'absent' | 'broken' }
  /** Centroids for vectors, and to which each row belongs. */
  train: { asked: TrainRequest; answer: Trained }
  /** To which centroid each row belongs. */
  assign: { asked: AssignRequest; answer: Assigned }
}
type Asked<Task extends keyof BuilderTasks> = BuilderTasks[Task]['asked']
type Answer<Task extends keyof BuilderTasks> = BuilderTasks[Task]['answer']
export type Builder = <Task extends keyof BuilderTasks>(task: Task, asked: Asked<Task>) => Promise<Answer<Task>>

type Waiting = { resolve: (answer: never) => void; reject: (error: unknown) => void }
const idleMilliseconds = 2_000

export function createBuilder(): Builder {
  let worker: Worker | undefined
  let idle: NodeJS.Timeout | undefined
  const waiting = new Map<number, Waiting>()
  let count = 0

  function end(gone: Worker, cause: unknown): void {
    if (worker !== gone) return
    worker = undefined
    const error = new Error('The thread that builds search segments has stopped', { cause })
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }

  function start(): Worker {
    const started = new Worker(new URL('./builder-worker.ts', import.meta.url))
    started.unref()
    started.on('message', ({ id, answer, failure }: { id: number; answer: never; failure?: unknown }) => {
      if (failure) waiting.get(id)?.reject(failure)
      else waiting.get(id)?.resolve(answer)
      waiting.delete(id)
      if (waiting.size === 0) idle = setTimeout(stop, idleMilliseconds).unref()
    })
    started.on('error', (error) => end(started, error))
    started.on('exit', (code) => end(started, new Error(`It ended with ${code}`)))
    return started
  }

  function stop(): void {
    const ended = worker
    worker = undefined
    void ended?.terminate()
  }

  return function ask<Task extends keyof BuilderTasks>(task: Task, asked: Asked<Task>) {
    clearTimeout(idle)
    worker ??= start()
    const { promise, resolve, reject } = Promise.withResolvers<Answer<Task>>()
    waiting.set(count, { resolve, reject })
    // Shared buffers are shared, the rest is copied.
    worker.postMessage({ id: count++, task, asked })
    return promise
  }
}

/** One thread serves all indexes of a process: what it builds is small, and its memory is not. */
export const sharedBuilder = createBuilder()
