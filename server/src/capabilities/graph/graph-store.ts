/** What the articles of every tenant state, in SQL. */
import type { Language } from '@lingxi/contract/message'
import type { ColumnType } from 'kysely'
import { type Database, withTables } from '#platform/database'
import type { Method, Statement, StatedName } from './statements.ts'
import type { Source } from './tenant-graph.ts'

type Json<T> = ColumnType<T, string, string>
type Tables = {
  graph_readings: {
    tenant_id: string
    article_id: string
    version: number
    title: string
    language: string
    readers: Json<string[]>
    valid_from: string | null
    valid_until: string | null
  }
  graph_names: { tenant_id: string; article_id: string; entity: string; name: string; language: Language; type: string }
  graph_edges: {
    tenant_id: string
    article_id: string
    id: string
    subject: string
    subject_name: string
    relation: string
    object: string
    object_name: string
    method: Method
    confidence: number
    starts: number
    ends: number
  }
}

const batch = 500
const instant = (at: number | null) => (at === null ? null : new Date(at).toISOString())
const moment = (at: string | null) => (at === null ? null : Date.parse(at))

export function createGraphStore(database: Database) {
  const tables = withTables<Tables>(database)

  return {
    /**
     * Replaces what an article states; false when a newer version was read already. `over`: only where this version was
     * read, and is still.
     */
    async replace(tenantId: string, source: Source, over = false): Promise<boolean> {
      const { articleId, version, title, language, readers, from, until, names, edges } = source
      return tables.transaction().execute(async (handle) => {
        const row = {
          version,
          title,
          language,
          readers: JSON.stringify(readers),
          valid_from: instant(from),
          valid_until: instant(until),
        }
        const written = over
          ? handle
              .updateTable('graph_readings')
              .set(row)
              .where('tenant_id', '=', tenantId)
              .where('article_id', '=', articleId)
              .where('version', '=', version)
              .returning('version')
          : handle
              .insertInto('graph_readings')
              .values({ tenant_id: tenantId, article_id: articleId, ...row })
              .onConflict((conflict) =>
                conflict
                  .columns(['tenant_id', 'article_id'])
                  .doUpdateSet(row)
                  .where('graph_readings.version', '<=', version),
              )
              .returning('version')
        if (!(await written.executeTakeFirst())) return false
        await handle
          .deleteFrom('graph_names')
          .where('tenant_id', '=', tenantId)
          .where('article_id', '=', articleId)
          .execute()
        await handle
          .deleteFrom('graph_edges')
          .where('tenant_id', '=', tenantId)
          .where('article_id', '=', articleId)
          .execute()
        for (let start = 0; start < names.length; start += batch) {
          const rows = names
            .slice(start, start + batch)
            .map((name) => ({ tenant_id: tenantId, article_id: articleId, ...name }))
          await handle.insertInto('graph_names').values(rows).execute()
        }
        for (let start = 0; start < edges.length; start += batch) {
          const rows = edges.slice(start, start + batch).map(({ subjectName, objectName, ...edge }) => ({
            tenant_id: tenantId,
            article_id: articleId,
            ...edge,
            subject_name: subjectName,
            object_name: objectName,
          }))
          await handle.insertInto('graph_edges').values(rows).execute()
        }
        return true
      })
    },

    async forget(tenantId: string, articleId: string): Promise<void> {
      await tables.transaction().execute(async (handle) => {
        for (const table of ['graph_edges', 'graph_names', 'graph_readings'] as const)
          await handle.deleteFrom(table).where('tenant_id', '=', tenantId).where('article_id', '=', articleId).execute()
      })
    },

    /** Which version of each article was read. */
    async versions(tenantId: string): Promise<Map<string, number>> {
      const rows = await tables
        .selectFrom('graph_readings')
        .select(['article_id', 'version'])
        .where('tenant_id', '=', tenantId)
        .execute()
      return new Map(rows.map(({ article_id, version }) => [article_id, version]))
    },

    /** What the named articles state, or all of them a page after `after`. */
    async sources(
      tenantId: string,
      { articleId, after = '', limit = 500 }: { articleId?: string; after?: string; limit?: number },
    ): Promise<Source[]> {
      let query = tables.selectFrom('graph_readings').selectAll().where('tenant_id', '=', tenantId)
      query =
        articleId === undefined ? query.where('article_id', '>', after) : query.where('article_id', '=', articleId)
      const readings = await query.orderBy('article_id').limit(limit).execute()
      if (readings.length === 0) return []
      const ids = readings.map((each) => each.article_id)
      const names = await tables
        .selectFrom('graph_names')
        .selectAll()
        .where('tenant_id', '=', tenantId)
        .where('article_id', 'in', ids)
        .execute()
      const edges = await tables
        .selectFrom('graph_edges')
        .selectAll()
        .where('tenant_id', '=', tenantId)
        .where('article_id', 'in', ids)
        .orderBy('id')
        .execute()
      const byArticle = new Map(
        readings.map((each): [string, Source] => [
          each.article_id,
          {
            articleId: each.article_id,
            version: each.version,
            title: each.title,
            language: each.language,
            readers: each.readers,
            from: moment(each.valid_from),
            until: moment(each.valid_until),
            names: [],
            edges: [],
          },
        ]),
      )
      for (const { article_id, entity, name, language, type } of names)
        byArticle.get(article_id)?.names.push({ entity, name, language, type } satisfies StatedName)
      for (const { article_id, tenant_id: _, subject_name, object_name, ...edge } of edges)
        byArticle
          .get(article_id)
          ?.edges.push({ ...edge, subjectName: subject_name, objectName: object_name } satisfies Statement)
      return [...byArticle.values()]
    },
  }
}
export type GraphStore = ReturnType<typeof createGraphStore>
