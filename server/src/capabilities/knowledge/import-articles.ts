/** Writes what a file holds: one transaction, in batches, and only what differs from what is there. */
import type { Article, ArticleDraft, ImportedRow, ImportReport } from '@lingxi/contract/knowledge'
import type { Ids } from '#platform/ids'
import type { ArticleStore } from './article-store.ts'
import type { EventStore } from './event-store.ts'
import type { ReadRow } from './importing/read-rows.ts'

/** `reviewed`: nothing goes live by a file, because this company wants every text seen by two. */
type Parts = {
  store: ArticleStore
  events: EventStore
  ids: Ids
  at: string
  reviewed: boolean
  /** The staff id of who imports; null for the installation itself. */
  by: string | null
}
type Good = Extract<ReadRow, { draft: ArticleDraft }>
type Planned = { row: Good; outcome: 'created' | 'updated' | 'unchanged' | 'refused'; article: Article }

/** The report, and the articles that are new or different now. */
export async function importRows(tenantId: string, file: { name: string; rows: ReadRow[] }, parts: Parts) {
  const good = file.rows.filter((row) => 'draft' in row)
  const planned = await parts.store.transaction(async (handle) => {
    const sources = good.map(({ source }) => source)
    const there = new Map((await parts.store.lockSources(tenantId, sources, handle)).map((each) => [each.source, each]))
    const planned = good.map((row) => plan(row, there.get(row.source), parts))
    const articlesOf = (outcome: Planned['outcome']) =>
      planned.filter((each) => each.outcome === outcome).map(({ article }) => article)
    await parts.store.insert(tenantId, articlesOf('created'), handle)
    await parts.store.overwrite(tenantId, articlesOf('updated'), handle)
    const written = [...articlesOf('created'), ...articlesOf('updated')]
    const { by, at } = parts
    const events = written.map(({ id: articleId, title, version }) => {
      return {
        id: parts.ids.next('aev'),
        articleId,
        title,
        kind: 'imported' as const,
        version,
        by,
        at,
        comment: file.name,
      }
    })
    await parts.events.insert(tenantId, events, handle)
    return planned
  })
  return {
    report: reportOf(file.name, file.rows, planned),
    changed: planned
      .filter(({ outcome }) => outcome === 'created' || outcome === 'updated')
      .map(({ article }) => article),
  }
}

function plan(row: Good, before: Article | undefined, { ids, at, reviewed, by }: Parts): Planned {
  if (!before) {
    const waits = reviewed && row.draft.status === 'published'
    const article: Article = {
      ...row.draft,
      ...(waits && { status: 'review' as const }),
      id: ids.next('art'),
      version: 1,
      source: row.source,
      origin: null,
      proposal: null,
      updatedBy: by,
      createdAt: at,
      updatedAt: at,
    }
    return { row, outcome: 'created', article }
  }
  if (isSame(row.draft, before)) return { row, outcome: 'unchanged', article: before }
  if (reviewed && before.status !== 'draft') return { row, outcome: 'refused', article: before }
  // For whom an article is, and what else people have said of it, a file does not say and so does not change.
  const said = Object.fromEntries(compared.map((key) => [key, row.draft[key]])) as Pick<ArticleDraft, Compared>
  const article = { ...before, ...said, version: before.version + 1, updatedBy: by, updatedAt: at }
  return { row, outcome: 'updated', article }
}

const compared = ['title', 'body', 'language', 'tags', 'alternatives', 'status', 'validFrom', 'validUntil'] as const
type Compared = (typeof compared)[number]
const isSame = (draft: ArticleDraft, article: Article) =>
  compared.every((key) => JSON.stringify(draft[key]) === JSON.stringify(article[key]))

const reviewedElsewhere = 'It is live or in review already, and changes are reviewed here: edit it in the console.'

function reportOf(file: string, rows: ReadRow[], planned: Planned[]): ImportReport {
  const outcomes = new Map(planned.map((each) => [each.row as ReadRow, each]))
  const reported = rows.map((row): ImportedRow => {
    const done = outcomes.get(row)
    if (done) {
      const { outcome, article } = done
      const reason = outcome === 'refused' ? { reason: reviewedElsewhere } : {}
      return { row: row.row, title: row.title, outcome, articleId: article.id, ...reason }
    }
    return { row: row.row, title: row.title, outcome: 'refused', reason: 'refused' in row ? row.refused : '' }
  })
  const count = (outcome: ImportedRow['outcome']) => reported.filter((row) => row.outcome === outcome).length
  return {
    file,
    created: count('created'),
    updated: count('updated'),
    unchanged: count('unchanged'),
    refused: count('refused'),
    rows: reported,
  }
}
