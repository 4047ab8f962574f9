/** Runs of sources, in SQL. */
import type { SourceRun } from '@lingxi/contract/source'
import { type Selectable, sql } from 'kysely'
import { type Database, type DatabaseTransaction, withTables } from '#platform/database'

export type Runs = {
  tenant_id: string
  id: string
  source_id: string
  cause: SourceRun['cause']
  state: SourceRun['state']
  anew: boolean
  known: number
  read: number
  pages: number
  added: number
  changed: number
  unchanged: number
  withdrawn: number
  refused: number
  note: string | null
  started_by: string | null
  created_at: string
  ended_at: string | null
}
type Tables = { source_runs: Runs; source_steps: { tenant_id: string; run_id: string; outcome: string | null } }
export type RunHandle = DatabaseTransaction<Tables>

export type StoredRun = SourceRun & { anew: boolean }
const open = ['waiting', 'running'] as const

export function createRunStore(database: Database) {
  const tables = withTables<Tables>(database)
  type Handle = typeof tables | RunHandle
  const run = (tenantId: string, id: string, handle: Handle = tables) =>
    handle.updateTable('source_runs').where('tenant_id', '=', tenantId).where('id', '=', id)

  return {
    transaction: <Result>(work: (handle: RunHandle) => Promise<Result>) => tables.transaction().execute(work),

    async insert(tenantId: string, given: StoredRun, handle: Handle = tables): Promise<void> {
      const { id, sourceId, cause, state, anew, progress, note, startedBy, createdAt, endedAt } = given
      await handle
        .insertInto('source_runs')
        .values({
          tenant_id: tenantId,
          id,
          source_id: sourceId,
          cause,
          state,
          anew,
          ...progress,
          note,
          started_by: startedBy,
          created_at: createdAt,
          ended_at: endedAt,
        })
        .execute()
    },

    async find(tenantId: string, id: string): Promise<StoredRun | undefined> {
      const query = tables.selectFrom('source_runs').selectAll().where('tenant_id', '=', tenantId)
      const row = await query.where('id', '=', id).executeTakeFirst()
      return row && toRun(row)
    },

    /** The run of a source that has not ended; nobody else begins one before this transaction is over. */
    async holdOpen(tenantId: string, sourceId: string, handle: RunHandle): Promise<StoredRun | undefined> {
      await sql`select id from sources where tenant_id = ${tenantId} and id = ${sourceId} for update`.execute(handle)
      const query = handle.selectFrom('source_runs').selectAll().where('tenant_id', '=', tenantId)
      const row = await query
        .where('source_id', '=', sourceId)
        .where('state', 'in', open)
        .orderBy('id', 'desc')
        .executeTakeFirst()
      return row && toRun(row)
    },

    async listOpen(tenantId: string): Promise<StoredRun[]> {
      const query = tables.selectFrom('source_runs').selectAll().where('tenant_id', '=', tenantId)
      return (await query.where('state', 'in', open).execute()).map(toRun)
    },

    async list(tenantId: string, sourceId: string, { limit, offset }: { limit: number; offset: number }) {
      const query = tables.selectFrom('source_runs').where('tenant_id', '=', tenantId).where('source_id', '=', sourceId)
      const rows = await query
        .selectAll()
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .offset(offset)
        .execute()
      const { total } = await query.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
      return { runs: rows.map(toRun), total: Number(total) }
    },

    async lastOfEach(tenantId: string): Promise<Map<string, StoredRun>> {
      const rows = await tables
        .selectFrom('source_runs')
        .selectAll()
        .distinctOn('source_id')
        .where('tenant_id', '=', tenantId)
        .orderBy('source_id')
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .execute()
      return new Map(rows.map((row) => [row.source_id, toRun(row)]))
    },

    async begin(tenantId: string, id: string): Promise<void> {
      await run(tenantId, id)
        .set({ state: 'running', ended_at: null })
        .where('state', 'in', ['waiting', 'done'])
        .execute()
    },

    async note(tenantId: string, id: string, note: string): Promise<void> {
      await run(tenantId, id).set({ note }).execute()
    },

    /** Ends a run that is open; whether it was. */
    async end(
      tenantId: string,
      id: string,
      { state, at }: { state: 'done' | 'cancelled' | 'failed'; at: string },
    ): Promise<boolean> {
      const query = run(tenantId, id).set({ state, ended_at: at }).where('state', 'in', open)
      const waiting = sql<boolean>`not exists (select from source_steps as s where s.tenant_id = source_runs.tenant_id and s.run_id = source_runs.id and s.outcome is null)`
      const ended = await (state === 'done' ? query.where(waiting) : query).returning('id').execute()
      return ended.length > 0
    },

    async removeOfSource(tenantId: string, sourceId: string): Promise<void> {
      await tables
        .deleteFrom('source_steps')
        .where('tenant_id', '=', tenantId)
        .where('run_id', 'in', (eb) =>
          eb.selectFrom('source_runs').select('id').where('tenant_id', '=', tenantId).where('source_id', '=', sourceId),
        )
        .execute()
      await tables
        .deleteFrom('source_runs')
        .where('tenant_id', '=', tenantId)
        .where('source_id', '=', sourceId)
        .execute()
    },
  }
}
export type RunStore = ReturnType<typeof createRunStore>

const toRun = (row: Selectable<Runs>): StoredRun => ({
  id: row.id,
  sourceId: row.source_id,
  cause: row.cause,
  state: row.state,
  anew: row.anew,
  progress: {
    known: row.known,
    read: row.read,
    pages: row.pages,
    added: row.added,
    changed: row.changed,
    unchanged: row.unchanged,
    withdrawn: row.withdrawn,
    refused: row.refused,
  },
  note: row.note,
  startedBy: row.started_by,
  createdAt: row.created_at,
  endedAt: row.ended_at,
})
