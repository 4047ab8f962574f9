/** The tables of choices and of what was learnt of them, and the one row of a company that whoever changes what is used holds. */
import type { ChoosingChange, ChoosingJudgement, Ending } from '@lingxi/contract/choosing'
import { type ColumnType, type Kysely, sql, type Transaction } from 'kysely'
import { type Database, withTables } from '#platform/database'

type OfTenant = { tenant_id: string }
export type StateRow = { version: number; used: number; frozen: boolean; by_itself: boolean }
export type ChoiceRow = {
  conversation_id: string
  turn: number
  at: string
  learnt: number
  frozen: boolean
  arms: string[]
  chosen: string
  propensity: number
  features: Record<string, number>
  ending: Ending
  back: boolean
  reward: number | null
  ended_at: string | null
  settled: boolean
}
export type VersionRow = {
  number: number
  learnt: string
  samples: number
  known: number
  judgement: ColumnType<ChoosingJudgement | null, string, string>
  created_at: string
  created_by: string | null
  used_at: string | null
}
export type ChangeRow = Omit<ChoosingChange, 'by'> & { id: string; by_staff: string | null }
export type Tables = {
  choices: OfTenant & ChoiceRow
  choosing_states: OfTenant & StateRow
  choosing_versions: OfTenant & VersionRow
  choosing_changes: OfTenant & ChangeRow
}
export type Handle = Kysely<Tables> | Transaction<Tables>
export type ChoosingTables = ReturnType<typeof openChoosingTables>

/** Frozen with what the product comes with, until somebody of the company wishes otherwise. */
const untouched: StateRow = { version: 0, used: 0, frozen: true, by_itself: false }
const columns = ['version', 'used', 'frozen', 'by_itself'] as const

export function openChoosingTables(database: Database) {
  const tables = withTables<Tables>(database)
  return {
    tables,

    async state(tenantId: string): Promise<StateRow> {
      const query = tables.selectFrom('choosing_states').select(columns).where('tenant_id', '=', tenantId)
      return (await query.executeTakeFirst()) ?? untouched
    },

    /** All of it happens, or nothing; until it ends nobody else changes what is used or adds a version. */
    hold: <Result>(
      tenantId: string,
      work: (handle: Transaction<Tables>, state: StateRow) => Promise<Result>,
    ): Promise<Result> =>
      tables.transaction().execute(async (handle) => {
        await sql`insert into choosing_states (tenant_id) values (${tenantId}) on conflict do nothing`.execute(handle)
        const query = handle.selectFrom('choosing_states').select(columns).where('tenant_id', '=', tenantId)
        return work(handle, await query.forUpdate().executeTakeFirstOrThrow())
      }),

    async setState(tenantId: string, state: StateRow, handle: Handle): Promise<void> {
      await handle.updateTable('choosing_states').set(state).where('tenant_id', '=', tenantId).execute()
    },
  }
}
