/** The calling side of a local model's thread: calls go out in order, a failed or late one is a `ModelFailure`. */
import { Worker } from 'node:worker_threads'
import { startDeadline } from '../deadline.ts'
import { ModelFailure } from '../models.ts'
import type { OnnxAnswer, OnnxRequest, OnnxRows } from './onnx-worker.ts'

type Question = OnnxRequest extends infer Each ? (Each extends OnnxRequest ? Omit<Each, 'id'> : never) : never
type Waiting = { resolve: (answer: OnnxRows) => void; reject: (error: ModelFailure) => void }

/** Rejects when the folder holds no model that can be run, or the runtime is not installed. */
export async function startOnnx(folder: string) {
  const worker = new Worker(new URL('./onnx-worker.ts', import.meta.url), { workerData: { folder } })
  const waiting = new Map<number, Waiting>()
  let count = 0
  let gone: ModelFailure | undefined
  const { promise: ready, resolve: isReady, reject: isBroken } = Promise.withResolvers<void>()

  worker.on('message', (answer: OnnxAnswer | 'ready') => {
    if (answer === 'ready') return isReady()
    const asked = waiting.get(answer.id)
    waiting.delete(answer.id)
    if (answer.rows) asked?.resolve({ rows: answer.rows, ...(answer.tokens && { tokens: answer.tokens }) })
    else asked?.reject(new ModelFailure('failed', answer.failure ?? 'The local model gave nothing'))
  })
  const end = (cause: unknown) => {
    gone ??= new ModelFailure('failed', 'The local model has stopped', cause)
    for (const { reject } of waiting.values()) reject(gone)
    waiting.clear()
    isBroken(cause instanceof Error ? cause : gone)
  }
  worker.on('error', end)
  worker.on('exit', end)
  await ready
  worker.unref()

  return {
    /** One row a text. A call that is given up is still worked off, and its answer dropped. */
    async ask(question: Question, { limit, signal }: { limit: number; signal?: AbortSignal | undefined }) {
      if (gone) throw gone
      const deadline = startDeadline({ firstWordLimit: limit, totalLimit: limit, signal })
      const id = ++count
      const { promise, resolve, reject } = Promise.withResolvers<OnnxRows>()
      const giveUp = () => {
        waiting.delete(id)
        const late = deadline.reason() === 'too-slow'
        reject(
          late
            ? new ModelFailure('too-slow', 'The local model did not answer in time')
            : new ModelFailure('cancelled', 'The call was given up'),
        )
      }
      try {
        if (deadline.signal.aborted) throw new ModelFailure('cancelled', 'The call was given up')
        deadline.signal.addEventListener('abort', giveUp, { once: true })
        waiting.set(id, { resolve, reject })
        worker.postMessage({ ...question, id })
        return await promise
      } finally {
        deadline.signal.removeEventListener('abort', giveUp)
        deadline.stop()
      }
    },
    async close() {
      worker.removeAllListeners('exit')
      await worker.terminate()
    },
  }
}
export type OnnxThread = Awaited<ReturnType<typeof startOnnx>>
