/** The thread's side of `teach-in-thread.ts`. */
import { parentPort, workerData } from 'node:worker_threads'
import { createEntityGraph } from '../asking/entity-graph.ts'
import { keepModel } from './model-as-json.ts'
import { teach } from './teach.ts'
import type { TaughtInThread, TeachingTask } from './teach-in-thread.ts'

const { entities, edges, lessons } = workerData as TeachingTask
const graph = createEntityGraph()
for (const entity of entities) graph.put(entity)
for (const edge of edges) graph.connect(edge)
const { model, figures } = teach(graph, lessons)
parentPort!.postMessage({ model: keepModel(model), figures } satisfies TaughtInThread)
