/** The tables of replays, and of what was accepted in them. */
import type { ReleaseReplay } from '@lingxi/contract/release-replays'
import type { ReplayReport } from '@lingxi/contract/replay'
import { type ColumnType, type Kysely, type Selectable, sql, type Transaction } from 'kysely'
import { type Database, withTables } from '#platform/database'

type OfTenant = { tenant_id: string }
type ReplayRow = {
  id: string
  what: string
  candidate: string
  against: string
  state: 'running' | 'done' | 'failed'
  report: ColumnType<ReplayReport | null, string | null, string | null>
  /** Null until it has come to its end. */
  subject: string | null
  created_by: string | null
  created_at: string
  ended_at: string | null
}
type AcceptanceRow = {
  subject: string
  key: string
  turns: number
  conversations: number
  reason: string
  accepted_by: string | null
  accepted_at: string
}
export type KeptReplay = Selectable<ReplayRow>
/** Somebody's word for a change that appears so often. */
export type KeptAcceptance = ReleaseReplay['accepted'][number] & { turns: number; conversations: number }
type Tables = { release_replays: OfTenant & ReplayRow; replay_acceptances: OfTenant & AcceptanceRow }
type Handle = Kysely<Tables> | Transaction<Tables>

/** Of other things than the one that is replayed anew. */
const mostKept = 20

export function createReplaysStore(database: Database) {
  const tables = withTables<Tables>(database)
  const replays = (tenantId: string, handle: Handle) =>
    handle.selectFrom('release_replays').selectAll().where('tenant_id', '=', tenantId)
  const change = (tenantId: string, id: string) =>
    tables.updateTable('release_replays').where('tenant_id', '=', tenantId).where('id', '=', id)

  return {
    /** All of it happens, or nothing; meanwhile nobody else begins one of this company, or accepts. */
    transaction: <Result>(tenantId: string, work: (handle: Transaction<Tables>) => Promise<Result>): Promise<Result> =>
      tables.transaction().execute(async (handle) => {
        await sql`select pg_advisory_xact_lock(hashtext(${`replays ${tenantId}`}))`.execute(handle)
        return work(handle)
      }),
    last: (tenantId: string, what: string, handle: Handle = tables) =>
      replays(tenantId, handle).where('what', '=', what).executeTakeFirst(),
    find: (tenantId: string, id: string, handle: Handle = tables) =>
      replays(tenantId, handle).where('id', '=', id).executeTakeFirst(),

    /** In place of the one of the same before it: nobody asks for that again. */
    async insert(
      tenantId: string,
      { by, at, ...of }: Pick<KeptReplay, 'id' | 'what' | 'candidate' | 'against'> & { by: string; at: string },
      handle: Handle,
    ): Promise<void> {
      const newest = replays(tenantId, handle).clearSelect().select('id').where('what', '!=', of.what)
      const kept = newest.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(mostKept)
      await handle.deleteFrom('release_replays').where('tenant_id', '=', tenantId).where('id', 'not in', kept).execute()
      const row = { ...of, state: 'running' as const, report: null, subject: null, ended_at: null }
      await handle
        .insertInto('release_replays')
        .values({ tenant_id: tenantId, ...row, created_by: by, created_at: at })
        .execute()
    },
    /** Once. */
    async end(
      tenantId: string,
      { id, report, subject, at }: { id: string; report: ReplayReport; subject: string; at: string },
    ): Promise<void> {
      await change(tenantId, id)
        .where('state', '!=', 'done')
        .set({ state: 'done', report: JSON.stringify(report), subject, ended_at: at })
        .execute()
    },
    async giveUp(tenantId: string, { id, at }: { id: string; at: string }): Promise<void> {
      const failed = { state: 'failed' as const, ended_at: at }
      await change(tenantId, id).where('state', '=', 'running').set(failed).execute()
    },

    /** In the order in which they were given. */
    async accepted(tenantId: string, subject: string, handle: Handle = tables): Promise<KeptAcceptance[]> {
      const rows = await handle
        .selectFrom('replay_acceptances')
        .select(['key', 'turns', 'conversations', 'reason', 'accepted_by as by', 'accepted_at as at'])
        .where('tenant_id', '=', tenantId)
        .where('subject', '=', subject)
        .orderBy('accepted_at')
        .orderBy('key')
        .execute()
      return rows
    },
    /** What was accepted before keeps its first reason. */
    async accept(
      tenantId: string,
      { subject, given }: { subject: string; given: KeptAcceptance[] },
      handle: Handle,
    ): Promise<void> {
      const rows = given.map(({ by, at, ...of }) => ({ ...of, accepted_by: by, accepted_at: at }))
      await handle
        .insertInto('replay_acceptances')
        .values(rows.map((row) => ({ tenant_id: tenantId, subject, ...row })))
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    },
  }
}
