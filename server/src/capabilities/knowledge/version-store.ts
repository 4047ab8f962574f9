/** What articles were. Written beside every change, in its transaction; read for the history. */
import type { Article, ArticleStatus } from '@lingxi/contract/knowledge'
import { type Selectable, sql } from 'kysely'
import { type Database, type DatabaseTransaction, withTables } from '#platform/database'
import { type Articles, toArticle } from './article-row-store.ts'

type Versions = { tenant_id: string; article_id: string; version: number; content: Selectable<Articles> }
type Tables = { article_versions: Versions }
export type PastVersion = { version: number; title: string; status: ArticleStatus; by: string | null; at: string }

/** Keeps these articles as they are now, before they are changed. */
export async function keepPast<T>(handle: DatabaseTransaction<T>, tenantId: string, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  await sql`
    insert into article_versions (tenant_id, article_id, version, content)
    select tenant_id, id, version, to_jsonb(articles) from articles
    where tenant_id = ${tenantId} and id in (${sql.join(ids)})
    on conflict do nothing`.execute(handle)
}

export function createVersionStore(database: Database) {
  const tables = withTables<Tables>(database)
  return {
    /** Newest first. */
    async list(tenantId: string, articleId: string, page: { limit: number; offset: number }) {
      const { rows } = await sql<PastVersion>`
        select version, content ->> 'title' as title, content ->> 'status' as status,
          content ->> 'updated_by' as "by", (content ->> 'updated_at')::timestamptz as "at"
        from article_versions where tenant_id = ${tenantId} and article_id = ${articleId}
        order by version desc limit ${page.limit} offset ${page.offset}`.execute(tables)
      return rows
    },
    async count(tenantId: string, articleId: string): Promise<number> {
      const { total } = await tables
        .selectFrom('article_versions')
        .select(({ fn }) => fn.countAll<number>().as('total'))
        .where('tenant_id', '=', tenantId)
        .where('article_id', '=', articleId)
        .executeTakeFirstOrThrow()
      return Number(total)
    },
    async find(tenantId: string, articleId: string, version: number): Promise<Article | undefined> {
      const row = await tables
        .selectFrom('article_versions')
        .select('content')
        .where('tenant_id', '=', tenantId)
        .where('article_id', '=', articleId)
        .where('version', '=', version)
        .executeTakeFirst()
      return row && toArticle(readContent(row.content))
    },
  }
}
export type VersionStore = ReturnType<typeof createVersionStore>

const instants = ['valid_from', 'valid_until', 'due_at', 'created_at', 'updated_at'] as const
/** What was written by an earlier version of the program may lack what has come since. */
const absent = { translation_of: null, proposal: null }

/** In a document of the database an instant is written with an offset; everywhere else it ends in `Z`. */
function readContent(content: Selectable<Articles>): Selectable<Articles> {
  const written = instants.map((name) => [name, content[name] && new Date(content[name]).toISOString()])
  return { ...absent, ...content, ...Object.fromEntries(written) }
}
