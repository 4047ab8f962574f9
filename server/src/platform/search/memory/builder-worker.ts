/** The thread for long work: it builds segments, writes and reads snapshots, trains centroids, and keeps nothing. */
import { parentPort } from 'node:worker_threads'
import { buildSegment } from './build-segment.ts'
import { assignRows, trainCentroids } from './train-centroids.ts'
import { openSegment } from './segment.ts'
import { readSnapshot, writeSnapshot } from './snapshot-file.ts'
import type { BuilderTasks, SourceToBuild } from './builder.ts'

type Answer<Task extends keyof BuilderTasks> = BuilderTasks[Task]['answer']
export type Tasks = { [Task in keyof BuilderTasks]: (asked: BuilderTasks[Task]['asked']) => Answer<Task> }

const opened = (source: SourceToBuild) => ('stored' in source ? openSegment(source.stored, source.dead) : source)

export const tasks: Tasks = {
  build: ({ sources, averages }) => buildSegment(sources.map(opened), averages),
  write: ({ file, snapshot }) => writeSnapshot(file, snapshot),
  read: ({ file }) => readSnapshot(file),
  train: trainCentroids,
  assign: assignRows,
}

parentPort?.on('message', ({ id, task, asked }: { id: number; task: keyof BuilderTasks; asked: never }) => {
  try {
    parentPort!.postMessage({ id, answer: tasks[task](asked) })
  } catch (failure) {
    parentPort!.postMessage({ id, failure })
  }
})
