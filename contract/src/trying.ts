/** A question that is tried by those who keep the knowledge: what the bot would answer, and everything that led to it. */
import { z } from 'zod'
import { Difference, WeighedPassage } from './conversation.ts'
import { Instant } from './instant.ts'
import { SearchHit } from './knowledge.ts'
import { Attachment, Citation, Language } from './message.ts'
import { QuestionStep } from './question-steps.ts'
import { Wish } from './wish.ts'

export const rankingSigns = [
  'lexical',
  'covered',
  'sentence',
  'order',
  'wording',
  'exact',
  'sought',
  'related',
  'success',
] as const

/**
 * A passage found, its score taken apart: what each word added (`meaning`: what the word means, whichever word says it),
 * how near its meaning is (cosine, null without vectors), and what each sign added to the order of the passages.
 */
export const TriedHit = z
  .strictObject({
    ...SearchHit.shape,
    matches: z.array(
      z.strictObject({
        term: z.string(),
        field: z.enum(['title', 'heading', 'body']),
        score: z.number(),
        by: z.enum(['word', 'meaning']),
      }),
    ),
    similarity: z.number().nullable(),
    signs: z.array(z.strictObject({ sign: z.enum(rankingSigns), value: z.number(), adds: z.number() })),
  })
  .meta({ id: 'TriedHit' })
export type TriedHit = z.infer<typeof TriedHit>

/**
 * How a question is tried, beside by which customer: in which language, by whom of the staff instead of a customer (the
 * groups they are in), when (null: now), and with or without what was learnt.
 */
export const TrialOptions = z.strictObject({
  language: Language.optional(),
  asStaff: z.array(z.string().trim().min(1).max(60)).max(30).nullable().default(null),
  at: Instant.nullable().default(null),
  learnt: z.boolean().default(true),
})
export type TrialOptions = z.infer<typeof TrialOptions>

/** What the bot would answer, and why: the page on which a knowledge manager tries a question. */
export const TriedQuestion = z
  .strictObject({
    attachments: z.array(Attachment).optional(),
    differs: Difference.optional(),
    related: z.array(z.string()).optional(),
    outcome: z.enum(['answered', 'unknown']),
    text: z.string(),
    citations: z.array(Citation),
    nearest: z.array(z.string()),
    /** What is looked for in the catalogue, where products are named instead of an answer from passages: they are what it cites. */
    wish: Wish.nullable(),
    /** How well the best evidence covers the question, 0–1, and the least that is answered from; null for products. */
    support: z.number().nullable(),
    needed: z.number(),
    writer: z.enum(['extracted', 'model']).nullable(),
    modelOutcome: z.string().nullable(),
    /** Kept from an earlier question of the same meaning; nothing has changed since. */
    fromCache: z.boolean(),
    steps: z.array(QuestionStep),
    passages: z.array(WeighedPassage),
    hits: z.array(TriedHit),
    /** What the question has in quotes: only passages that hold all of it as it is written are among the hits. */
    phrases: z.array(z.string()),
    /** Words of the question that no passage says. */
    unsaid: z.array(z.string()),
    /** Articles that would be found by who tries it, and are kept from who is asked as. */
    withheld: z.array(z.strictObject({ articleId: z.string(), title: z.string() })),
    milliseconds: z.number(),
  })
  .meta({ id: 'TriedQuestion' })
export type TriedQuestion = z.infer<typeof TriedQuestion>
