/**
 * Articles that come from documents of sources: made, changed and taken out of use as their document is, in one
 * transaction a document, so that none is ever half there. What people decided (its status, and words they put in
 * themselves while the document stayed the same) is theirs.
 */
import type { Audience } from '@lingxi/contract/audience'
import type { Article, ArticleDraft, ArticleStatus, ImportedRow } from '@lingxi/contract/knowledge'
import type { Language } from '@lingxi/contract/message'
import { type Clock, isoInstant } from '#platform/clock'
import type { Database } from '#platform/database'
import type { Ids } from '#platform/ids'
import type { ArticleHandle, ArticleStore } from './article-store.ts'
import { type DocumentToImport, type PlacedRow, rowsOfDocument } from './importing/rows-of-document.ts'
import type { OriginSpan } from './importing/spans-in-original.ts'
import { createSourceArticleStore } from './source-article-store.ts'
import { draftInTheWay, type SourceReview } from './source-review.ts'

export type ArticleSource = {
  id: string
  language: Language | null
  audience: Audience
  category: string | null
  tags: string[]
  status: 'draft' | 'review' | 'published'
  ownerId: string | null
  /** Needs no review, also where the company asks for one. */
  trusted: boolean
}
export type SourcedDocument = {
  source: ArticleSource
  itemId: string
  document: DocumentToImport
  /** Whether the document differs from what its articles were made of. */
  changed: boolean
  alternatives?: string[] | undefined
}
export type SourcedReport = {
  rows: ImportedRow[]
  articleIds: string[]
  /** Where the words of each article stand in the document. */
  spans: Record<string, OriginSpan[]>
  outcome: 'added' | 'changed' | 'unchanged' | 'refused'
}

type Good = Extract<PlacedRow, { draft: ArticleDraft }>
/**
 * `waits`: changed, and not before somebody has looked at it. `busy`: somebody's own draft is in its way. `kept`: somebody's
 * own words stay, because the document is the same as before.
 */
type Outcome = 'created' | 'updated' | 'waits' | 'busy' | 'kept' | 'unchanged'
type Planned = { row: Good; outcome: Outcome; article: Article; before?: Article | undefined }
type Planning = SourcedDocument & { reviewed: boolean }
type Parts = {
  database: Database
  store: ArticleStore
  ids: Ids
  clock: Clock
  review: SourceReview
  reviewRequired: (tenantId: string) => Promise<boolean>
  /** Puts what changed where it is found. */
  follow: (tenantId: string, changed: Article[]) => Promise<void>
}

export function createSourceArticles({ database, store, ids, clock, follow, review, reviewRequired }: Parts) {
  const ofSources = createSourceArticleStore(database)

  function plan(
    row: Good,
    before: Article | undefined,
    { source, itemId, document, changed, reviewed }: Planning,
  ): Planned {
    const at = isoInstant(clock)
    const draft = stamp(row.draft, reviewed && source.status === 'published' ? { ...source, status: 'review' } : source)
    const origin = { sourceId: source.id, itemId, location: document.location, pages: row.pages }
    if (!before) {
      const stamps = { version: 1, source: row.source, proposal: null, updatedBy: null, createdAt: at, updatedAt: at }
      const article = { ...draft, ...stamps, id: ids.next('art'), origin } as Article
      return { row, outcome: 'created', article }
    }
    const theirs = before.updatedBy !== null && !changed
    const status = statusOf(before, draft.status)
    const kept = {
      kind: before.kind,
      guide: before.guide,
      variants: before.variants,
      ownerId: before.ownerId,
      dueAt: before.dueAt,
      translationOf: before.translationOf,
    }
    const next: Article = { ...before, ...draft, ...kept, status, origin }
    if (theirs) return { row, outcome: 'kept', article: before }
    if (isSame(before, next)) return { row, outcome: 'unchanged', article: before }
    const article = { ...next, version: before.version + 1, updatedBy: null, updatedAt: at }
    const waits = reviewed && before.status === 'published'
    return { row, outcome: waits ? 'waits' : 'updated', article, before }
  }

  /** Puts beside the live texts what has to wait there. */
  async function putBeside(tenantId: string, planned: Planned[], handle: ArticleHandle): Promise<void> {
    for (const each of planned) {
      if (each.outcome !== 'waits') continue
      const done = await review.putBeside(tenantId, { before: each.before!, next: each.article }, handle)
      if (done !== 'waits') each.outcome = done === 'busy' ? 'busy' : 'unchanged'
      each.article = each.before!
    }
  }

  const archived = (article: Article): Article => ({
    ...article,
    status: 'archived',
    version: article.version + 1,
    updatedBy: null,
    updatedAt: isoInstant(clock),
  })

  /** Those of the item that are not among the rows any more go out of use. */
  async function write(tenantId: string, good: Good[], sourced: SourcedDocument) {
    const reviewed = !sourced.source.trusted && (await reviewRequired(tenantId))
    return store.transaction(async (handle) => {
      const old = await ofSources.ofItems(tenantId, [sourced.itemId], handle)
      const keys = [...new Set([...good.map(({ source }) => source), ...old.map(({ source }) => source)])]
      const there = new Map((await store.lockSources(tenantId, keys, handle)).map((each) => [each.source, each]))
      const planned = good.map((row) => plan(row, there.get(row.source), { ...sourced, reviewed }))
      const wanted = new Set(good.map(({ source }) => source))
      const gone = [...there.values()].filter(
        ({ source, status }) => !wanted.has(source ?? '') && status !== 'archived',
      )
      const withdrawn = gone.map(archived)
      const of = (outcome: Planned['outcome']) =>
        planned.filter((each) => each.outcome === outcome).map(({ article }) => article)
      const written = [...of('created'), ...of('updated')]
      await store.insert(tenantId, of('created'), handle)
      await store.overwrite(tenantId, [...of('updated'), ...withdrawn], handle)
      await review.withdrawn(tenantId, { articles: withdrawn, handle })
      if (reviewed) {
        await review.dropBeside(tenantId, [...of('unchanged'), ...withdrawn], handle)
        await putBeside(tenantId, planned, handle)
        const waiting = written.filter(({ status }) => status === 'review')
        await review.submitted(tenantId, { articles: waiting, handle })
      }
      return { planned, withdrawn, touched: [...written, ...withdrawn] }
    })
  }

  async function withdrawThose(tenantId: string, keys: string[]): Promise<string[]> {
    const changed = await store.transaction(async (handle) => {
      const there = await store.lockSources(tenantId, keys, handle)
      const withdrawn = there.filter(({ status }) => status !== 'archived').map(archived)
      await store.overwrite(tenantId, withdrawn, handle)
      await review.withdrawn(tenantId, { articles: withdrawn, handle })
      await review.dropBeside(tenantId, withdrawn, handle)
      return withdrawn
    })
    await follow(tenantId, changed)
    return changed.map(({ id }) => id)
  }

  return {
    /**
     * Makes a document's articles what the document says, and only what differs. When no row of it is good, nothing
     * changes and the outcome is `refused`. What is published is found as soon as this resolves.
     */
    async putDocument(tenantId: string, sourced: SourcedDocument): Promise<SourcedReport> {
      const { source, itemId, document, alternatives = [] } = sourced
      const options = { name: itemId, language: source.language ?? undefined, status: 'draft' as const }
      const rows = rowsOfDocument(document, options).map((row) =>
        'draft' in row && alternatives.length > 0 ? { ...row, draft: { ...row.draft, alternatives } } : row,
      )
      const good = rows.filter((row): row is Good => 'draft' in row)
      if (good.length === 0) return { rows: reportOf(rows, []), articleIds: [], spans: {}, outcome: 'refused' }
      const { planned, withdrawn, touched } = await write(tenantId, good, sourced)
      await follow(tenantId, touched)
      const waits = planned.some(({ outcome }) => outcome === 'waits')
      const isNew = planned.every(({ outcome }) => outcome === 'created') && withdrawn.length === 0
      const outcome = touched.length === 0 && !waits ? 'unchanged' : isNew ? 'added' : 'changed'
      const spans = Object.fromEntries(planned.map(({ article, row }) => [article.id, row.spans]))
      return { rows: reportOf(rows, planned), articleIds: Object.keys(spans), spans, outcome }
    },

    /** Takes the articles of documents out of use; they are kept, and come back with their document. */
    async withdrawDocuments(tenantId: string, itemIds: string[]): Promise<string[]> {
      const old = await ofSources.ofItems(tenantId, itemIds)
      return withdrawThose(
        tenantId,
        old.map(({ source }) => source),
      )
    },

    /** Articles of each of these documents, in the order in which they were made. */
    async listArticlesOf(tenantId: string, itemIds: string[]): Promise<Map<string, string[]>> {
      const old = await ofSources.ofItems(tenantId, itemIds)
      return new Map(
        [...Map.groupBy(old, ({ itemId }) => itemId)].map(([id, some]) => [id, some.map((each) => each.id)]),
      )
    },

    /** What a source says of its articles, said of those that are there: for whom they are before all. */
    async restampSource(
      tenantId: string,
      { before, source }: { before: ArticleSource; source: ArticleSource },
    ): Promise<void> {
      for (let after = ''; ; ) {
        const some = await ofSources.ofSource(tenantId, source.id, after)
        if (some.length === 0) return
        after = some.at(-1)!.id
        const changed = await store.transaction(async (handle) => {
          const there = await store.lockSources(
            tenantId,
            some.map((each) => each.source),
            handle,
          )
          const restamped = there
            .map((article) => ({ article, next: restamp(article, before, source) }))
            .filter(({ article, next }) => !isSame(article, next))
            .map(({ next }) => ({ ...next, version: next.version + 1, updatedAt: isoInstant(clock) }))
          await store.overwrite(tenantId, restamped, handle)
          await review.restamp(tenantId, { articles: restamped, audience: source.audience }, handle)
          return restamped
        })
        await follow(tenantId, changed)
      }
    },

    /** Ids of a source's articles, some at a time, after one of them. */
    async listSourceArticles(tenantId: string, sourceId: string, after = ''): Promise<string[]> {
      return (await ofSources.ofSource(tenantId, sourceId, after)).map(({ id }) => id)
    },
  }
}

const union = (one: string[], other: string[], most: number) => [...new Set([...one, ...other])].slice(0, most)

const stamp = (draft: ArticleDraft, source: ArticleSource): ArticleDraft => ({
  ...draft,
  status: source.status,
  audience: source.audience,
  category: draft.category ?? source.category,
  tags: union(draft.tags, source.tags, 30),
  ownerId: source.ownerId,
})

function restamp(article: Article, before: ArticleSource, source: ArticleSource): Article {
  const own = article.tags.filter((tag) => !before.tags.includes(tag))
  return {
    ...article,
    audience: source.audience,
    category: article.category === before.category ? source.category : article.category,
    tags: union(own, source.tags, 30),
    language: source.language ?? article.language,
  }
}

/** What the machine took out of use comes back; what a person did stays. */
const statusOf = (before: Article, given: ArticleStatus): ArticleStatus =>
  before.status === 'archived' && before.updatedBy === null ? given : before.status

const compared = [
  'title',
  'body',
  'language',
  'tags',
  'alternatives',
  'status',
  'validFrom',
  'validUntil',
  'audience',
  'category',
  'products',
  'origin',
] as const
const isSame = (one: Article, other: Article) =>
  compared.every((key) => JSON.stringify(sorted(one[key])) === JSON.stringify(sorted(other[key])))
/** A database gives the keys of JSON back in an order of its own. */
const sorted = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(sorted)
    : value !== null && typeof value === 'object'
      ? Object.entries(value)
          .toSorted(([one], [other]) => (one < other ? -1 : 1))
          .map(([key, each]) => [key, sorted(each)])
      : value

const said: Record<Outcome, Pick<ImportedRow, 'outcome' | 'reason'>> = {
  created: { outcome: 'created' },
  updated: { outcome: 'updated' },
  waits: { outcome: 'updated', reason: 'waits for review' },
  busy: { outcome: 'refused', reason: draftInTheWay },
  kept: { outcome: 'unchanged' },
  unchanged: { outcome: 'unchanged' },
}

function reportOf(rows: PlacedRow[], planned: Planned[]): ImportedRow[] {
  const done = new Map(planned.map((each) => [each.row as PlacedRow, each]))
  return rows.slice(0, 5000).map((row): ImportedRow => {
    const made = done.get(row)
    if (made) return { row: row.row, title: row.title, articleId: made.article.id, ...said[made.outcome] }
    return { row: row.row, title: row.title, outcome: 'refused', reason: 'refused' in row ? row.refused : '' }
  })
}
