/** The articles of every tenant, in SQL. What is overwritten goes to the past versions in the same transaction. */
import type { Reader } from '@lingxi/contract/audience'
import { type Article, type ArticleStatus, articleStatuses } from '@lingxi/contract/knowledge'
import { sql } from 'kysely'
import { type Database, type DatabaseTransaction, tryAgain, withTables } from '#platform/database'
import { type ArticleFilter, type Conditions, conditionsOf, readableBy } from './article-filter-store.ts'
import { type Articles, columnsOf, jsonOrNull, toArticle, toRow } from './article-row-store.ts'
import { keepPast } from './version-store.ts'

type Tables = { articles: Articles }
export type ArticleHandle = DatabaseTransaction<Tables>
/** Rows of one statement: PostgreSQL takes 65,535 parameters at most. */
const batch = 500

export function createArticleStore(database: Database) {
  const tables = withTables<Tables>(database)
  type Handle = typeof tables | DatabaseTransaction<Tables>

  const matching = (tenantId: string, filter: Conditions) =>
    conditionsOf(filter).reduce(
      (query, condition) => query.where(condition),
      tables.selectFrom('articles').where('tenant_id', '=', tenantId),
    )

  async function find(tenantId: string, id: string, handle: Handle = tables): Promise<Article | undefined> {
    const query = handle.selectFrom('articles').selectAll().where('tenant_id', '=', tenantId).where('id', '=', id)
    const row = await query.executeTakeFirst()
    return row && toArticle(row)
  }

  /** The article, and nobody else changes it before this transaction is over. */
  async function lock(tenantId: string, id: string, handle: ArticleHandle): Promise<Article | undefined> {
    const query = handle.selectFrom('articles').selectAll().where('tenant_id', '=', tenantId).where('id', '=', id)
    const row = await query.forUpdate().executeTakeFirst()
    return row && toArticle(row)
  }

  return {
    /** `work` is done once more where another process wrote the same articles meanwhile. */
    transaction: <Result>(work: (handle: DatabaseTransaction<Tables>) => Promise<Result>) =>
      tryAgain(() => tables.transaction().execute(work)),

    find,
    lock,

    async list(tenantId: string, filter: ArticleFilter) {
      const rows = await matching(tenantId, filter)
        .selectAll()
        .select(
          sql<'draft' | 'review' | null>`(select state from article_revisions as r
            where r.tenant_id = articles.tenant_id and r.article_id = articles.id)`.as('revision'),
        )
        .orderBy('updated_at', 'desc')
        .orderBy('id', 'desc')
        .limit(filter.limit)
        .offset(filter.offset)
        .execute()
      return rows.map((row) => ({ article: toArticle(row), revision: row.revision }))
    },

    /** How many of what is meant are in each status, whatever status is asked for. */
    async countByStatus(tenantId: string, filter: Conditions): Promise<Record<ArticleStatus, number>> {
      const rows = await matching(tenantId, { ...filter, status: undefined })
        .select(({ fn }) => ['status', fn.countAll<number>().as('total')])
        .groupBy('status')
        .execute()
      const totals = new Map(rows.map(({ status, total }) => [status, Number(total)]))
      return Object.fromEntries(articleStatuses.map((status) => [status, totals.get(status) ?? 0])) as Record<
        ArticleStatus,
        number
      >
    },

    /** The tags and the categories in use among what a reader may see. */
    async labels(tenantId: string, reader?: Reader): Promise<{ tags: string[]; categories: string[] }> {
      const readable = readableBy(reader) ?? sql<boolean>`true`
      const tags = sql<{ label: string }>`select distinct jsonb_array_elements_text(tags) as label from articles
        where tenant_id = ${tenantId} and ${readable} order by label limit 500`
      const categories = sql<{ label: string }>`select distinct category as label from articles
        where tenant_id = ${tenantId} and category is not null and ${readable} order by label limit 500`
      const read = async (query: typeof tags) => (await query.execute(tables)).rows.map(({ label }) => label)
      return { tags: await read(tags), categories: await read(categories) }
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

    /** Articles in the order in which they last changed, after one of them. */
    async changed(tenantId: string, after: { at: string; id: string } | undefined, limit: number): Promise<Article[]> {
      const { at, id } = after ?? { at: '1970-01-01T00:00:00Z', id: '' }
      const query = tables.selectFrom('articles').selectAll().where('tenant_id', '=', tenantId)
      const rows = await query
        .where(sql<boolean>`(updated_at, id) > (${at}::timestamptz, ${id})`)
        .orderBy('updated_at')
        .orderBy('id')
        .limit(limit)
        .execute()
      return rows.map(toArticle)
    },

    async byIds(tenantId: string, ids: string[]): Promise<Article[]> {
      if (ids.length === 0) return []
      const query = tables.selectFrom('articles').selectAll().where('tenant_id', '=', tenantId)
      return (await query.where('id', 'in', ids).orderBy('id').execute()).map(toArticle)
    },

    /** Published articles whose time has passed, or that are to be looked at again, before a moment. */
    async ending(tenantId: string, before: string): Promise<Article[]> {
      const query = tables.selectFrom('articles').selectAll().where('tenant_id', '=', tenantId)
      const rows = await query
        .where('status', '=', 'published')
        .where(({ eb, or }) => or([eb('valid_until', '<', before), eb('due_at', '<', before)]))
        .orderBy('id')
        .limit(1000)
        .execute()
      return rows.map(toArticle)
    },

    /** Those that are there, and nobody else changes them before this transaction is over; all who do this go one way. */
    async lockSources(tenantId: string, sources: string[], handle: ArticleHandle): Promise<Article[]> {
      const found: Article[] = []
      const inOrder = sources.toSorted()
      for (let start = 0; start < inOrder.length; start += batch) {
        const some = inOrder.slice(start, start + batch)
        const query = handle.selectFrom('articles').selectAll().where('tenant_id', '=', tenantId)
        const rows = await query.where('source', 'in', some).orderBy(sql`source collate "C"`).forUpdate().execute()
        found.push(...rows.map(toArticle))
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
    async overwrite(tenantId: string, articles: Article[], handle: ArticleHandle): Promise<void> {
      for (let start = 0; start < articles.length; start += batch) {
        const ids = articles.slice(start, start + batch).map(({ id }) => id)
        await keepPast(handle, tenantId, ids)
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
              audience: sql`excluded.audience`,
              category: ref('excluded.category'),
              products: sql`excluded.products`,
              kind: ref('excluded.kind'),
              guide: sql`excluded.guide`,
              variants: sql`excluded.variants`,
              owner_id: ref('excluded.owner_id'),
              due_at: ref('excluded.due_at'),
              origin: sql`excluded.origin`,
              translation_of: ref('excluded.translation_of'),
              proposal: sql`excluded.proposal`,
              updated_by: ref('excluded.updated_by'),
              version: sql`articles.version + 1`,
              updated_at: ref('excluded.updated_at'),
            })),
          )
          .execute()
      }
    },

    /**
     * Writes what a locked article has become. `past`: whether what it was is kept as a version; a change of its status
     * alone is none.
     */
    async write(
      tenantId: string,
      { article, before, past = true }: { article: Article; before: Article; past?: boolean },
      handle: ArticleHandle,
    ): Promise<void> {
      if (past) await keepPast(handle, tenantId, [article.id])
      await handle
        .updateTable('articles')
        .set({
          ...columnsOf(article),
          origin: jsonOrNull(article.origin),
          proposal: jsonOrNull(article.proposal),
          version: article.version,
          updated_at: article.updatedAt,
          updated_by: article.updatedBy,
          expired_at: null,
          ...(article.dueAt !== before.dueAt && { reminded_at: null }),
        })
        .where('tenant_id', '=', tenantId)
        .where('id', '=', article.id)
        .execute()
    },

    async remove(tenantId: string, id: string, handle: ArticleHandle): Promise<void> {
      for (const table of ['article_versions', 'article_revisions'] as const)
        await sql`delete from ${sql.table(table)} where tenant_id = ${tenantId} and article_id = ${id}`.execute(handle)
      await handle
        .updateTable('articles')
        .set({ translation_of: null })
        .where('tenant_id', '=', tenantId)
        .where('translation_of', '=', id)
        .execute()
      await handle.deleteFrom('articles').where('tenant_id', '=', tenantId).where('id', '=', id).execute()
    },

    /** The same text in other languages, this one left out. */
    async translations(tenantId: string, { id, translationOf }: Article): Promise<Article[]> {
      const first = translationOf ?? id
      const rows = await tables
        .selectFrom('articles')
        .selectAll()
        .where('tenant_id', '=', tenantId)
        .where(({ eb, or }) => or([eb('id', '=', first), eb('translation_of', '=', first)]))
        .where('id', '!=', id)
        .orderBy('language')
        .orderBy('id')
        .execute()
      return rows.map(toArticle)
    },
  }
}
export type ArticleStore = ReturnType<typeof createArticleStore>
