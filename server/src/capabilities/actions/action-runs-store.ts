/** Calls of actions, in SQL. A run is begun before the call goes out and ended after it, so that a crash between is known. */
import type { ActionOutcome } from '@lingxi/contract/action'
import { type ColumnType, type Selectable, sql } from 'kysely'
import { type Database, withTables } from '#platform/database'

type Json<T> = ColumnType<T, string, string>
/** `waiting`: failed, and may be tried again without harm. */
export type RunState = 'running' | 'waiting' | 'done' | 'refused' | 'failed'
type Rows = {
  tenant_id: string
  id: string
  action: string
  effect: string
  conversation_id: string | null
  input: Json<Record<string, unknown>>
  state: RunState
  outcome: Json<ActionOutcome | null>
  unsure: boolean
  attempts: number
  milliseconds: number
  cost: number | null
  begun_at: string
  ended_at: string | null
}
export type ActionRunRow = Selectable<Rows>
type Begun = {
  id: string
  action: string
  effect: string
  conversationId: string | undefined
  input: unknown
  at: string
}
export type Ended = {
  state: RunState
  outcome: ActionOutcome
  attempts: number
  milliseconds: number
  cost: number | undefined
  at: string
}

export function createActionRunsStore(database: Database) {
  const tables = withTables<{ action_runs: Rows }>(database)
  return {
    /**
     * Begins a run, or takes up one that has not ended; nothing when it has. `unsure` is true when an earlier attempt was
     * begun and never ended.
     */
    async begin(tenantId: string, run: Begun): Promise<{ unsure: boolean } | undefined> {
      const { id, action, effect, conversationId = null, input, at } = run
      const { rows } = await sql<{ unsure: boolean }>`
        insert into action_runs (tenant_id, id, action, effect, conversation_id, input, state, begun_at)
        values (${tenantId}, ${id}, ${action}, ${effect}, ${conversationId}, ${JSON.stringify(input)}, 'running', ${at})
        on conflict (tenant_id, id) do update
          set state = 'running', unsure = action_runs.unsure or action_runs.state = 'running'
          where action_runs.state in ('running', 'waiting') returning unsure`.execute(tables)
      return rows[0]
    },

    /** Ends it. What ended first stays as it is. */
    async end(tenantId: string, id: string, ended: Ended): Promise<void> {
      const { state, outcome, attempts, milliseconds, cost = null, at } = ended
      await sql`update action_runs set state = ${state}, outcome = ${JSON.stringify(outcome)}, unsure = false,
        attempts = attempts + ${attempts}, milliseconds = milliseconds + ${milliseconds}, ended_at = ${at},
        cost = case when ${cost}::double precision is null then cost else coalesce(cost, 0) + ${cost} end
        where tenant_id = ${tenantId} and id = ${id} and state = 'running'`.execute(tables)
    },

    /** A call that is over, whole. */
    async record(tenantId: string, begun: Begun, ended: Ended): Promise<void> {
      const { id, action, effect, conversationId = null, input, at } = begun
      const { outcome, state, attempts, milliseconds, cost = null } = ended
      const values = { tenant_id: tenantId, id, action, effect, conversation_id: conversationId, begun_at: at }
      const told = { state, attempts, milliseconds, cost, ended_at: ended.at, unsure: false }
      const json = { input: JSON.stringify(input), outcome: JSON.stringify(outcome) }
      await tables
        .insertInto('action_runs')
        .values({ ...values, ...told, ...json })
        .execute()
    },

    /** Newest first, beyond `after` (when it was begun, and its id). */
    list: (
      tenantId: string,
      page: {
        action?: string | undefined
        conversation?: string | undefined
        state?: RunState | undefined
        after: { at: string; id: string } | undefined
        limit: number
      },
    ): Promise<ActionRunRow[]> => {
      const { action, conversation, state, after, limit } = page
      const beyond = after && sql<boolean>`(begun_at, id) < (${after.at}::timestamptz, ${after.id})`
      return tables
        .selectFrom('action_runs')
        .selectAll()
        .where('tenant_id', '=', tenantId)
        .$if(action !== undefined, (query) => query.where('action', '=', action!))
        .$if(conversation !== undefined, (query) => query.where('conversation_id', '=', conversation!))
        .$if(state !== undefined, (query) => query.where('state', '=', state!))
        .$if(beyond !== undefined, (query) => query.where(beyond!))
        .orderBy('begun_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute()
    },

    /** How many calls of each action ended how, of those begun since `since`. */
    countBy: async (tenantId: string, since: string) => {
      const { rows } = await sql<{ action: string; state: RunState; count: number }>`
        select action, state, count(*)::int as count from action_runs
        where tenant_id = ${tenantId} and begun_at >= ${since} group by action, state`.execute(tables)
      return rows
    },

    /** Forgets calls that ended before `before`. */
    async forget(tenantId: string, before: string): Promise<void> {
      await sql`delete from action_runs where tenant_id = ${tenantId} and ended_at < ${before}
        and state in ('done', 'refused', 'failed')`.execute(tables)
    },

    find: (tenantId: string, id: string) =>
      tables
        .selectFrom('action_runs')
        .selectAll()
        .where('tenant_id', '=', tenantId)
        .where('id', '=', id)
        .executeTakeFirst(),
  }
}
