/** The tables of flows, and the one row of a company that whoever changes draft or roll-out holds meanwhile. */
import type { FlowPartKind } from '@lingxi/contract/flow-finding'
import type { FlowRelease, FlowVersion } from '@lingxi/contract/flow-versions'
import { type ColumnType, type Kysely, sql, type Transaction } from 'kysely'
import { type Database, withTables } from '#platform/database'

type OfTenant = { tenant_id: string }
export type StateRow = {
  draft: number
  rollout: number
  live: number | null
  candidate: number | null
  share: number | null
}
export type PartRow = {
  kind: FlowPartKind
  name: string
  content: string
  version: number
  updated_at: string
  updated_by: string | null
}
/** What is told of a version in a list, worked out once. */
export type AboutVersion = Pick<
  FlowVersion,
  'flows' | 'slots' | 'tables' | 'warnings' | 'added' | 'changed' | 'removed'
>
export type VersionRow = {
  number: number
  note: string
  content: string
  about: ColumnType<AboutVersion, string, string>
  created_at: string
  created_by: string | null
}
export type PlanRow = { id: string; number: number; share: number; at: string; by_staff: string | null }
export type ReleaseRow = Omit<FlowRelease, 'by'> & { id: string; by_staff: string | null }
export type Tables = {
  flow_states: OfTenant & StateRow
  flow_parts: OfTenant & PartRow
  flow_versions: OfTenant & VersionRow
  flow_plans: OfTenant & PlanRow
  flow_releases: OfTenant & ReleaseRow
}
export type Handle = Kysely<Tables> | Transaction<Tables>
export type FlowTables = ReturnType<typeof openFlowTables>

const untouched: StateRow = { draft: 0, rollout: 0, live: null, candidate: null, share: null }

export function openFlowTables(database: Database) {
  const tables = withTables<Tables>(database)
  return {
    tables,

    async state(tenantId: string, handle: Handle = tables): Promise<StateRow> {
      const query = handle.selectFrom('flow_states').selectAll().where('tenant_id', '=', tenantId)
      const row = await query.executeTakeFirst()
      return row ? toState(row) : untouched
    },

    /** All of it happens, or nothing; until it ends nobody else changes the company's flows. */
    hold: <Result>(
      tenantId: string,
      work: (handle: Transaction<Tables>, state: StateRow) => Promise<Result>,
    ): Promise<Result> =>
      tables.transaction().execute(async (handle) => {
        await sql`insert into flow_states (tenant_id) values (${tenantId}) on conflict do nothing`.execute(handle)
        const query = handle.selectFrom('flow_states').selectAll().where('tenant_id', '=', tenantId)
        return work(handle, toState(await query.forUpdate().executeTakeFirstOrThrow()))
      }),

    async setState(tenantId: string, state: Partial<StateRow>, handle: Handle): Promise<void> {
      await handle.updateTable('flow_states').set(state).where('tenant_id', '=', tenantId).execute()
    },
  }
}

const toState = ({ draft, rollout, live, candidate, share }: StateRow): StateRow => ({
  draft,
  rollout,
  live,
  candidate,
  share,
})
