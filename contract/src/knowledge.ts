/** What a company knows: articles, the import of them, and how a question finds its passage. */
import { z } from 'zod'
import { Audience } from './audience.ts'
import { Guide } from './guide.ts'
import { Instant } from './instant.ts'
import { Language } from './message.ts'
import { ChosenVariant } from './variant.ts'

export const longestBody = 200_000

const moment = Instant.nullable()

export const articleKinds = ['fact', 'rule', 'process'] as const
export const ArticleKind = z.enum(articleKinds).meta({ id: 'ArticleKind' })
export type ArticleKind = z.infer<typeof ArticleKind>

/** `review`: waits for a second pair of eyes. `archived`: kept and no longer found. Only `published` is ever found. */
export const articleStatuses = ['draft', 'review', 'published', 'archived'] as const
export const ArticleStatus = z.enum(articleStatuses).meta({ id: 'ArticleStatus' })
export type ArticleStatus = z.infer<typeof ArticleStatus>

const names = z.array(z.string().trim().min(1).max(60)).max(30)

/** Another body of an article, for when all of `when` holds; an empty list or null there asks for nothing. */
export const ArticleVariant = z
  .strictObject({
    when: z.strictObject({
      channels: names.default([]),
      tiers: names.default([]),
      regions: names.default([]),
      from: moment.default(null),
      until: moment.default(null),
    }),
    body: z.string().min(1).max(longestBody),
  })
  .meta({ id: 'ArticleVariant' })
export type ArticleVariant = z.infer<typeof ArticleVariant>

/** What an edit that does not know of it leaves as it is. */
const further = {
  audience: Audience,
  /** A path such as `退换货/运费`. */
  category: z.string().trim().min(1).max(200).nullable(),
  /** Article numbers of the products it is about. */
  products: z.array(z.string().trim().min(1).max(80)).max(200),
  kind: ArticleKind,
  /** The table of a rule or the steps of a process; null for a fact. */
  guide: Guide.nullable(),
  variants: z.array(ArticleVariant).max(30),
  /** Who of the staff looks after it, and when it has to be looked at again. */
  ownerId: z.string().max(80).nullable(),
  dueAt: moment,
  /** The article that this is the same text of, in another language. */
  translationOf: z.string().max(80).nullable(),
}

export const ArticleDraft = z
  .strictObject({
    title: z.string().trim().min(1).max(300),
    body: z.string().min(1).max(longestBody),
    language: Language,
    tags: z.array(z.string().trim().min(1).max(60)).max(30).default([]),
    /** Other wordings of the question that the title asks. */
    alternatives: z.array(z.string().trim().min(1).max(300)).max(50).default([]),
    status: ArticleStatus.default('draft'),
    audience: further.audience.default({ kind: 'public' }),
    category: further.category.default(null),
    products: further.products.default([]),
    kind: further.kind.default('fact'),
    guide: further.guide.default(null),
    variants: further.variants.default([]),
    ownerId: further.ownerId.default(null),
    dueAt: moment.default(null),
    translationOf: further.translationOf.default(null),
    validFrom: moment.default(null),
    validUntil: moment.default(null),
  })
  .refine(({ kind, guide }) => kind === (guide?.kind ?? 'fact'), {
    path: ['guide'],
    message: 'a rule has a table, a process has steps, and a fact has neither',
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

/** An edit: `version` is the one it started from; of what is optional, what is not said stays as it is. */
export const ArticleChange = z
  .strictObject({
    ...ArticleDraft.shape,
    ...z.strictObject(further).partial().shape,
    version: z.int32().positive(),
  })
  .meta({ id: 'ArticleChange' })
export type ArticleChange = z.infer<typeof ArticleChange>

/** What can be changed of many articles at once; what is not said stays as it is. */
export const ArticleChanges = z
  .strictObject({
    category: further.category.optional(),
    audience: further.audience.optional(),
    status: z.enum(['draft', 'published', 'archived']).optional(),
    ownerId: further.ownerId.optional(),
    dueAt: further.dueAt.optional(),
  })
  .meta({ id: 'ArticleChanges' })
export type ArticleChanges = z.infer<typeof ArticleChanges>

/** What became of one of them; `reason` is the code of a problem, and `title` null where there is no such article. */
export const ChangedArticle = z
  .strictObject({
    articleId: z.string(),
    title: z.string().nullable(),
    outcome: z.enum(['changed', 'unchanged', 'refused']),
    reason: z.string().optional(),
  })
  .meta({ id: 'ChangedArticle' })
export type ChangedArticle = z.infer<typeof ChangedArticle>

/** Where an imported article stands in its source. `pages` says at which UTF-16 offset of the body each page begins. */
export const ArticleOrigin = z
  .strictObject({
    sourceId: z.string(),
    itemId: z.string(),
    /** A path or an address. */
    location: z.string(),
    pages: z.array(z.strictObject({ page: z.int().positive(), start: z.int().nonnegative() })),
  })
  .meta({ id: 'ArticleOrigin' })
export type ArticleOrigin = z.infer<typeof ArticleOrigin>

/** What a machine proposed the article for, such as a question that nobody could answer. */
export const ArticleProposal = z
  .strictObject({
    /** The part that proposed it. */
    by: z.string().max(60),
    reason: z.string().max(2000),
    /** What it is about there, such as the id of a gap. */
    about: z.string().max(200).nullable(),
  })
  .meta({ id: 'ArticleProposal' })
export type ArticleProposal = z.infer<typeof ArticleProposal>

export const Article = z
  .strictObject({
    ...ArticleDraft.shape,
    id: z.string(),
    /** Grows by one with each change; an edit names the version it started from. */
    version: z.int().positive(),
    /** Where it was imported from: a file's name, or a file's name and the question of its row. */
    source: z.string().nullable(),
    origin: ArticleOrigin.nullable(),
    /** Set where a machine wrote the first text of it. */
    proposal: ArticleProposal.nullable(),
    /** The staff id of who changed it last; null for the machine. */
    updatedBy: z.string().nullable(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'Article' })
export type Article = z.infer<typeof Article>

export const ArticleRow = z
  .strictObject({
    ...Article.omit({ body: true, alternatives: true, guide: true, variants: true, origin: true, proposal: true })
      .shape,
    excerpt: z.string(),
    /** Whether a newer text stands beside this one, and how far it is. */
    revision: z.enum(['draft', 'review']).nullable(),
  })
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
    variant: ChosenVariant.optional(),
  })
  .meta({ id: 'SearchHit' })
export type SearchHit = z.infer<typeof SearchHit>
