/** What everybody may read now, as a help centre lists it, and what its readers say of it. */
import { visitor } from '@lingxi/contract/audience'
import type { ArticleVariant } from '@lingxi/contract/knowledge'
import type { Language } from '@lingxi/contract/message'
import { chooseVariant, helpCentreChannel, situationOf } from '@lingxi/contract/variant'
import { sql } from 'kysely'
import { type Database, withTables } from '#platform/database'

type Ratings = {
  tenant_id: string
  article_id: string
  rater: string
  helpful: boolean
  comment: string | null
  created_at: string
}
export type PublishedRow = { id: string; title: string; excerpt: string; topic: string | null; updatedAt: string }
export type Listed = { language: Language; topic?: string | undefined; limit: number; offset: number; at: string }
export type ArticleRating = { articleId: string; rater: string; helpful: boolean; comment: string | null; at: string }

/** Asks for those that have no topic. */
export const noTopic = '-'

/** Its category, or else its first tag. */
const topic = sql`coalesce(category, tags ->> 0)`
/** The first words of its own text, and of those that it has for other situations. */
const columns = sql`id, title, left(body, 400) as excerpt, ${topic} as topic, updated_at as "updatedAt",
  case when kind = 'fact' then (
    select jsonb_agg(jsonb_build_object('when', one -> 'when', 'body', left(one ->> 'body', 400)) order by place)
    from jsonb_array_elements(variants) with ordinality as listed (one, place)
  ) end as variants`
type Found = PublishedRow & { variants: ArticleVariant[] | null }

export function createPublishedStore(database: Database) {
  const tables = withTables<{ article_ratings: Ratings }>(database)

  const open = (tenantId: string, language: Language, at: string) => sql`
    tenant_id = ${tenantId} and language = ${language} and status = 'published' and audience ->> 'kind' = 'public'
    and (valid_from is null or valid_from <= ${at}) and (valid_until is null or valid_until > ${at})`
  const below = (wanted: string | undefined) =>
    wanted === undefined
      ? sql`true`
      : wanted === noTopic
        ? sql`${topic} is null`
        : sql`(${topic} = ${wanted} or left(${topic}, ${wanted.length + 1}) = ${`${wanted}/`})`

  return {
    /** Topics of the first level, the largest first, each with how many articles it holds and the first of them. */
    async topics(tenantId: string, asked: Omit<Listed, 'topic' | 'offset'>) {
      const { rows } = await sql<Found & { name: string | null; count: number }>`
        select * from (
          select ${columns}, split_part(${topic}, '/', 1) as name,
            count(*) over (partition by split_part(${topic}, '/', 1))::int as count,
            row_number() over (partition by split_part(${topic}, '/', 1) order by id) as place
          from articles where ${open(tenantId, asked.language, asked.at)}
        ) as ranked where place <= ${asked.limit} order by count desc, name, place`.execute(tables)
      return [...Map.groupBy(rows, ({ name }) => name ?? '')].map(([name, articles]) => ({
        name,
        count: articles[0]!.count,
        articles: articles.map((found) => toPublishedRow(found, asked.at)),
      }))
    },

    async list(tenantId: string, { language, topic: wanted, limit, offset, at }: Listed) {
      const those = sql`articles where ${open(tenantId, language, at)} and ${below(wanted)}`
      const { rows } = await sql<Found>`
        select ${columns} from ${those} order by title, id limit ${limit} offset ${offset}`.execute(tables)
      const counted = await sql<{ count: number }>`select count(*)::int as count from ${those}`.execute(tables)
      return { articles: rows.map((found) => toPublishedRow(found, at)), total: counted.rows[0]!.count }
    },

    /** The addresses of all, in order of their ids, a page after `after`. */
    async addresses(tenantId: string, { after, limit, at }: { after: string; limit: number; at: string }) {
      const { rows } = await sql<{ id: string; title: string; language: Language; updatedAt: string }>`
        select id, title, language, updated_at as "updatedAt" from articles
        where (${open(tenantId, 'zh', at)} or ${open(tenantId, 'en', at)}) and id > ${after}
        order by id limit ${limit}`.execute(tables)
      return rows
    },

    /** The last word of one reader counts. */
    async rate(tenantId: string, { articleId, rater, helpful, comment, at }: ArticleRating): Promise<void> {
      await tables
        .insertInto('article_ratings')
        .values({ tenant_id: tenantId, article_id: articleId, rater, helpful, comment, created_at: at })
        .onConflict((conflict) =>
          conflict.columns(['tenant_id', 'article_id', 'rater']).doUpdateSet(({ ref }) => ({
            helpful: ref('excluded.helpful'),
            comment: ref('excluded.comment'),
            created_at: ref('excluded.created_at'),
          })),
        )
        .execute()
    },

    /** How many readers found each of these helpful, and how many did not. */
    async ratings(tenantId: string, articleIds: string[]) {
      if (articleIds.length === 0) return new Map<string, { helpful: number; unhelpful: number }>()
      const rows = await tables
        .selectFrom('article_ratings')
        .select(({ fn }) => ['article_id', 'helpful', fn.countAll<number>().as('count')])
        .where('tenant_id', '=', tenantId)
        .where('article_id', 'in', articleIds)
        .groupBy(['article_id', 'helpful'])
        .execute()
      const found = new Map(articleIds.map((id) => [id, { helpful: 0, unhelpful: 0 }]))
      for (const row of rows) found.get(row.article_id)![row.helpful ? 'helpful' : 'unhelpful'] = Number(row.count)
      return found
    },
  }
}

function toPublishedRow({ id, title, excerpt, topic: of, updatedAt, variants }: Found, at: string): PublishedRow {
  const chosen = chooseVariant(variants ?? [], situationOf(visitor, helpCentreChannel, Date.parse(at)))
  return { id, title, excerpt: chosen === undefined ? excerpt : variants![chosen]!.body, topic: of, updatedAt }
}
