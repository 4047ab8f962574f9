/** The newer texts beside live ones, and everything that waits for review, in SQL. */
import type { Audience } from '@lingxi/contract/audience'
import type { ArticleOrigin, ArticleProposal } from '@lingxi/contract/knowledge'
import type { ReviewItem, Revision, RevisionState } from '@lingxi/contract/review'
import { type ColumnType, type Selectable, sql } from 'kysely'
import { type Database, type DatabaseTransaction, withTables } from '#platform/database'

type Revisions = {
  tenant_id: string
  article_id: string
  base: number
  edition: number
  state: RevisionState
  draft: ColumnType<Revision['draft'], string, string>
  comment: string | null
  proposal: ColumnType<ArticleProposal | null, string | null, string | null>
  origin: ColumnType<ArticleOrigin | null, string | null, string | null>
  edited_by: string | null
  edited_at: string
  submitted_by: string | null
  submitted_at: string | null
}
type Tables = { article_revisions: Revisions }
export type FoundItem = Omit<ReviewItem, 'mayApprove'>

export function createRevisionStore(database: Database) {
  const tables = withTables<Tables>(database)
  const within = <T>(handle: DatabaseTransaction<T>) => handle as unknown as DatabaseTransaction<Tables>

  return {
    async find<T>(tenantId: string, articleId: string, handle?: DatabaseTransaction<T>): Promise<Revision | undefined> {
      const row = await (handle ? within(handle) : tables)
        .selectFrom('article_revisions')
        .selectAll()
        .where('tenant_id', '=', tenantId)
        .where('article_id', '=', articleId)
        .executeTakeFirst()
      return row && toRevision(row)
    },

    /** Puts it in the place of the one that may be there. The article has to be locked. */
    async put<T>(tenantId: string, revision: Revision, handle: DatabaseTransaction<T>): Promise<void> {
      const { tenant_id: _, article_id: __, ...columns } = toRow(tenantId, revision)
      await within(handle)
        .insertInto('article_revisions')
        .values(toRow(tenantId, revision))
        .onConflict((conflict) => conflict.columns(['tenant_id', 'article_id']).doUpdateSet(columns))
        .execute()
    },

    async remove<T>(tenantId: string, articleId: string, handle: DatabaseTransaction<T>): Promise<void> {
      await within(handle)
        .deleteFrom('article_revisions')
        .where('tenant_id', '=', tenantId)
        .where('article_id', '=', articleId)
        .execute()
    },

    /** Gives the newer texts of articles that were just changed in nothing but whom they are for the same readers. */
    async restamp<T>(
      tenantId: string,
      { articleIds, audience }: { articleIds: string[]; audience: Audience },
      handle: DatabaseTransaction<T>,
    ): Promise<void> {
      if (articleIds.length === 0) return
      await sql`
        update article_revisions as newer
        set draft = jsonb_set(newer.draft, '{audience}', ${JSON.stringify(audience)}::jsonb),
          base = case when newer.base = articles.version - 1 then articles.version else newer.base end
        from articles where articles.tenant_id = newer.tenant_id and articles.id = newer.article_id
          and newer.tenant_id = ${tenantId} and newer.article_id in (${sql.join(articleIds)})`.execute(within(handle))
    },

    /** What waits in this state, the longest first: texts that were never live, and newer ones beside live texts. */
    async list(
      tenantId: string,
      { state, articleId, limit, offset }: { state: RevisionState; articleId?: string; limit: number; offset: number },
    ): Promise<{ items: FoundItem[]; total: number }> {
      const rows = sql<ItemRow & { total: number }>`
        with last as (
          select distinct on (article_id) article_id, kind, by_staff, at, comment from article_events
          where tenant_id = ${tenantId} and kind in ('proposed', 'submitted', 'returned', 'withdrawn')
            and article_id in (select id from articles where tenant_id = ${tenantId}
              and status = ${state === 'review' ? 'review' : 'draft'})
          order by article_id, at desc, id desc
        ), items as (
          select articles.id as article_id, 'article' as "of", articles.version as edition, title, language,
            articles.kind, category, last.comment, articles.proposal, updated_by as edited_by,
            updated_at as edited_at, last.by_staff as submitted_by, last.at as submitted_at
          from articles left join last on last.article_id = articles.id
          where tenant_id = ${tenantId} and ${
            state === 'review'
              ? sql`status = 'review'`
              : // A draft that never came to review is its author's own matter, and is in the list of articles.
                sql`status = 'draft' and last.kind in ('returned', 'withdrawn')`
          }
          union all
          select article_id, 'revision', edition, draft ->> 'title', draft ->> 'language',
            draft ->> 'kind', draft ->> 'category', comment, proposal, edited_by,
            edited_at, submitted_by, submitted_at
          from article_revisions where tenant_id = ${tenantId} and state = ${state}
        )
        select *, count(*) over ()::int as total from items
        ${articleId === undefined ? sql`` : sql`where article_id = ${articleId}`}
        order by coalesce(submitted_at, edited_at), article_id limit ${limit} offset ${offset}`
      const found = (await rows.execute(tables)).rows
      return { items: found.map((row) => toItem(row, state)), total: found[0]?.total ?? 0 }
    },
  }
}
export type RevisionStore = ReturnType<typeof createRevisionStore>

type ItemRow = {
  article_id: string
  of: ReviewItem['of']
  edition: number
  title: string
  language: ReviewItem['language']
  kind: ReviewItem['kind']
  category: string | null
  comment: string | null
  proposal: ArticleProposal | null
  edited_by: string | null
  edited_at: string
  submitted_by: string | null
  submitted_at: string | null
}

const toItem = (row: ItemRow, state: RevisionState): FoundItem => ({
  articleId: row.article_id,
  of: row.of,
  state,
  edition: row.edition,
  title: row.title,
  language: row.language,
  kind: row.kind,
  category: row.category,
  comment: row.comment,
  proposal: row.proposal,
  editedBy: row.edited_by,
  editedAt: row.edited_at,
  submittedBy: row.submitted_by,
  submittedAt: row.submitted_at,
})

const toRow = (tenantId: string, revision: Revision) => ({
  tenant_id: tenantId,
  article_id: revision.articleId,
  base: revision.base,
  edition: revision.edition,
  state: revision.state,
  draft: JSON.stringify(revision.draft),
  comment: revision.comment,
  proposal: revision.proposal && JSON.stringify(revision.proposal),
  origin: revision.origin && JSON.stringify(revision.origin),
  edited_by: revision.editedBy,
  edited_at: revision.editedAt,
  submitted_by: revision.submittedBy,
  submitted_at: revision.submittedAt,
})

const toRevision = (row: Selectable<Revisions>): Revision => ({
  articleId: row.article_id,
  base: row.base,
  edition: row.edition,
  state: row.state,
  draft: row.draft,
  comment: row.comment,
  proposal: row.proposal,
  origin: row.origin,
  editedBy: row.edited_by,
  editedAt: row.edited_at,
  submittedBy: row.submitted_by,
  submittedAt: row.submitted_at,
})
