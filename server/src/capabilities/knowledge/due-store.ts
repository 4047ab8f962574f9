/** What has to be looked at again, in SQL. */
import type { DueItem } from '@lingxi/contract/review'
import { sql } from 'kysely'
import { type Database, type DatabaseTransaction, withTables } from '#platform/database'

type Noticed = { id: string; title: string; version: number }
export type DueQuery = { at: string; soon: string; ownerId?: string | undefined; limit: number; offset: number }

export function createDueStore(database: Database) {
  const tables = withTables<object>(database)

  return {
    /** The longest due first. `soon`: what ends before then counts as ending. */
    async list(tenantId: string, { at, soon, ownerId, limit, offset }: DueQuery) {
      const { rows } = await sql<DueRow>`
        with items as (
          select id, title, language, status, version, owner_id, reminded_at,
            case when due_at <= ${at} then 'due' when expired_at is not null then 'expired' else 'expiring' end as reason,
            case when due_at <= ${at} then due_at when expired_at is not null then expired_at else valid_until end as since
          from articles where tenant_id = ${tenantId} and (
            (due_at <= ${at} and status <> 'archived') or expired_at is not null
            or (status = 'published' and valid_until <= ${soon}))
        )
        select *, count(*) over ()::int as total from items
        ${ownerId === undefined ? sql`` : sql`where owner_id = ${ownerId}`}
        order by since, id limit ${limit} offset ${offset}`.execute(tables)
      return { items: rows.map(toItem), total: rows[0]?.total ?? 0 }
    },

    /** Marks what is due and was not said yet, and says which. Two processes at once never mark the same. */
    async markReminded<T>(tenantId: string, at: string, handle: DatabaseTransaction<T>): Promise<Noticed[]> {
      const { rows } = await sql<Noticed>`
        update articles set reminded_at = ${at} where tenant_id = ${tenantId} and id in (
          select id from articles where tenant_id = ${tenantId} and due_at <= ${at} and reminded_at is null
            and status <> 'archived' order by id limit 500 for update skip locked)
        returning id, title, version`.execute(handle)
      return rows
    },

    /** The ids of live articles whose time is over. */
    async over(tenantId: string, at: string): Promise<string[]> {
      const { rows } = await sql<{ id: string }>`
        select id from articles where tenant_id = ${tenantId} and status = 'published' and valid_until <= ${at}
        order by id limit 500`.execute(tables)
      return rows.map(({ id }) => id)
    },

    async markExpired<T>(tenantId: string, id: string, mark: { at: string; handle: DatabaseTransaction<T> }) {
      await sql`update articles set expired_at = ${mark.at} where tenant_id = ${tenantId} and id = ${id}`.execute(
        mark.handle,
      )
    },
  }
}
export type DueStore = ReturnType<typeof createDueStore>

type DueRow = {
  id: string
  title: string
  language: DueItem['language']
  status: DueItem['status']
  version: number
  owner_id: string | null
  reminded_at: string | null
  reason: DueItem['reason']
  since: string
  total: number
}

const toItem = (row: DueRow): DueItem => ({
  articleId: row.id,
  title: row.title,
  language: row.language,
  status: row.status,
  version: row.version,
  ownerId: row.owner_id,
  reason: row.reason,
  since: row.since,
  remindedAt: row.reminded_at,
})
