/** The thread's side of `ask-thread.ts`: gathers what it is handed, does what there is to do, answers once. */
import { parentPort, workerData } from 'node:worker_threads'
import { clusterTexts } from '../cluster-texts.ts'
import { doubtfulOf } from '../find-doubtful.ts'
import { readLessonFile, writeLessons } from '../formats/lesson-files.ts'
import type { LessonExample, Lessons } from '../lessons.ts'
import { previewLessons } from '../report-lessons.ts'
import type { Handed, Order, OrderKind, Orders } from './ask-thread.ts'

type Work = { [Kind in OrderKind]: (order: Order<Kind>, lessons: Lessons) => Orders[Kind]['answer'] }
const work: Work = {
  'find-doubtful': (_order, lessons) => doubtfulOf(lessons),
  preview: ({ bytes, format, language }, lessons) =>
    previewLessons(readLessonFile(bytes, format), { lessons, language }),
  write: ({ format }, lessons) => Buffer.from(writeLessons(lessons, format)),
  cluster: ({ texts }) => clusterTexts(texts),
}
const order = workerData as Order
let head: Omit<Lessons, 'examples'> | undefined
const examples: LessonExample[] = []

parentPort!.on('message', (handed: Handed) => {
  if ('head' in handed) head = handed.head
  else if ('examples' in handed) for (const each of handed.examples) examples.push(each)
  else parentPort!.postMessage((work[order.kind] as Work[OrderKind])(order as never, { ...head!, examples }))
})
