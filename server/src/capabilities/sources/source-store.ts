/** Sources, in SQL. */
import type { Audience } from '@lingxi/contract/audience'
import type { Language } from '@lingxi/contract/message'
import type { SourceDraft, SourcePlace, SourceTrust } from '@lingxi/contract/source'
import type { ColumnType, Generated, Selectable } from 'kysely'
import { type Database, withTables } from '#platform/database'

type Json<T> = ColumnType<T, string, string>
type Sources = {
  tenant_id: string
  id: string
  name: string
  kind: SourcePlace['kind']
  place: Json<SourcePlace>
  language: Language | null
  audience: Json<Audience>
  category: string | null
  tags: Json<string[]>
  status: SourceDraft['status']
  owner_id: string | null
  schedule: SourceDraft['schedule']
  next_at: string | null
  secret: string | null
  previous_secret: string | null
  previous_until: string | null
  created_at: string
  updated_at: string
  trusted: Generated<boolean>
}
type Trust = { tenant_id: string; id: string; source_id: string; trusted: boolean; by_staff: string; at: string }
type Tables = { sources: Sources; source_trust: Trust }

export type StoredSource = SourceDraft & {
  id: string
  trusted: boolean
  nextAt: string | null
  createdAt: string
  updatedAt: string
}
export type Secrets = { secret: string | null; previous: string | null; previousUntil: string | null }

export function createSourceStore(database: Database) {
  const tables = withTables<Tables>(database)
  const one = (tenantId: string, id: string) =>
    tables.selectFrom('sources').selectAll().where('tenant_id', '=', tenantId).where('id', '=', id)

  return {
    async list(tenantId: string): Promise<StoredSource[]> {
      const query = tables.selectFrom('sources').selectAll().where('tenant_id', '=', tenantId)
      return (await query.orderBy('created_at').orderBy('id').execute()).map(toSource)
    },

    async find(tenantId: string, id: string): Promise<StoredSource | undefined> {
      const row = await one(tenantId, id).executeTakeFirst()
      return row && toSource(row)
    },

    async findSecrets(tenantId: string, id: string): Promise<Secrets | undefined> {
      const row = await one(tenantId, id).executeTakeFirst()
      return row && { secret: row.secret, previous: row.previous_secret, previousUntil: row.previous_until }
    },

    async insert(tenantId: string, source: Omit<StoredSource, 'trusted'>, secret: string | null): Promise<void> {
      await tables
        .insertInto('sources')
        .values({
          tenant_id: tenantId,
          id: source.id,
          ...columnsOf(source),
          secret,
          next_at: source.nextAt,
          created_at: source.createdAt,
          updated_at: source.updatedAt,
        })
        .execute()
    },

    async change(
      tenantId: string,
      id: string,
      { draft, at, nextAt }: { draft: SourceDraft; at: string; nextAt: string | null },
    ): Promise<void> {
      await tables
        .updateTable('sources')
        .set({ ...columnsOf(draft), updated_at: at, next_at: nextAt })
        .where('tenant_id', '=', tenantId)
        .where('id', '=', id)
        .execute()
    },

    /** The secret before goes on signing until `previousUntil`. */
    async changeSecret(
      tenantId: string,
      id: string,
      { secret, previousUntil }: { secret: string; previousUntil: string },
    ) {
      await tables
        .updateTable('sources')
        .set(({ ref }) => ({ previous_secret: ref('secret'), previous_until: previousUntil, secret }))
        .where('tenant_id', '=', tenantId)
        .where('id', '=', id)
        .execute()
    },

    /** Both in one transaction: what holds, and the record of who said so. */
    async trust(tenantId: string, sourceId: string, { id, trusted, by, at }: SourceTrust & { id: string }) {
      await tables.transaction().execute(async (handle) => {
        const row = { tenant_id: tenantId, id, source_id: sourceId, trusted, by_staff: by, at }
        await handle.insertInto('source_trust').values(row).execute()
        await handle
          .updateTable('sources')
          .set({ trusted, updated_at: at })
          .where('tenant_id', '=', tenantId)
          .where('id', '=', sourceId)
          .execute()
      })
    },

    /** Newest first. */
    async listTrust(tenantId: string, sourceId: string): Promise<SourceTrust[]> {
      return tables
        .selectFrom('source_trust')
        .select(['trusted', 'by_staff as by', 'at'])
        .where('tenant_id', '=', tenantId)
        .where('source_id', '=', sourceId)
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .limit(200)
        .execute()
    },

    async remove(tenantId: string, id: string): Promise<void> {
      await tables.deleteFrom('sources').where('tenant_id', '=', tenantId).where('id', '=', id).execute()
    },

    /** Those that are to be looked at again; each is given out once for its time. */
    async takeDue(tenantId: string, now: string, next: (schedule: SourceDraft['schedule']) => string | null) {
      const query = tables.selectFrom('sources').selectAll().where('tenant_id', '=', tenantId)
      const due = await query.where('next_at', '<=', now).execute()
      const taken: StoredSource[] = []
      for (const row of due) {
        const update = tables
          .updateTable('sources')
          .set({ next_at: next(row.schedule) })
          .where('tenant_id', '=', tenantId)
        const mine = await update.where('id', '=', row.id).where('next_at', '=', row.next_at).returning('id').execute()
        if (mine.length > 0) taken.push(toSource(row))
      }
      return taken
    },
  }
}

const columnsOf = (draft: SourceDraft) => ({
  name: draft.name,
  kind: draft.place.kind,
  place: JSON.stringify(draft.place),
  language: draft.language,
  audience: JSON.stringify(draft.audience),
  category: draft.category,
  tags: JSON.stringify(draft.tags),
  status: draft.status,
  owner_id: draft.ownerId,
  schedule: draft.schedule,
})

const toSource = (row: Selectable<Sources>): StoredSource => ({
  id: row.id,
  name: row.name,
  place: row.place,
  language: row.language,
  audience: row.audience,
  category: row.category,
  tags: row.tags,
  status: row.status,
  ownerId: row.owner_id,
  schedule: row.schedule,
  // Who has a schedule and no next time has been told to wait.
  paused: row.schedule !== 'never' && row.next_at === null,
  nextAt: row.next_at,
  trusted: row.trusted,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
})
