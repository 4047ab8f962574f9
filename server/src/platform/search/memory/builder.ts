/** The calling side of the thread that builds. It is started when there is something to build and ends when idle. */
import { Worker } from 'node:worker_threads'
import type { BuiltSegment } from './build-segment.ts'
import type { BuildRequest, SourceToBuild } from './builder-worker.ts'

type Waiting = { resolve: (built: BuiltSegment) => void; reject: (error: Error) => void }
const idleMilliseconds = 2_000
export type Builder = ReturnType<typeof createBuilder>

export function createBuilder() {
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
    started.on('message', ({ id, ...built }: BuiltSegment & { id: number }) => {
      waiting.get(id)?.resolve(built)
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

  return {
    /** The living documents of the sources in one segment. Their buffers are shared, the rest is copied. */
    build(sources: SourceToBuild[], averages: number[]): Promise<BuiltSegment> {
      clearTimeout(idle)
      worker ??= start()
      const { promise, resolve, reject } = Promise.withResolvers<BuiltSegment>()
      waiting.set(count, { resolve, reject })
      const request: BuildRequest = { id: count++, sources, averages }
      worker.postMessage(request)
      return promise
    },
  }
}

/** One thread serves all indexes of a process: what it builds is small, and its memory is not. */
export const sharedBuilder = createBuilder()
