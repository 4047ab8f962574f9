/**
 * What takes long over many lessons is done in a thread of its own, with bounded memory and time: the thread that serves only
 * hands them over, some at a time, and gets bytes or a short answer back.
 */
import { Worker } from 'node:worker_threads'
import type { Language } from '@lingxi/contract/message'
import type { LessonFinding, LessonFormat } from '@lingxi/contract/teaching'
import type { Cluster } from '../cluster-texts.ts'
import type { LessonExample, LessonsInParts } from '../lessons.ts'
import type { ImportReport } from '../report-lessons.ts'

const longest = 300_000
const mostMegabytes = 2_000

/** What there is to do, and its answer. */
export type Orders = {
  'find-doubtful': { order: object; answer: LessonFinding[] }
  /** `content`: packed, see packed-lessons. Undefined: there are more examples than a company may have. */
  preview: {
    order: { bytes: Uint8Array; format: LessonFormat; language: Language | undefined }
    answer: { report: ImportReport; content: Uint8Array } | undefined
  }
  write: { order: { format: LessonFormat }; answer: Uint8Array }
  cluster: { order: { texts: string[] }; answer: Cluster[] }
}
export type OrderKind = keyof Orders
export type Order<Kind extends OrderKind = OrderKind> = { kind: Kind } & Orders[Kind]['order']
type Head = Omit<LessonsInParts, 'examples'>
/** In this order: the head, any number of examples, the end. */
export type Handed = { head: Head } | { examples: LessonExample[] } | { end: true }
export type Asked<Answer> = { outcome: 'answered'; answer: Answer } | { outcome: 'too-large' | 'broken' }

const nothing: LessonsInParts = {
  changes: 0,
  intents: [],
  entityTypes: [],
  dictionary: [],
  patterns: [],
  async *examples() {},
}

/** `too-large`: it takes too long, or too much memory. Rejects when the lessons cannot be read. */
export async function askThread<Kind extends OrderKind>(
  order: Order<Kind>,
  lessons: LessonsInParts = nothing,
): Promise<Asked<Orders[Kind]['answer']>> {
  const worker = new Worker(new URL('./lessons-worker.ts', import.meta.url), {
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
  })
  const { promise, resolve } = Promise.withResolvers<Asked<Orders[Kind]['answer']>>()
  worker.on('message', (answer: Orders[Kind]['answer']) => resolve({ outcome: 'answered', answer }))
  worker.on('error', (error) => {
    const wantsMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    resolve({ outcome: wantsMemory ? 'too-large' : 'broken' })
  })
  worker.on('exit', () => resolve({ outcome: 'broken' }))
  const giveUp = setTimeout(() => resolve({ outcome: 'too-large' }), longest)
  try {
    const hand = (part: Handed) => worker.postMessage(part)
    const { examples, ...head } = lessons
    hand({ head })
    for await (const some of examples()) hand({ examples: some })
    hand({ end: true })
    return await promise
  } finally {
    clearTimeout(giveUp)
    await worker.terminate()
  }
}
