/** The knowledge graph as people see it: entities, edges with their source, and paths that answer. */
import { z } from 'zod'
import { Audience } from './audience.ts'
import { Language } from './message.ts'

export const GraphEntityView = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    names: z.array(z.string()),
    /** What articles of a language call it; without one, `name`. */
    labels: z.partialRecord(Language, z.string()),
    type: z.string(),
    edges: z.int().nonnegative(),
  })
  .meta({ id: 'GraphEntity' })
export type GraphEntityView = z.infer<typeof GraphEntityView>

const End = z.strictObject({ id: z.string(), name: z.string() })
/** `start`/`end` are UTF-16 offsets into the article's body at that version. Null: a person added the edge. */
export const GraphSource = z
  .strictObject({
    articleId: z.string(),
    title: z.string(),
    version: z.int().positive(),
    start: z.int().nonnegative(),
    end: z.int().nonnegative(),
  })
  .meta({ id: 'GraphSource' })

export const GraphEdgeView = z
  .strictObject({
    id: z.string(),
    subject: End,
    relation: z.string(),
    object: End,
    method: z.enum(['table', 'catalogue', 'definition', 'pattern', 'model', 'person']),
    /** How sure it is by how it was found, 0–1. */
    confidence: z.number(),
    verdict: z.enum(['confirmed', 'rejected']).nullable(),
    source: GraphSource.nullable(),
  })
  .meta({ id: 'GraphEdge' })
export type GraphEdgeView = z.infer<typeof GraphEdgeView>

export const GraphNeighbourhood = z
  .strictObject({
    entity: GraphEntityView,
    /** What was put together into it. */
    members: z.array(z.string()),
    entities: z.array(GraphEntityView),
    edges: z.array(GraphEdgeView),
    /** Edges there are, of which `edges` shows the surest. */
    total: z.int().nonnegative(),
  })
  .meta({ id: 'GraphNeighbourhood' })
export type GraphNeighbourhood = z.infer<typeof GraphNeighbourhood>

export const GraphStatistics = z
  .strictObject({
    entities: z.int(),
    edges: z.int(),
    articles: z.int(),
    confirmed: z.int(),
    rejected: z.int(),
    types: z.record(z.string(), z.int()),
    methods: z.record(z.string(), z.int()),
    relations: z.record(z.string(), z.int()),
  })
  .meta({ id: 'GraphStatistics' })
export type GraphStatistics = z.infer<typeof GraphStatistics>

/** A path as it is shown: each hop in the words of its source. `against`: followed from the object to the subject. */
const GraphHop = z.strictObject({
  from: z.string(),
  relation: z.string(),
  to: z.string(),
  against: z.boolean(),
  edgeId: z.string(),
  articleId: z.string().nullable(),
})
export const GraphPath = z.array(GraphHop).meta({ id: 'GraphPath' })
export type GraphPath = z.infer<typeof GraphPath>

export const GraphAnswer = z
  .strictObject({
    answers: z.array(z.string()),
    /** Each hop with the entities it joins. */
    paths: z.array(z.array(GraphHop.extend({ fromId: z.string(), toId: z.string() }))),
    probability: z.number(),
    /** The share of the telling words of the question that the path accounts for, 0–1. */
    covered: z.number(),
    /** Sure enough to be said to a customer. */
    clear: z.boolean(),
  })
  .meta({ id: 'GraphAnswer' })
export type GraphAnswer = z.infer<typeof GraphAnswer>

const name = z.string().trim().min(1).max(200)
const DraftEnd = z.strictObject({ id: z.string().max(400).optional(), name })
export const GraphEdgeDraft = z
  .strictObject({
    subject: DraftEnd,
    relation: z.string().trim().min(1).max(80),
    object: DraftEnd,
    audience: Audience.default({ kind: 'public' }),
  })
  .meta({ id: 'GraphEdgeDraft' })
export type GraphEdgeDraft = z.infer<typeof GraphEdgeDraft>

export const GraphChangeView = z
  .strictObject({
    id: z.string(),
    kind: z.string(),
    about: z.string(),
    detail: z.record(z.string(), z.unknown()),
    by: z.string(),
    at: z.iso.datetime(),
  })
  .meta({ id: 'GraphChange' })
export type GraphChangeView = z.infer<typeof GraphChangeView>
