/** The record of who did what to which article, in SQL. Only added to. */
import type { ArticleEvent, ArticleEventKind } from '@lingxi/contract/review'
import { sql } from 'kysely'
import { type Database, type DatabaseTransaction, withTables } from '#platform/database'

type Events = {
  tenant_id: string
  id: string
  article_id: string
  title: string
  kind: ArticleEventKind
  version: number | null
  by_staff: string | null
  at: string
  comment: string | null
}
type Tables = { article_events: Events }
const batch = 500
const writing: Record<'article' | 'revision', ArticleEventKind[]> = {
  article: ['created', 'proposed', 'changed', 'restored', 'imported'],
  revision: ['drafted', 'proposed', 'restored'],
}
/** Whether somebody has written of the article itself, or of the newer text beside it. */
export type Writers = (articleId: string, about: { of: 'article' | 'revision'; by: string }) => boolean

export function createEventStore(database: Database) {
  const tables = withTables<Tables>(database)

  function matching(tenantId: string, articleId: string | undefined) {
    const query = tables.selectFrom('article_events').where('tenant_id', '=', tenantId)
    return articleId === undefined ? query : query.where('article_id', '=', articleId)
  }

  return {
    async insert<T>(tenantId: string, events: ArticleEvent[], handle: DatabaseTransaction<T>): Promise<void> {
      const within = handle as unknown as DatabaseTransaction<Tables>
      for (let start = 0; start < events.length; start += batch) {
        const rows = events.slice(start, start + batch).map((event) => toRow(tenantId, event))
        await within.insertInto('article_events').values(rows).execute()
      }
    },

    /**
     * Who put words into each of these articles since it was last approved or thrown away: into the article itself, or into
     * the newer text beside it.
     */
    async writersOf<T>(tenantId: string, articleIds: string[], handle?: DatabaseTransaction<T>): Promise<Writers> {
      const { rows } = await sql<{ article_id: string; by_staff: string; kind: ArticleEventKind }>`
        select distinct written.article_id, written.by_staff, written.kind from article_events written
        where written.tenant_id = ${tenantId} and written.by_staff is not null
          and written.article_id in (select jsonb_array_elements_text(${JSON.stringify(articleIds)}::jsonb))
          and written.kind in ('created', 'proposed', 'drafted', 'changed', 'restored', 'imported')
          and not exists (select 1 from article_events ended where ended.tenant_id = written.tenant_id
            and ended.article_id = written.article_id and ended.kind in ('approved', 'discarded')
            and (ended.at, ended.id) > (written.at, written.id))`.execute(
        (handle as unknown as DatabaseTransaction<Tables>) ?? tables,
      )
      return (articleId, { of, by }) =>
        rows.some((row) => row.article_id === articleId && row.by_staff === by && writing[of].includes(row.kind))
    },

    /** Newest first. */
    async list(tenantId: string, { articleId, limit, offset }: EventPage) {
      const rows = await matching(tenantId, articleId)
        .selectAll()
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .offset(offset)
        .execute()
      const { total } = await matching(tenantId, articleId)
        .select(({ fn }) => fn.countAll<number>().as('total'))
        .executeTakeFirstOrThrow()
      return { events: rows.map(toEvent), total: Number(total) }
    },
  }
}
export type EventStore = ReturnType<typeof createEventStore>
export type EventPage = { articleId?: string | undefined; limit: number; offset: number }

const toRow = (tenantId: string, { articleId, by, ...event }: ArticleEvent): Events => ({
  tenant_id: tenantId,
  article_id: articleId,
  by_staff: by,
  ...event,
})

const toEvent = (row: Events): ArticleEvent => ({
  id: row.id,
  articleId: row.article_id,
  title: row.title,
  kind: row.kind,
  version: row.version,
  by: row.by_staff,
  at: row.at,
  comment: row.comment,
})
