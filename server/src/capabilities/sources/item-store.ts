/** The documents and pages of sources, in SQL. */
import type { ImportedRow } from '@lingxi/contract/knowledge'
import type { PageReport, ReadingNote, SourceItem } from '@lingxi/contract/source'
import { type ColumnType, type Selectable, type Updateable, sql } from 'kysely'
import { type Database, withTables } from '#platform/database'

type Json<T> = ColumnType<T, string, string>
type JsonOrNull<T> = ColumnType<T | null, string | null, string | null>
type Items = {
  tenant_id: string
  id: string
  source_id: string
  location: string
  location_hash: string
  title: string | null
  format: string | null
  media_type: string | null
  bytes: number
  state: SourceItem['state']
  content_hash: string | null
  read_hash: string | null
  blob_id: string | null
  refusal: JsonOrNull<NonNullable<SourceItem['refusal']>>
  notes: Json<ReadingNote[]>
  page_reports: Json<PageReport[]>
  rows: Json<ImportedRow[]>
  links: Json<string[]>
  etag: string | null
  last_modified: string | null
  version: number
  seen_run: string | null
  read_at: string | null
  checked_at: string | null
  created_at: string
}
type Tables = { source_items: Items }

export type StoredItem = {
  id: string
  sourceId: string
  location: string
  title: string | null
  format: string | null
  mediaType: string | null
  bytes: number
  state: SourceItem['state']
  contentHash: string | null
  readHash: string | null
  blobId: string | null
  refusal: SourceItem['refusal']
  notes: ReadingNote[]
  pageReports: PageReport[]
  rows: ImportedRow[]
  links: string[]
  etag: string | null
  lastModified: string | null
  version: number
  seenRun: string | null
  readAt: string | null
  checkedAt: string | null
}
export type ItemChange = Partial<Omit<StoredItem, 'id' | 'sourceId' | 'location'>>
export type ItemFilter = {
  state?: SourceItem['state'] | undefined
  q?: string | undefined
  limit: number
  offset: number
}

export function createItemStore(database: Database) {
  const tables = withTables<Tables>(database)
  const of = (tenantId: string) => tables.selectFrom('source_items').where('tenant_id', '=', tenantId)

  function matching(tenantId: string, sourceId: string, { state, q }: Pick<ItemFilter, 'state' | 'q'>) {
    let query = of(tenantId).where('source_id', '=', sourceId)
    if (state) query = query.where('state', '=', state)
    if (q) query = query.where(sql<boolean>`position(lower(${q}) in lower(location || ' ' || coalesce(title, ''))) > 0`)
    return query
  }

  return {
    async find(tenantId: string, id: string): Promise<StoredItem | undefined> {
      const row = await of(tenantId).selectAll().where('id', '=', id).executeTakeFirst()
      return row && toItem(row)
    },

    async findAt(tenantId: string, sourceId: string, locationHash: string): Promise<StoredItem | undefined> {
      const query = of(tenantId).selectAll().where('source_id', '=', sourceId)
      const row = await query.where('location_hash', '=', locationHash).executeTakeFirst()
      return row && toItem(row)
    },

    /** The item at a place: the one that is there, or a new one that waits. */
    async ensure(
      tenantId: string,
      {
        id,
        sourceId,
        location,
        locationHash,
        at,
      }: { id: string; sourceId: string; location: string; locationHash: string; at: string },
    ): Promise<StoredItem> {
      const empty = { notes: '[]', page_reports: '[]', rows: '[]', links: '[]' }
      await tables
        .insertInto('source_items')
        .values({
          tenant_id: tenantId,
          id,
          source_id: sourceId,
          location,
          location_hash: locationHash,
          bytes: 0,
          state: 'waiting',
          version: 0,
          created_at: at,
          ...empty,
        })
        .onConflict((conflict) => conflict.columns(['tenant_id', 'source_id', 'location_hash']).doNothing())
        .execute()
      const query = of(tenantId).selectAll().where('source_id', '=', sourceId)
      return toItem(await query.where('location_hash', '=', locationHash).executeTakeFirstOrThrow())
    },

    async change(tenantId: string, id: string, change: ItemChange): Promise<void> {
      const columns = toColumns(change)
      if (Object.keys(columns).length === 0) return
      await tables
        .updateTable('source_items')
        .set(columns)
        .where('tenant_id', '=', tenantId)
        .where('id', '=', id)
        .execute()
    },

    /** Takes a newer version; whether it was newer than the one known. */
    async advance(tenantId: string, id: string, version: number): Promise<boolean> {
      const query = tables.updateTable('source_items').set({ version }).where('tenant_id', '=', tenantId)
      return (await query.where('id', '=', id).where('version', '<', version).returning('id').execute()).length > 0
    },

    async list(
      tenantId: string,
      sourceId: string,
      filter: ItemFilter,
    ): Promise<{ items: StoredItem[]; total: number }> {
      const query = matching(tenantId, sourceId, filter)
      const rows = await query
        .selectAll()
        .orderBy('created_at')
        .orderBy('id')
        .limit(filter.limit)
        .offset(filter.offset)
        .execute()
      const { total } = await query.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
      return { items: rows.map(toItem), total: Number(total) }
    },

    /** Items that a run did not meet, some at a time. */
    async unseen(
      tenantId: string,
      sourceId: string,
      { runId, after, limit }: { runId: string; after: string; limit: number },
    ) {
      const query = of(tenantId).selectAll().where('source_id', '=', sourceId).where('state', '!=', 'withdrawn')
      const rows = await query
        .where(({ eb, or }) => or([eb('seen_run', 'is', null), eb('seen_run', '!=', runId)]))
        .where('id', '>', after)
        .orderBy('id')
        .limit(limit)
        .execute()
      return rows.map(toItem)
    },

    /** Items out of an archive. */
    async below(tenantId: string, sourceId: string, prefix: string): Promise<StoredItem[]> {
      const query = of(tenantId).selectAll().where('source_id', '=', sourceId)
      return (await query.where(sql<boolean>`starts_with(location, ${prefix})`).execute()).map(toItem)
    },

    async archives(tenantId: string, sourceId: string, runId: string): Promise<StoredItem[]> {
      const query = of(tenantId).selectAll().where('source_id', '=', sourceId).where('format', '=', 'zip')
      return (await query.where('seen_run', '=', runId).where('state', '=', 'read').execute()).map(toItem)
    },

    async counts(tenantId: string): Promise<Map<string, { items: number; refused: number }>> {
      const rows = await of(tenantId)
        .select(({ fn }) => ['source_id', fn.countAll<number>().as('items')])
        .select(sql<number>`count(*) filter (where state = 'refused')`.as('refused'))
        .groupBy('source_id')
        .execute()
      return new Map(rows.map((row) => [row.source_id, { items: Number(row.items), refused: Number(row.refused) }]))
    },

    async remove(tenantId: string, ids: string[]): Promise<void> {
      if (ids.length === 0) return
      await tables.deleteFrom('source_items').where('tenant_id', '=', tenantId).where('id', 'in', ids).execute()
    },
  }
}
export type ItemStore = ReturnType<typeof createItemStore>

const columnNames = {
  title: 'title',
  format: 'format',
  mediaType: 'media_type',
  bytes: 'bytes',
  state: 'state',
  contentHash: 'content_hash',
  readHash: 'read_hash',
  blobId: 'blob_id',
  refusal: 'refusal',
  notes: 'notes',
  pageReports: 'page_reports',
  rows: 'rows',
  links: 'links',
  etag: 'etag',
  lastModified: 'last_modified',
  version: 'version',
  seenRun: 'seen_run',
  readAt: 'read_at',
  checkedAt: 'checked_at',
} as const satisfies Record<keyof ItemChange, keyof Items>

/** Texts of others reach the database without what it cannot hold. */
function toColumns(change: ItemChange): Updateable<Items> {
  const columns = Object.entries(change).flatMap(([key, value]) => {
    if (value === undefined) return []
    const kept = typeof value === 'object' && value !== null ? JSON.stringify(value).replaceAll('\\u0000', '') : value
    return [[columnNames[key as keyof ItemChange], kept] as const]
  })
  return Object.fromEntries(columns) as Updateable<Items>
}

const toItem = (row: Selectable<Items>): StoredItem => ({
  id: row.id,
  sourceId: row.source_id,
  location: row.location,
  title: row.title,
  format: row.format,
  mediaType: row.media_type,
  bytes: Number(row.bytes),
  state: row.state,
  contentHash: row.content_hash,
  readHash: row.read_hash,
  blobId: row.blob_id,
  refusal: row.refusal,
  notes: row.notes,
  pageReports: row.page_reports,
  rows: row.rows,
  links: row.links,
  etag: row.etag,
  lastModified: row.last_modified,
  version: Number(row.version),
  seenRun: row.seen_run,
  readAt: row.read_at,
  checkedAt: row.checked_at,
})
