/** What the search learnt from the company's own texts, and whether it helps. */
import { z } from 'zod'

/** Means over questions whose wording was held out of what was learnt from; `mrr` 0–1. */
export const RelationsFigures = z
  .strictObject({
    questions: z.int(),
    texts: z.int(),
    words: z.int(),
    recallAt1Without: z.number(),
    recallAt1With: z.number(),
    mrrWithout: z.number(),
    mrrWith: z.number(),
    helps: z.boolean(),
    /** The order of what was found, by the usual weights and by the learnt: over questions that were held out each time. */
    ranking: z.strictObject({
      questions: z.int(),
      /** How many of them customers asked, and were served well. */
      served: z.int(),
      mrrUsual: z.number(),
      mrrLearnt: z.number(),
      helps: z.boolean(),
    }),
  })
  .meta({ id: 'RelationsFigures' })
export type RelationsFigures = z.infer<typeof RelationsFigures>

export const RelationsVersion = z
  .strictObject({
    version: z.int().positive(),
    state: z.enum(['requested', 'learnt', 'failed']),
    active: z.boolean(),
    figures: RelationsFigures.nullable(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'RelationsVersion' })
export type RelationsVersion = z.infer<typeof RelationsVersion>
