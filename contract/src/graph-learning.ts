/** How the graph learns which words ask for which way, from questions whose way is known. */
import { z } from 'zod'
import { Instant } from './instant.ts'

/** Entity, relation, entity, relation, entity: one to three hops. `^` before a relation follows it from its object to its subject. */
export const NamedPath = z
  .array(z.string().trim().min(1).max(200))
  .min(3)
  .max(7)
  .refine((path) => path.length % 2 === 1, 'is entities with a relation between each two')
  .meta({ id: 'NamedPath' })
export type NamedPath = z.infer<typeof NamedPath>

export const GraphExampleDraft = z
  .strictObject({ question: z.string().trim().min(1).max(400), path: NamedPath })
  .meta({ id: 'GraphExampleDraft' })
export type GraphExampleDraft = z.infer<typeof GraphExampleDraft>

/** Why an example teaches nothing now: no entity of that name, no such path from it, or the question does not name it. */
export const exampleFaults = ['unknown-entity', 'no-such-path', 'not-named'] as const
export const ExampleFault = z.enum(exampleFaults).meta({ id: 'GraphExampleFault' })
export type ExampleFault = z.infer<typeof ExampleFault>

export const GraphExample = z
  .strictObject({
    ...GraphExampleDraft.shape,
    id: z.string(),
    by: z.string(),
    at: Instant,
    /** Null while the graph holds the path. */
    fault: ExampleFault.nullable(),
  })
  .meta({ id: 'GraphExample' })
export type GraphExample = z.infer<typeof GraphExample>

/** What became of each example that was handed in, in order. */
export const AddedExample = z
  .strictObject({ outcome: z.enum(['added', 'unchanged', 'refused']), fault: ExampleFault.nullable() })
  .meta({ id: 'AddedGraphExample' })
export type AddedExample = z.infer<typeof AddedExample>

/** Before and after learning: every question asked of a model that had not learnt from it. `said`: sure enough for a customer. */
const Measured = z.strictObject({ right: z.int(), said: z.int(), saidWrong: z.int() })
export const GraphModelFigures = z
  .strictObject({
    questions: z.int(),
    /** How many of them customers asked and were served with; the others people gave. */
    asked: z.int(),
    untaught: Measured,
    learnt: Measured,
    helps: z.boolean(),
  })
  .meta({ id: 'GraphModelFigures' })
export type GraphModelFigures = z.infer<typeof GraphModelFigures>

export const GraphModelVersion = z
  .strictObject({
    version: z.int().positive(),
    state: z.enum(['requested', 'learnt', 'failed']),
    active: z.boolean(),
    figures: GraphModelFigures.nullable(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'GraphModelVersion' })
export type GraphModelVersion = z.infer<typeof GraphModelVersion>
