/**
 * What a company knows: articles, the import of them, and the passages that fit a question. A change is found from the
 * next question on; a draft, or an article outside its time, is never found. The database is the only truth: the index is
 * made from it in each process, and `reload` follows what other processes changed.
 */
import { mayRead, type Reader } from '@lingxi/contract/audience'
import type { Article, ArticleRow, ImportReport } from '@lingxi/contract/knowledge'
import type { Language } from '@lingxi/contract/message'
import { Problem } from '@lingxi/contract/problem'
import { situationOf } from '@lingxi/contract/variant'
import { type Clock, isoInstant } from '#platform/clock'
import type { Database } from '#platform/database'
import type { Ids } from '#platform/ids'
import { type Log, silentLog } from '#platform/log'
import type { CreateIndex, Tokens } from '#platform/search'
import type { ArticleFilter } from './article-filter-store.ts'
import { createArticleStore } from './article-store.ts'
import { type ReadConcepts, wordsAlone } from './asked-words.ts'
import { createAsking } from './asking.ts'
import { createCaring } from './caring.ts'
import { createChangingMany } from './changing-many.ts'
import { createCompanyWords } from './company-words.ts'
import { createDueStore } from './due-store.ts'
import { createEditing } from './editing.ts'
import { createEditions } from './editions.ts'
import { createEventStore } from './event-store.ts'
import { createHistory } from './history.ts'
import { importRows } from './import-articles.ts'
import { readFile } from './importing/read-file.ts'
import { createLearntRelations } from './learnt-relations.ts'
import { createMeaning, type Meaning } from './meaning/meaning.ts'
import { createRerank } from './meaning/rerank.ts'
import { createVectorsStore } from './meaning/vectors-store.ts'
import { toArticleRow } from './present-row.ts'
import { createPublished } from './published.ts'
import { createReviewing } from './reviewing.ts'
import { createRevisionStore } from './revision-store.ts'
import { createShelves } from './shelves.ts'
import { createSourceArticles } from './source-articles.ts'
import { createSourceReview } from './source-review.ts'
import { textFor } from './variants.ts'
import { createVersionStore } from './version-store.ts'
import { createWordsStore } from './words-store.ts'

export { admitArticle } from './importing/admit-article.ts'
export { knowledgeTables } from './knowledge-tables.ts'
export { keepPast } from './version-store.ts'
export type { FoundPassage } from './finding.ts'
export type { ServedAnswer } from './learn-from-base.ts'
export type { PublishedRow } from './published.ts'
export type { Analysed } from './question/analyse-question.ts'
export type { ArticleSource, SourcedDocument, SourcedReport } from './source-articles.ts'

export type Knowledge = ReturnType<typeof createKnowledge>
export type ImportedFile = {
  name: string
  bytes: Uint8Array
  language?: Language | undefined
  status: 'draft' | 'published'
  /** What the installation itself brings, before there is anybody who could review it. */
  trusted?: boolean
  /** The staff id of who imports it. */
  by?: string | null
}
type EmbeddingSettings = Pick<Parameters<typeof createMeaning>[0], 'model' | 'within' | 'onOutcome'>
type Parts = {
  database: Database
  clock: Clock
  ids: Ids
  tokens: Tokens
  createIndex: CreateIndex
  /** So many changed articles are worth saving a tenant's index for. */
  worthSaving?: number | undefined
  /** What the words of a text mean in everyday speech; without it, a question finds by its words alone. */
  readConcepts?: ReadConcepts | undefined
  /** Vectors of passages and questions, where an embedding model is configured; and a model that orders what was found. */
  embedding?: EmbeddingSettings | undefined
  reranking?: Pick<Parameters<typeof createRerank>[0], 'model' | 'within' | 'onOutcome'> | undefined
  log?: Log | undefined
  /** Whether nobody's text of this company goes live before somebody else has approved it. */
  reviewRequired?: ((tenantId: string) => Promise<boolean>) | undefined
  /** Called after a commit of this process, so that other processes can be told to `reload`. */
  onChange?: ((tenantId: string, articleIds: string[]) => void) | undefined
}

/** Who reads, and on which channel. */
type Asker = { reader: Reader; channel?: string | undefined }
/** Told like the id of an article when the company's own words changed. */
export const wordsChanged = 'words'
/** Likewise when another version of what was learnt is at work. */
export const relationsChanged = 'relations'

export function createKnowledge({ reviewRequired = async () => false, log = silentLog, ...parts }: Parts) {
  const { embedding, reranking, database, clock, ids, tokens, createIndex, onChange } = parts
  const readConcepts = parts.readConcepts ?? wordsAlone(tokens)
  const meaning: Meaning | undefined =
    embedding && createMeaning({ ...embedding, store: createVectorsStore(database), clock, log })
  const rerank = reranking && createRerank({ ...reranking, clock })
  const store = createArticleStore(database)
  const editions = createEditions()
  const words = createCompanyWords({
    store: createWordsStore(database),
    tokens,
    clock,
    ids,
    onChange(tenantId, changed) {
      editions.rise(tenantId)
      onChange?.(tenantId, [wordsChanged])
      shelves.cutAgain(tenantId, changed)
    },
  })

  const relations = createLearntRelations({
    database,
    shelfOf: (tenantId) => shelves.of(tenantId),
    createIndex,
    clock,
    log,
    onChange(tenantId) {
      editions.rise(tenantId)
      onChange?.(tenantId, [relationsChanged])
    },
  })

  const shelves = createShelves({
    store,
    words,
    createIndex,
    worthSaving: parts.worthSaving ?? 500,
    readConcepts,
    meaning,
    editions,
    clock,
    log,
    onFilled: relations.load,
  })

  async function follow(tenantId: string, changed: Article[]): Promise<void> {
    await shelves.put(tenantId, changed)
    if (changed.length > 0)
      onChange?.(
        tenantId,
        changed.map(({ id }) => id),
      )
  }

  async function get(tenantId: string, id: string): Promise<Article> {
    const article = await store.find(tenantId, id)
    if (!article) throw new Problem('not-found')
    return article
  }

  const events = createEventStore(database)
  const revisions = createRevisionStore(database)
  const desk = { store, events, clock, ids, reviewRequired, follow }
  const editing = createEditing(desk)

  return {
    ...createSourceArticles({ ...desk, database, review: createSourceReview({ ...desk, revisions }) }),

    /** What is open to everybody, for a help centre. */
    published: createPublished({ database, clock }),
    ...editing,
    ...createChangingMany({ store, editing }),
    ...createReviewing({ ...desk, revisions }),
    ...createHistory({ ...desk, revisions, versions: createVersionStore(database) }),
    ...createAsking({ shelves, rerank, clock }),
    ...createCaring({ ...desk, due: createDueStore(database) }),

    /** Builds the tenant's index from the database. Asking before it is built waits for it. */
    async load(tenantId: string): Promise<void> {
      await shelves.of(tenantId)
    },

    /** The company's own dictionary, synonyms and stop words. */
    words,

    /** Word relations learnt from the company's own texts: asked for, listed, switched, rolled back. */
    relations,

    settled: shelves.settled,

    /** Makes what is searched what the database says, after changes that other processes made may have been missed. */
    async catchUp(tenantId: string): Promise<void> {
      await shelves.catchUp(tenantId)
      shelves.cutAgain(tenantId, await words.reload(tenantId))
      await relations.load(tenantId, await shelves.of(tenantId))
      editions.rise(tenantId)
    },

    /** Follows a change that another process made to an article, removal included, or to the company's own words. */
    async reload(tenantId: string, articleId: string): Promise<void> {
      try {
        if (articleId === wordsChanged) return shelves.cutAgain(tenantId, await words.reload(tenantId))
        if (articleId === relationsChanged) return await relations.load(tenantId, await shelves.of(tenantId))
        return await shelves.reload(tenantId, articleId)
      } finally {
        editions.rise(tenantId)
      }
    },

    /** Articles that the reader may see, what changed last first, with how many of them are in each status, and every tag and category in use. */
    async list(tenantId: string, filter: ArticleFilter) {
      const found = await store.list(tenantId, filter)
      const rows = found.map(({ article, revision }) => toArticleRow(article, revision))
      const counts = await store.countByStatus(tenantId, filter)
      const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
      const total = filter.status ? counts[filter.status] : all
      return { articles: rows, total, counts, ...(await store.labels(tenantId, filter.reader)) }
    },

    /** Throws `not-found`. */
    get,

    /** Articles in the order in which they last changed, at most `limit` after one of them. */
    listChanged: (tenantId: string, after: { at: string; id: string } | undefined, limit: number): Promise<Article[]> =>
      store.changed(tenantId, after, limit),
    /** Those of these articles that are there, whatever their status. */
    findAll: (tenantId: string, ids: string[]): Promise<Article[]> => store.byIds(tenantId, ids),
    /** Published articles whose time has passed, or that are to be looked at again, before a moment (ISO). */
    listEnding: (tenantId: string, before: string): Promise<Article[]> => store.ending(tenantId, before),
    /** An article that somebody who works here may see, whatever its status. Throws `not-found`. */
    async getFor(tenantId: string, id: string, reader: Reader): Promise<Article> {
      const article = await get(tenantId, id)
      if (!mayRead(reader, article.audience)) throw new Problem('not-found')
      return article
    },

    /** The same text in other languages. */
    async listTranslations(tenantId: string, article: Article): Promise<ArticleRow[]> {
      return (await store.translations(tenantId, article)).map((each) => toArticleRow(each, null))
    },

    /** An article that this reader may read now, or nothing: with the one text that is theirs on this channel. */
    async getPublished(tenantId: string, id: string, { reader, channel }: Asker) {
      const article = await store.find(tenantId, id)
      const now = clock.now()
      if (!article || !isVisible(article, now) || !mayRead(reader, article.audience)) return undefined
      return textFor(article, situationOf(reader, channel ?? null, now))
    },

    /** Throws `not-found`. Its versions go with it; that it was there stays on record. */
    async remove(tenantId: string, id: string, by: string | null = null): Promise<void> {
      await editing.remove(tenantId, id, by)
      await shelves.remove(tenantId, id)
      onChange?.(tenantId, [id])
    },

    /**
     * Imports a Markdown file, or a CSV of questions or of products. The same file again changes only what differs.
     * Broken rows are reported and the others imported. Throws `not-text`, `unsupported-media-type`, `invalid-request`.
     */
    async importFile(
      tenantId: string,
      { bytes, trusted = false, by = null, ...options }: ImportedFile,
    ): Promise<ImportReport> {
      const rows = readFile(bytes, options)
      const { report, changed } = await importRows(
        tenantId,
        { name: options.name, rows },
        { store, events, ids, by, at: isoInstant(clock), reviewed: !trusted && (await reviewRequired(tenantId)) },
      )
      await follow(tenantId, changed)
      return report
    },

    /** Which knowledge a question is answered from now: the same while nothing changed that could change an answer. */
    edition: (tenantId: string): number => editions.current(tenantId),
    /** Until when (ms) that holds if nobody changes anything: an article may begin or cease to hold by itself. */
    holdsUntil: (tenantId: string, at: number): number => editions.until(tenantId, at),
    /** The products that may be seen now, or at a moment (ms), and the company's words to read a wish with. */
    catalogue: async (tenantId: string, { at, ...asker }: Asker & { at?: number | undefined }) =>
      (await shelves.of(tenantId)).catalogue(asker, at ?? clock.now()),
  }
}

const isVisible = ({ status, validFrom, validUntil }: Article, at: number) =>
  status === 'published' &&
  (validFrom === null || Date.parse(validFrom) <= at) &&
  (validUntil === null || at < Date.parse(validUntil))
