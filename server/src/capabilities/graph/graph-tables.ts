/** What people say of the graph, as it travels when all knowledge is exported. What articles state is read from them again. */
import { GraphExampleDraft, GraphModelFigures } from '@lingxi/contract/graph-learning'
import { Instant } from '@lingxi/contract/instant'
import { z } from 'zod'
import type { RowTable } from '#platform/database'
import { idOfExample } from './learning/example-store.ts'
import { KeptModel } from './learning/model-as-json.ts'

const entity = z.string().min(1).max(400)
const name = z.string().min(1).max(200)
const stamps = { by_staff: z.string().max(80), at: Instant }
const moments = ['at']

export const graphTables = {
  entities: {
    table: 'graph_curated_entities',
    key: ['entity'],
    row: z.strictObject({
      entity,
      name: name.nullable(),
      type: z.string().max(40).nullable(),
      merged_into: entity.nullable(),
      ...stamps,
    }),
    moments,
  },
  edges: {
    table: 'graph_added_edges',
    key: ['id'],
    row: z.strictObject({
      id: z.string().min(1).max(80),
      subject: entity,
      subject_name: name,
      relation: z.string().min(1).max(80),
      object: entity,
      object_name: name,
      readers: z.array(z.string().min(1).max(80)).min(1).max(60),
      ...stamps,
    }),
    moments,
  },
  verdicts: {
    table: 'graph_verdicts',
    key: ['statement'],
    row: z.strictObject({
      statement: z.string().min(1).max(2000),
      verdict: z.enum(['confirmed', 'rejected']),
      ...stamps,
    }),
    moments,
  },
  changes: {
    table: 'graph_changes',
    key: ['id'],
    row: z.strictObject({
      id: z.string().min(1).max(80),
      kind: z.string().max(60),
      about: entity,
      detail: z.record(z.string().max(100), z.unknown()),
      ...stamps,
    }),
    moments,
  },
  examples: {
    table: 'graph_examples',
    key: ['id'],
    row: z
      .strictObject({ id: z.string().length(32), ...GraphExampleDraft.shape, ...stamps })
      .refine((row) => row.id === idOfExample(row), { path: ['id'], message: 'is that of another example' }),
    moments,
  },
  /** What is at work of what was learnt; versions that are not stay where they were learnt. */
  models: {
    table: 'graph_models',
    key: ['version'],
    also: [['active']],
    only: { active: true },
    row: z.strictObject({
      version: z.int32().positive(),
      state: z.literal('learnt'),
      active: z.literal(true),
      figures: GraphModelFigures,
      learnt: KeptModel,
      created_at: Instant,
    }),
    moments: ['created_at'],
  },
} satisfies Record<string, RowTable>
