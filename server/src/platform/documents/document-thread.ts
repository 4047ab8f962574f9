/** The calling side of the reading thread: readings wait for each other; a thread that was ended is made anew. */
import { Worker } from 'node:worker_threads'
import type { FromThread, ToThread } from './document-worker.ts'
import type { DocumentInput, DocumentLimits, ReadOutcome, TakePart } from './documents.ts'
import { type RefusalCode, refuse } from './refusals.ts'

const refused = (code: RefusalCode): ReadOutcome => ({ outcome: 'refused', refusal: refuse(code), notes: [] })

export function createThread(limits: DocumentLimits) {
  let worker: Worker | undefined
  let last: Promise<unknown> = Promise.resolve()
  let closed = false

  function start(): Worker {
    worker ??= new Worker(new URL('./document-worker.ts', import.meta.url), {
      workerData: limits,
      resourceLimits: { maxOldGenerationSizeMb: limits.memory, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
    })
    // Who waits for a reading holds the process; the idle thread does not.
    worker.unref()
    return worker
  }

  async function end(): Promise<void> {
    const ending = worker
    worker = undefined
    await ending?.terminate()
  }

  async function readNow(input: DocumentInput, take: TakePart, signal?: AbortSignal): Promise<ReadOutcome> {
    if (closed || signal?.aborted) return refused('cancelled')
    const thread = start()
    const { promise, resolve, reject } = Promise.withResolvers<ReadOutcome>()
    const giveUp = (code: RefusalCode) => void end().then(() => resolve(refused(code)))
    const whole = setTimeout(() => giveUp('takes-too-long'), limits.longest)
    let stall = setTimeout(() => giveUp('takes-too-long'), limits.stalledAfter)
    const cancel = () => giveUp('cancelled')

    const onMessage = (message: FromThread) => {
      clearTimeout(stall)
      if ('outcome' in message) return resolve(message.outcome)
      Promise.resolve(take(message.part)).then(
        () => {
          stall = setTimeout(() => giveUp('takes-too-long'), limits.stalledAfter)
          thread.postMessage('taken' satisfies ToThread)
        },
        (error: unknown) => void end().then(() => reject(error)),
      )
    }
    const onError = (error: Error & { code?: string }) => {
      worker = undefined
      resolve(refused(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'needs-too-much-memory' : 'unreadable'))
    }
    const onExit = () => {
      if (worker === thread) onError(new Error('the thread ended'))
    }
    thread.on('message', onMessage).once('error', onError).once('exit', onExit)
    signal?.addEventListener('abort', cancel, { once: true })
    try {
      thread.ref()
      // The caller keeps its bytes: a copy goes over and is theirs alone.
      const bytes = new Uint8Array(input.bytes)
      thread.postMessage({ read: { ...input, bytes } } satisfies ToThread, [bytes.buffer])
      return await promise
    } finally {
      thread.unref()
      clearTimeout(whole)
      clearTimeout(stall)
      signal?.removeEventListener('abort', cancel)
      thread.off('message', onMessage).off('error', onError).off('exit', onExit)
    }
  }

  return {
    read(input: DocumentInput, take: TakePart, signal?: AbortSignal): Promise<ReadOutcome> {
      const reading = last.then(() => readNow(input, take, signal))
      last = reading.catch(() => undefined)
      return reading
    },
    async close(): Promise<void> {
      closed = true
      await end()
    },
  }
}
