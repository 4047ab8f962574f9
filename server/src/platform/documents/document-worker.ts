/** The thread that reads: one document at a time; each part waits until it was taken. */
import { parentPort, workerData } from 'node:worker_threads'
import type { DocumentInput, DocumentLimits, DocumentPart, ReadOutcome } from './documents.ts'
import { readDocument } from './read-document.ts'

export type FromThread = { part: DocumentPart } | { outcome: ReadOutcome }
export type ToThread = { read: DocumentInput } | 'taken'

const limits = workerData as DocumentLimits
const port = parentPort!
let taken: (() => void) | undefined

async function take(part: DocumentPart): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  taken = resolve
  port.postMessage({ part } satisfies FromThread)
  await promise
}

port.on('message', (message: ToThread) => {
  if (message === 'taken') return taken?.()
  void readDocument(message.read, { limits, take }).then((outcome) =>
    port.postMessage({ outcome } satisfies FromThread),
  )
})
