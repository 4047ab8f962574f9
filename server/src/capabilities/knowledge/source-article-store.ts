/** Which articles are of which document of a source, in SQL. */
import { sql } from 'kysely'
import { type Database, type DatabaseTransaction, withTables } from '#platform/database'

type Tables = { articles: { tenant_id: string; id: string; source: string | null } }
type Handle = Pick<DatabaseTransaction<Tables>, 'getExecutor'>
export type ArticleOfItem = { itemId: string; id: string; source: string }

export function createSourceArticleStore(database: Database) {
  const tables = withTables<Tables>(database)
  return {
    async ofItems(tenantId: string, itemIds: string[], handle: Handle = tables): Promise<ArticleOfItem[]> {
      if (itemIds.length === 0) return []
      const { rows } = await sql<ArticleOfItem>`
        select origin ->> 'itemId' as "itemId", id, source from articles
        where tenant_id = ${tenantId} and origin is not null and origin ->> 'itemId' in (${sql.join(itemIds)}) order by id
      `.execute(handle as typeof tables)
      return rows
    },
    /** Articles of a source, some at a time, in order of their ids. */
    async ofSource(tenantId: string, sourceId: string, after: string): Promise<ArticleOfItem[]> {
      const { rows } = await sql<ArticleOfItem>`
        select origin ->> 'itemId' as "itemId", id, source from articles
        where tenant_id = ${tenantId} and origin ->> 'sourceId' = ${sourceId} and id > ${after} order by id limit 500
      `.execute(tables)
      return rows
    },
  }
}
