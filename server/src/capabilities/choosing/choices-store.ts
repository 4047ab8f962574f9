/** Choices and how they turned out, in SQL. */
import type { Ending } from '@lingxi/contract/choosing'
import { sql } from 'kysely'
import type { ChoiceRow, ChoosingTables } from './choosing-store.ts'

/** So many choices of one way that ended alike, of messages of which the same holds. */
export type ChoiceGroup = {
  chosen: string
  ending: Ending
  back: boolean
  settled: boolean
  chinese: boolean
  again: boolean
  close: boolean
  strange: boolean
  count: number
  /** The sum of the rewards. */
  reward: number
}

export function createChoicesStore({ tables }: ChoosingTables) {
  return {
    /** In the place of what was written of the same turns before. */
    async keep(tenantId: string, choices: ChoiceRow[]): Promise<void> {
      const rows = JSON.stringify(choices.map((choice) => ({ tenant_id: tenantId, ...choice })))
      await sql`insert into choices select * from jsonb_populate_recordset(null::choices, ${rows}::jsonb)
        on conflict (tenant_id, conversation_id, turn) do update set
          ending = excluded.ending, back = excluded.back, reward = excluded.reward,
          ended_at = excluded.ended_at, settled = excluded.settled`.execute(tables)
    },

    /** Conversations that ended before a moment, with choices whose outcome does not count yet; the longest over first. */
    async toSettle(tenantId: string, before: string, limit: number): Promise<string[]> {
      const { rows } = await sql<{ id: string }>`
        select conversation_id as id from choices where tenant_id = ${tenantId} and not settled
          and ended_at <= ${before}::timestamptz group by conversation_id order by min(ended_at), id limit ${limit}`.execute(
        tables,
      )
      return rows.map(({ id }) => id)
    },

    /** Those whose outcome counts, the newest so many, newest first. */
    known: (tenantId: string, limit: number): Promise<(Omit<ChoiceRow, 'reward'> & { reward: number })[]> =>
      tables
        .selectFrom('choices')
        .selectAll()
        .where('tenant_id', '=', tenantId)
        .where('settled', '=', true)
        .where('reward', 'is not', null)
        .$narrowType<{ reward: number }>()
        .orderBy('at', 'desc')
        .orderBy('conversation_id')
        .orderBy('turn')
        .limit(limit)
        .execute(),

    async count(tenantId: string): Promise<{ made: number; known: number; tried: number }> {
      const { rows } = await sql<{ made: number; known: number; tried: number }>`
        select count(*)::int as made, (count(*) filter (where settled))::int as known,
          (count(*) filter (where settled and not frozen))::int as tried
        from choices where tenant_id = ${tenantId}`.execute(tables)
      return rows[0]!
    },

    /** Those made since a moment. */
    async groups(tenantId: string, since: string): Promise<ChoiceGroup[]> {
      const { rows } = await sql<ChoiceGroup>`
        select chosen, ending, back, settled, chinese, again, close, strange,
          count(*)::int as count, coalesce(sum(reward), 0)::float8 as reward
        from (select chosen, ending, back, settled, reward,
            (features->>'chinese')::float8 > 0 as chinese, (features->>'unknowns')::float8 > 0 as again,
            (features->>'clarification')::float8 > 0 as close, (features->>'strange')::float8 > 0 as strange
          from choices where tenant_id = ${tenantId} and at >= ${since}::timestamptz) as told
        group by chosen, ending, back, settled, chinese, again, close, strange`.execute(tables)
      return rows
    },
  }
}
export type ChoicesStore = ReturnType<typeof createChoicesStore>
