import { z } from 'zod'
import { AddedExample, GraphExample, GraphExampleDraft, GraphModelVersion } from './graph-learning.ts'
import { route } from './route.ts'

const versions = z.strictObject({ versions: z.array(GraphModelVersion) })
const area = 'Knowledge graph'
const at = '/api/v1/knowledge/graph'

/** What the graph learns from questions whose way is known: at work only where it was measured to answer better. */
export const graphLearningRoutes = {
  listGraphModels: route({
    method: 'GET',
    path: `${at}/models`,
    area,
    access: 'supervisor',
    summary: 'What was learnt, the newest first, with the figures of each version and which is at work',
    ok: versions,
  }),
  learnGraphModel: route({
    method: 'POST',
    path: `${at}/models/learn`,
    area,
    access: 'supervisor',
    summary:
      'Learn from the examples, and from what customers asked and were answered over the graph. Switched on only where held-out questions are answered better and none wrongly that was not',
    ok: versions,
  }),
  switchGraphModel: route({
    method: 'PUT',
    path: `${at}/models/active`,
    area,
    access: 'supervisor',
    summary: 'Put one version to work, or none (null)',
    body: z.strictObject({ version: z.int32().positive().nullable() }),
    ok: versions,
  }),
  listGraphExamples: route({
    method: 'GET',
    path: `${at}/examples`,
    area,
    access: 'supervisor',
    summary: 'Questions that people said the way of, the newest first',
    query: z.strictObject({
      limit: z.coerce.number().int().min(1).max(200).default(50),
      offset: z.coerce.number().int().min(0).max(100_000).default(0),
    }),
    ok: z.strictObject({ examples: z.array(GraphExample), total: z.int() }),
  }),
  addGraphExamples: route({
    method: 'POST',
    path: `${at}/examples`,
    area,
    access: 'supervisor',
    summary:
      'Add questions with their ways, such as `["云杉羽绒服","填充物","鹅绒"]`; each is refused that the graph does not hold',
    body: z.strictObject({ examples: z.array(GraphExampleDraft).min(1).max(500) }),
    ok: z.strictObject({ report: z.array(AddedExample) }),
  }),
  removeGraphExample: route({
    method: 'DELETE',
    path: `${at}/examples/:id`,
    area,
    access: 'supervisor',
    summary: 'Remove an example; what was learnt from it stays learnt until the next learning',
    params: z.strictObject({ id: z.string().max(80) }),
    ok: z.null(),
    status: 204,
  }),
}
