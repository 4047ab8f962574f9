/** What was made of a question: what was meant, not what was typed, and what decided on the order of what was found. */
import { z } from 'zod'

export const QuestionStep = z
  .discriminatedUnion('kind', [
    /** What it leaves out was taken from a question before it. */
    z.strictObject({ kind: z.literal('completed'), from: z.string(), text: z.string() }),
    /** A word nobody knows here was read as one that is known. */
    z.strictObject({
      kind: z.literal('corrected'),
      said: z.string(),
      meant: z.string(),
      by: z.enum(['pinyin', 'sound', 'slip']),
    }),
    /** It asks several things, each of which was looked for. */
    z.strictObject({ kind: z.literal('split'), parts: z.array(z.string()) }),
    /** Other words that answer for one of its own; `learnt`: from the company's own texts. */
    z.strictObject({
      kind: z.literal('expanded'),
      word: z.string(),
      others: z.array(z.string()),
      by: z.enum(['everyday', 'learnt']),
    }),
    /** What was learnt, or a model, put the passages into another order; `moved`: how many changed their place by that. */
    z.strictObject({ kind: z.literal('reranked'), by: z.enum(['learnt', 'model']), moved: z.int() }),
  ])
  .meta({ id: 'QuestionStep' })
export type QuestionStep = z.infer<typeof QuestionStep>
