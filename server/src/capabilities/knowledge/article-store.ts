/** The articles of every tenant, in SQL. */
import { writeGuide } from '@lingxi/contract/guide-text'
import type { Audience } from '@lingxi/contract/audience'
import type {
  Article,
  ArticleChange,
  ArticleDraft,
  ArticleKind,
  ArticleOrigin,
  ArticleStatus,
  ArticleVariant,
} from '@lingxi/contract/knowledge'
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
  status: ArticleStatus
  valid_from: string | null
  valid_until: string | null
  version: number
  source: string | null
  audience: Json<Audience>
  category: string | null
  products: Json<string[]>
  kind: ArticleKind
  guide: ColumnType<Article['guide'], string | null, string | null>
  variants: Json<ArticleVariant[]>
  owner_id: string | null
  due_at: string | null
  origin: ColumnType<ArticleOrigin | null, string | null, string | null>
  updated_by: string | null
  created_at: string
  updated_at: string
}
type Tables = { articles: Articles }
type Changes = ArticleChange & { id: string; at: string; by: string | null }
export type ArticleFilter = {
  q?: string | undefined
  status?: ArticleStatus | undefined
  /** A category with everything below it. */
  category?: string | undefined
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

  function matching(tenantId: string, { q, status, language, tag, category }: Omit<ArticleFilter, 'limit' | 'offset'>) {
    let query = tables.selectFrom('articles').where('tenant_id', '=', tenantId)
    if (q) query = query.where(sql<boolean>`position(lower(${q}) in lower(title)) > 0`)
    if (status) query = query.where('status', '=', status)
    if (language) query = query.where('language', '=', language)
    if (category)
      query = query.where(({ eb, or }) =>
        or([eb('category', '=', category), eb(sql`left(category, ${category.length + 1})`, '=', `${category}/`)]),
      )
    if (tag) query = query.where(sql<boolean>`tags @> ${JSON.stringify([tag])}::jsonb`)
    return query
  }

  async function find(tenantId: string, id: string): Promise<Article | undefined> {
    const query = tables.selectFrom('articles').selectAll().where('tenant_id', '=', tenantId).where('id', '=', id)
    const row = await query.executeTakeFirst()
    return row && toArticle(row)
  }

  return {
    transaction: <Result>(work: (handle: DatabaseTransaction<Tables>) => Promise<Result>) =>
      tables.transaction().execute(work),

    find,

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
              audience: sql`excluded.audience`,
              category: ref('excluded.category'),
              products: sql`excluded.products`,
              kind: ref('excluded.kind'),
              guide: sql`excluded.guide`,
              variants: sql`excluded.variants`,
              owner_id: ref('excluded.owner_id'),
              due_at: ref('excluded.due_at'),
              origin: sql`excluded.origin`,
              updated_by: ref('excluded.updated_by'),
              version: sql`articles.version + 1`,
              updated_at: ref('excluded.updated_at'),
            })),
          )
          .execute()
      }
    },

    /** The changed article, or nothing when `version` is not the newest one. What the change does not say stays. */
    async change(tenantId: string, { id, version, at, by, ...change }: Changes): Promise<Article | undefined> {
      const before = await find(tenantId, id)
      if (before?.version !== version) return undefined
      const said = Object.entries(change).filter(([, value]) => value !== undefined)
      const draft = withText({ ...before, ...(Object.fromEntries(said) as Partial<ArticleDraft>) })
      const row = await tables
        .updateTable('articles')
        .set({ ...columnsOf(draft), version: version + 1, updated_at: at, updated_by: by })
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
  audience: JSON.stringify(draft.audience),
  category: draft.category,
  products: JSON.stringify(draft.products),
  kind: draft.kind,
  guide: jsonOrNull(draft.guide),
  variants: JSON.stringify(draft.variants),
  owner_id: draft.ownerId,
  due_at: draft.dueAt,
})

const jsonOrNull = (value: unknown) => (value === null ? null : JSON.stringify(value))

const toRow = (tenantId: string, article: Article) => ({
  tenant_id: tenantId,
  id: article.id,
  ...columnsOf(article),
  version: article.version,
  source: article.source,
  origin: jsonOrNull(article.origin),
  updated_by: article.updatedBy,
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
  audience: row.audience,
  category: row.category,
  products: row.products,
  kind: row.kind,
  guide: row.guide,
  variants: row.variants,
  ownerId: row.owner_id,
  dueAt: row.due_at,
  origin: row.origin,
  updatedBy: row.updated_by,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
})

/** The text of a rule or a process is written from its guide, so that both always say the same. */
export const withText = <Draft extends Pick<ArticleDraft, 'body' | 'guide' | 'language'>>(draft: Draft): Draft =>
  draft.guide ? { ...draft, body: writeGuide(draft.guide, draft.language).text } : draft
