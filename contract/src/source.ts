/** Where knowledge comes from: sources, what was read from each, and what became of every file, page and row. */
import { z } from 'zod'
import { Audience } from './audience.ts'
import { Instant } from './instant.ts'
import { ImportedRow } from './knowledge.ts'
import { Language } from './message.ts'

const id = z.string().max(80)
/** Within it `*` stands for anything, such as `/help/*`; it is held against the path of an address or of a file. */
const patterns = z.array(z.string().trim().min(1).max(300)).max(50).default([])

export const sourceKinds = ['upload', 'folder', 'site', 'webhook'] as const
export const SourceKind = z.enum(sourceKinds).meta({ id: 'SourceKind' })
export type SourceKind = z.infer<typeof SourceKind>

/** What kind of place it is, and what of it is wanted. */
export const SourcePlace = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('upload') }),
    z.strictObject({
      kind: z.literal('folder'),
      /** Below the folder that the operator has allowed. */
      path: z.string().trim().max(500),
      include: patterns,
      exclude: patterns,
    }),
    z.strictObject({
      kind: z.literal('site'),
      /** The first page, or the sitemap. */
      start: z.url({ protocol: /^https?$/ }).max(2000),
      /** `sitemap`: the pages that the sitemap names. `crawl`: the first page and what it links to, `depth` clicks away. */
      by: z.enum(['sitemap', 'crawl']),
      depth: z.int().min(0).max(20).default(3),
      include: patterns,
      exclude: patterns,
      mostPages: z.int().min(1).max(100_000).default(1000),
      requestsPerSecond: z.number().min(0.1).max(20).default(1),
    }),
    z.strictObject({ kind: z.literal('webhook') }),
  ])
  .meta({ id: 'SourcePlace' })
export type SourcePlace = z.infer<typeof SourcePlace>

export const SourceDraft = z
  .strictObject({
    name: z.string().trim().min(1).max(120),
    place: SourcePlace,
    /** Null: found out for each article from its words. */
    language: Language.nullable().default(null),
    audience: Audience.default({ kind: 'public' }),
    category: z.string().trim().min(1).max(200).nullable().default(null),
    tags: z.array(z.string().trim().min(1).max(60)).max(20).default([]),
    /** What a new article from here becomes; an article that is there keeps its own. */
    status: z.enum(['draft', 'review', 'published']).default('published'),
    ownerId: id.nullable().default(null),
    /** How often a folder or a site is looked at again. */
    schedule: z.enum(['never', 'hourly', 'daily', 'weekly']).default('never'),
    /** Keeps the schedule and follows it no more, until that is taken back; whoever asks for a run still gets it. */
    paused: z.boolean().default(false),
  })
  .meta({ id: 'SourceDraft' })
export type SourceDraft = z.infer<typeof SourceDraft>

export const RunState = z.enum(['waiting', 'running', 'done', 'cancelled', 'failed']).meta({ id: 'RunState' })
export type RunState = z.infer<typeof RunState>

/** `known`: what has been found to read so far; `read`: of these, how many are done; `pages` counts those of all files. */
export const RunProgress = z
  .strictObject({
    known: z.int().nonnegative(),
    read: z.int().nonnegative(),
    pages: z.int().nonnegative(),
    added: z.int().nonnegative(),
    changed: z.int().nonnegative(),
    unchanged: z.int().nonnegative(),
    withdrawn: z.int().nonnegative(),
    refused: z.int().nonnegative(),
  })
  .meta({ id: 'RunProgress' })
export type RunProgress = z.infer<typeof RunProgress>

/** One reading of a source. `note` says in a stable word why it ended as it did, for example `most-pages-reached`. */
export const SourceRun = z
  .strictObject({
    id,
    sourceId: id,
    cause: z.enum(['upload', 'person', 'schedule', 'event']),
    state: RunState,
    progress: RunProgress,
    note: z.string().nullable(),
    startedBy: id.nullable(),
    createdAt: Instant,
    endedAt: Instant.nullable(),
  })
  .meta({ id: 'SourceRun' })
export type SourceRun = z.infer<typeof SourceRun>

/** `trusted`: what comes from it is published without a review, also where the company asks for one. */
export const SourceTrust = z.strictObject({ trusted: z.boolean(), by: id, at: Instant }).meta({ id: 'SourceTrust' })
export type SourceTrust = z.infer<typeof SourceTrust>

export const Source = z
  .strictObject({
    ...SourceDraft.shape,
    id,
    trusted: z.boolean(),
    items: z.int().nonnegative(),
    refusedItems: z.int().nonnegative(),
    lastRun: SourceRun.nullable(),
    /** When it is looked at again; null: when somebody asks for it, or when it is fed. */
    nextAt: Instant.nullable(),
    createdAt: Instant,
    updatedAt: Instant,
  })
  .meta({ id: 'Source' })
export type Source = z.infer<typeof Source>

/** What was noticed while reading: a stable word, the sentence for people, and how often. */
export const ReadingNote = z
  .strictObject({ code: z.string(), zh: z.string(), en: z.string(), count: z.int().positive() })
  .meta({ id: 'ReadingNote' })
export type ReadingNote = z.infer<typeof ReadingNote>

/** One page, slide or sheet. `empty` holds no words, `scanned` only a picture of them. */
export const PageReport = z
  .strictObject({
    page: z.int().positive(),
    label: z.string().optional(),
    state: z.enum(['read', 'empty', 'scanned', 'refused']),
    characters: z.int().nonnegative(),
    tables: z.int().nonnegative(),
  })
  .meta({ id: 'PageReport' })
export type PageReport = z.infer<typeof PageReport>

export const itemStates = ['waiting', 'read', 'refused', 'withdrawn'] as const

/** One document or page of a source. `location` is its file name, path, address, or the other system's id. */
export const SourceItem = z
  .strictObject({
    id,
    sourceId: id,
    location: z.string(),
    title: z.string().nullable(),
    format: z.string().nullable(),
    mediaType: z.string().nullable(),
    bytes: z.int().nonnegative(),
    state: z.enum(itemStates),
    /** Why it was refused: a stable word and a sentence in both languages. */
    refusal: z.strictObject({ code: z.string(), zh: z.string(), en: z.string() }).nullable(),
    notes: z.array(ReadingNote),
    pages: z.int().nonnegative(),
    articles: z.int().nonnegative(),
    /** Whether the original can be opened. */
    hasOriginal: z.boolean(),
    version: z.int().nonnegative(),
    readAt: Instant.nullable(),
    checkedAt: Instant.nullable(),
  })
  .meta({ id: 'SourceItem' })
export type SourceItem = z.infer<typeof SourceItem>

/** An item with what became of each of its pages and rows, and the articles that were made of it. */
export const SourceItemReport = z
  .strictObject({
    ...SourceItem.shape,
    pageReports: z.array(PageReport),
    rows: z.array(ImportedRow),
    articleIds: z.array(id),
  })
  .meta({ id: 'SourceItemReport' })
export type SourceItemReport = z.infer<typeof SourceItemReport>

/** What a run did with one item. */
export const RunEntry = z
  .strictObject({
    itemId: id.nullable(),
    location: z.string(),
    outcome: z.enum(['added', 'changed', 'unchanged', 'withdrawn', 'refused', 'skipped']),
    reason: z.strictObject({ code: z.string(), zh: z.string(), en: z.string() }).nullable(),
    pages: z.int().nonnegative(),
    milliseconds: z.int().nonnegative(),
    at: Instant,
  })
  .meta({ id: 'RunEntry' })
export type RunEntry = z.infer<typeof RunEntry>

/**
 * What another system tells. `id` names the telling, so that it may be sent again; `sequence` orders the tellings about
 * one document: what is older than what is known already is ignored.
 */
export const SourceEvent = z
  .strictObject({
    id: z.string().trim().min(1).max(200),
    type: z.enum(['put', 'withdraw']),
    document: z.string().trim().min(1).max(500),
    sequence: z.int().nonnegative(),
    title: z.string().trim().min(1).max(300).optional(),
    format: z.enum(['markdown', 'html', 'text']).default('markdown'),
    /** A longer document is uploaded: an event fits into one mebibyte, whatever its script. */
    content: z.string().min(1).max(300_000).optional(),
    alternatives: z.array(z.string().trim().min(1).max(300)).max(50).optional(),
    language: Language.optional(),
    url: z
      .url({ protocol: /^https?$/ })
      .max(2000)
      .optional(),
  })
  .refine((event) => event.type === 'withdraw' || event.content !== undefined, {
    path: ['content'],
    message: 'is needed to put a document',
  })
  .meta({ id: 'SourceEvent' })
export type SourceEvent = z.infer<typeof SourceEvent>

export const SourceEventAnswer = z
  .strictObject({
    outcome: z.enum(['added', 'changed', 'unchanged', 'withdrawn', 'ignored-older', 'refused']),
    /** True when this very event had been taken before. */
    repeated: z.boolean(),
    itemId: id.nullable(),
    articleIds: z.array(id),
    reason: z.string().nullable(),
  })
  .meta({ id: 'SourceEventAnswer' })
export type SourceEventAnswer = z.infer<typeof SourceEventAnswer>

/**
 * What was read of an original, around a place in it: a page, or as much of it as can be looked at. `mark` says where in
 * `text` the words are; null when they are not there, because the article or the document has changed since.
 */
export const OriginalAtPlace = z
  .strictObject({
    item: SourceItem,
    /** Null where the original has no pages. */
    page: z.strictObject({ number: z.int().positive(), label: z.string().nullable() }).nullable(),
    text: z.string(),
    /** Where `text` begins in all that was read of the original. */
    start: z.int().nonnegative(),
    mark: z.strictObject({ start: z.int().nonnegative(), end: z.int().positive() }).nullable(),
  })
  .meta({ id: 'OriginalAtPlace' })
export type OriginalAtPlace = z.infer<typeof OriginalAtPlace>
