/** The calling side of the embedded engine's thread: statements go out in order, answers come back as promises. */
import { Worker } from 'node:worker_threads'
import type { WorkerAnswer, WorkerFailure, WorkerRequest } from './pglite-worker.ts'

export type EngineResult = { rows: unknown[]; affected: number }
type Waiting = { resolve: (result: EngineResult) => void; reject: (error: Error) => void }

/** A statement that the engine refused; `code` is the SQLSTATE. The message may quote values: it is never logged. */
class StatementRefused extends Error {
  readonly code: string | undefined
  readonly constraint: string | undefined
  constructor({ name, message, code, constraint }: WorkerFailure) {
    super(message)
    this.name = name
    this.code = code
    this.constraint = constraint
  }
}

type Options = {
  /** Absent: everything is kept in memory. */
  folder: string | undefined
  /** Each commit is synced to the disk. */
  durable: boolean
  /** Called when the engine ends without having been closed; what was committed is on the disk. */
  onLost?: ((error: Error) => void) | undefined
}

export async function startEngine({ folder, durable, onLost }: Options) {
  const worker = new Worker(new URL('./pglite-worker.ts', import.meta.url), { workerData: { folder, durable } })
  let closing = false
  const waiting = new Map<number, Waiting>()
  let count = 0
  let gone: Error | undefined
  const { promise: ready, resolve: isReady, reject: isBroken } = Promise.withResolvers<void>()
  const { promise: closed, resolve: isClosed } = Promise.withResolvers<void>()

  worker.on('message', (answer: WorkerAnswer | 'ready' | 'closed') => {
    if (answer === 'ready') return isReady()
    if (answer === 'closed') return isClosed()
    const asked = waiting.get(answer.id)
    waiting.delete(answer.id)
    if (answer.failure) asked?.reject(new StatementRefused(answer.failure))
    else asked?.resolve({ rows: answer.rows ?? [], affected: answer.affected ?? 0 })
  })
  const end = (cause: unknown) => {
    gone ??= new Error('The database engine has stopped', { cause })
    for (const { reject } of waiting.values()) reject(gone)
    waiting.clear()
    isBroken(gone)
    isClosed()
    if (!closing) onLost?.(gone)
    closing = true
  }
  worker.on('error', end)
  worker.on('exit', end)
  await ready

  return {
    execute(sql: string, parameters: unknown[]): Promise<EngineResult> {
      if (gone) return Promise.reject(gone)
      const { promise, resolve, reject } = Promise.withResolvers<EngineResult>()
      const request: WorkerRequest = { id: ++count, sql, parameters }
      waiting.set(request.id, { resolve, reject })
      worker.postMessage(request)
      return promise
    },
    /** Lets what was asked finish, then closes the files. */
    async close(): Promise<void> {
      if (gone) return
      closing = true
      worker.postMessage('close')
      await closed
      await worker.terminate()
    },
  }
}
export type Engine = Awaited<ReturnType<typeof startEngine>>
