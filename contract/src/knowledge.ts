/** What a company knows: articles, the import of them, and how a question finds its passage. */
import { z } from 'zod'
import { WeighedPassage } from './conversation.ts'
import { Instant } from './instant.ts'
import { Citation, Language } from './message.ts'

export const longestBody = 200_000

const moment = Instant.nullable()

export const ArticleDraft = z
  .strictObject({
    title: z.string().trim().min(1).max(300),
    body: z.string().min(1).max(longestBody),
    language: Language,
    tags: z.array(z.string().trim().min(1).max(60)).max(30).default([]),
    /** Other wordings of the question that the title asks. */
    alternatives: z.array(z.string().trim().min(1).max(300)).max(50).default([]),
    status: z.enum(['draft', 'published']).default('draft'),
    validFrom: moment.default(null),
    validUntil: moment.default(null),
  })
  .refine(
    (draft) => !draft.validFrom || !draft.validUntil || Date.parse(draft.validFrom) < Date.parse(draft.validUntil),
    {
      path: ['validUntil'],
      message: 'ends before it begins',
    },
  )
  .meta({ id: 'ArticleDraft' })
export type ArticleDraft = z.infer<typeof ArticleDraft>

export const Article = z
  .strictObject({
    ...ArticleDraft.shape,
    id: z.string(),
    /** Grows by one with each change; an edit names the version it started from. */
    version: z.int().positive(),
    /** Where it was imported from: a file's name, or a file's name and the question of its row. */
    source: z.string().nullable(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'Article' })
export type Article = z.infer<typeof Article>

export const ArticleRow = z
  .strictObject({ ...Article.omit({ body: true, alternatives: true }).shape, excerpt: z.string() })
  .meta({ id: 'ArticleRow' })
export type ArticleRow = z.infer<typeof ArticleRow>

/** `row` counts from 1; for a CSV file it is the line of data below the header. */
export const ImportedRow = z
  .strictObject({
    row: z.int().positive(),
    title: z.string(),
    outcome: z.enum(['created', 'updated', 'unchanged', 'refused']),
    articleId: z.string().optional(),
    reason: z.string().optional(),
  })
  .meta({ id: 'ImportedRow' })
export type ImportedRow = z.infer<typeof ImportedRow>

export const ImportReport = z
  .strictObject({
    file: z.string(),
    created: z.int(),
    updated: z.int(),
    unchanged: z.int(),
    refused: z.int(),
    rows: z.array(ImportedRow),
  })
  .meta({ id: 'ImportReport' })
export type ImportReport = z.infer<typeof ImportReport>

/** A passage found: `start`/`end` are UTF-16 offsets into the article's body. */
export const SearchHit = z
  .strictObject({
    articleId: z.string(),
    title: z.string(),
    heading: z.string(),
    language: Language,
    start: z.int().nonnegative(),
    end: z.int().nonnegative(),
    text: z.string(),
    score: z.number(),
    /** What each matched word added to the score, and in which field it was found. */
    matches: z.array(
      z.strictObject({ term: z.string(), field: z.enum(['title', 'heading', 'body']), score: z.number() }),
    ),
  })
  .meta({ id: 'SearchHit' })
export type SearchHit = z.infer<typeof SearchHit>

/** What the bot would answer, and why: the page on which a knowledge manager tries a question. */
export const TriedQuestion = z
  .strictObject({
    outcome: z.enum(['answered', 'unknown']),
    text: z.string(),
    citations: z.array(Citation),
    nearest: z.array(z.string()),
    /** How well the best evidence covers the question, 0–1, and the least that is answered from. */
    support: z.number(),
    needed: z.number(),
    writer: z.enum(['extracted', 'model']).nullable(),
    modelOutcome: z.string().nullable(),
    passages: z.array(WeighedPassage),
    hits: z.array(SearchHit),
    milliseconds: z.number(),
  })
  .meta({ id: 'TriedQuestion' })
export type TriedQuestion = z.infer<typeof TriedQuestion>
