/** The articles of every tenant, in SQL. */
import type { Article, ArticleDraft } from '@lingxi/contract/knowledge'
import type { Language } from '@lingxi/contract/message'
import { type ColumnType, type Selectable, sql } from 'kysely'
import { type Database, type DatabaseTransaction, withTables } from '#platform/database'

type Json<T> = ColumnType<T, string, string>
type Articles = {
  tenant_id: string
  id: string
  title: string
  body: string
  language: Language
  tags: Json<string[]>
  alternatives: Json<string[]>
  status: 'draft' | 'published'
  valid_from: string | null
  valid_until: string | null
  version: number
  source: string | null
  created_at: string
  updated_at: string
}
type Tables = { articles: Articles }
type Changes = ArticleDraft & { id: string; version: number; at: string }
export type ArticleFilter = {
  q?: string | undefined
  status?: 'draft' | 'published' | undefined
  language?: Language | undefined
  tag?: string | undefined
  limit: number
  offset: number
}

/** Rows of one statement: PostgreSQL takes 65,535 parameters at most. */
const batch = 500

export function createArticleStore(database: Database) {
  const tables = withTables<Tables>(database)
  type Handle = typeof tables | DatabaseTransaction<Tables>

  function matching(tenantId: string, { q, status, language, tag }: Omit<ArticleFilter, 'limit' | 'offset'>) {
    let query = tables.selectFrom('articles').where('tenant_id', '=', tenantId)
    if (q) query = query.where(sql<boolean>`position(lower(${q}) in lower(title)) > 0`)
    if (status) query = query.where('status', '=', status)
    if (language) query = query.where('language', '=', language)
    if (tag) query = query.where(sql<boolean>`tags @> ${JSON.stringify([tag])}::jsonb`)
    return query
  }

  return {
    transaction: <Result>(work: (handle: DatabaseTransaction<Tables>) => Promise<Result>) =>
      tables.transaction().execute(work),

    async find(tenantId: string, id: string): Promise<Article | undefined> {
      const query = tables.selectFrom('articles').selectAll().where('tenant_id', '=', tenantId).where('id', '=', id)
      const row = await query.executeTakeFirst()
      return row && toArticle(row)
    },

    async list(tenantId: string, filter: ArticleFilter) {
      const rows = await matching(tenantId, filter)
        .selectAll()
        .orderBy('updated_at', 'desc')
        .orderBy('id', 'desc')
        .limit(filter.limit)
        .offset(filter.offset)
        .execute()
      const { total } = await matching(tenantId, filter)
        .select(({ fn }) => fn.countAll<number>().as('total'))
        .executeTakeFirstOrThrow()
      return { articles: rows.map(toArticle), total: Number(total) }
    },

    async tags(tenantId: string): Promise<string[]> {
      const used = sql<{ tag: string }>`select distinct jsonb_array_elements_text(tags) as tag from articles
        where tenant_id = ${tenantId} order by tag limit 500`
      return (await used.execute(tables)).rows.map(({ tag }) => tag)
    },

    /** Every article that may be found, in order of their ids, a page after `after`. */
    async published(tenantId: string, after = '', limit = 1000): Promise<Article[]> {
      const query = tables.selectFrom('articles').selectAll().where('tenant_id', '=', tenantId)
      const rows = await query
        .where('status', '=', 'published')
        .where('id', '>', after)
        .orderBy('id')
        .limit(limit)
        .execute()
      return rows.map(toArticle)
    },

    async bySources(tenantId: string, sources: string[], handle: Handle = tables): Promise<Article[]> {
      const found: Article[] = []
      for (let start = 0; start < sources.length; start += batch) {
        const some = sources.slice(start, start + batch)
        const query = handle.selectFrom('articles').selectAll().where('tenant_id', '=', tenantId)
        found.push(...(await query.where('source', 'in', some).execute()).map(toArticle))
      }
      return found
    },

    async insert(tenantId: string, articles: Article[], handle: Handle = tables): Promise<void> {
      for (let start = 0; start < articles.length; start += batch) {
        const rows = articles.slice(start, start + batch).map((article) => toRow(tenantId, article))
        await handle.insertInto('articles').values(rows).execute()
      }
    },

    /** Writes articles over those with the same ids. */
    async overwrite(tenantId: string, articles: Article[], handle: Handle = tables): Promise<void> {
      for (let start = 0; start < articles.length; start += batch) {
        const rows = articles.slice(start, start + batch).map((article) => toRow(tenantId, article))
        await handle
          .insertInto('articles')
          .values(rows)
          .onConflict((conflict) =>
            conflict.columns(['tenant_id', 'id']).doUpdateSet(({ ref }) => ({
              title: ref('excluded.title'),
              body: ref('excluded.body'),
              language: ref('excluded.language'),
              tags: sql`excluded.tags`,
              alternatives: sql`excluded.alternatives`,
              status: ref('excluded.status'),
              valid_from: ref('excluded.valid_from'),
              valid_until: ref('excluded.valid_until'),
              version: sql`articles.version + 1`,
              updated_at: ref('excluded.updated_at'),
            })),
          )
          .execute()
      }
    },

    /** The changed article, or nothing when `version` is not the newest one. */
    async change(tenantId: string, { id, version, at, ...draft }: Changes): Promise<Article | undefined> {
      const row = await tables
        .updateTable('articles')
        .set({ ...columnsOf(draft), version: version + 1, updated_at: at })
        .where('tenant_id', '=', tenantId)
        .where('id', '=', id)
        .where('version', '=', version)
        .returningAll()
        .executeTakeFirst()
      return row && toArticle(row)
    },

    async remove(tenantId: string, id: string): Promise<boolean> {
      const query = tables.deleteFrom('articles').where('tenant_id', '=', tenantId).where('id', '=', id)
      return (await query.returning('id').execute()).length > 0
    },
  }
}
export type ArticleStore = ReturnType<typeof createArticleStore>

const columnsOf = (draft: ArticleDraft) => ({
  title: draft.title,
  body: draft.body,
  language: draft.language,
  tags: JSON.stringify(draft.tags),
  alternatives: JSON.stringify(draft.alternatives),
  status: draft.status,
  valid_from: draft.validFrom,
  valid_until: draft.validUntil,
})

const toRow = (tenantId: string, article: Article) => ({
  tenant_id: tenantId,
  id: article.id,
  ...columnsOf(article),
  version: article.version,
  source: article.source,
  created_at: article.createdAt,
  updated_at: article.updatedAt,
})

const toArticle = (row: Selectable<Articles>): Article => ({
  id: row.id,
  title: row.title,
  body: row.body,
  language: row.language,
  tags: row.tags,
  alternatives: row.alternatives,
  status: row.status,
  validFrom: row.valid_from,
  validUntil: row.valid_until,
  version: row.version,
  source: row.source,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
})
