/** The steps of runs, in SQL: what is to be read, in order, and what became of it. */
import type { RunEntry } from '@lingxi/contract/source'
import type { ColumnType, Selectable } from 'kysely'
import { type Database, withTables } from '#platform/database'
import type { RunHandle, Runs } from './run-store.ts'

export type StepKind = 'item' | 'file' | 'page' | 'sitemap'
type Steps = {
  tenant_id: string
  run_id: string
  location_hash: string
  number: ColumnType<number, never, never>
  kind: StepKind
  location: string
  depth: number
  item_id: string | null
  outcome: RunEntry['outcome'] | null
  reason: ColumnType<RunEntry['reason'], string | null, string | null>
  pages: number
  milliseconds: number
  at: string | null
}
type Tables = { source_runs: Runs; source_steps: Steps }

export type Step = { kind: StepKind; location: string; locationHash: string; depth: number; itemId: string | null }
export type StepResult = Omit<RunEntry, 'location'>

export function createStepStore(database: Database) {
  const tables = withTables<Tables>(database)
  type Handle = typeof tables
  /** A transaction of the runs, seen with the steps. */
  const within = (handle: RunHandle | undefined) => (handle as unknown as Handle | undefined) ?? tables
  const run = (tenantId: string, id: string, handle: Handle) =>
    handle.updateTable('source_runs').where('tenant_id', '=', tenantId).where('id', '=', id)
  const steps = (tenantId: string, runId: string) =>
    tables.selectFrom('source_steps').where('tenant_id', '=', tenantId).where('run_id', '=', runId)

  return {
    /** Adds what is to be read; what the run knows already is not added again. How many were new. */
    async addSteps(
      tenantId: string,
      { runId, added }: { runId: string; added: Step[] },
      transaction?: RunHandle,
    ): Promise<number> {
      const handle = within(transaction)
      let count = 0
      for (let start = 0; start < added.length; start += 500) {
        const rows = added.slice(start, start + 500).map(({ kind, location, locationHash, depth, itemId }) => ({
          tenant_id: tenantId,
          run_id: runId,
          location_hash: locationHash,
          kind,
          location,
          depth,
          item_id: itemId,
          pages: 0,
          milliseconds: 0,
        }))
        const inserted = await handle
          .insertInto('source_steps')
          .values(rows)
          .onConflict((conflict) => conflict.columns(['tenant_id', 'run_id', 'location_hash']).doNothing())
          .returning('number')
          .execute()
        count += inserted.length
      }
      if (count > 0)
        await run(tenantId, runId, handle)
          .set((eb) => ({ known: eb('known', '+', count) }))
          .execute()
      return count
    },

    /** A file that came again while its run goes on is read again. */
    async reopenStep(
      tenantId: string,
      { runId, locationHash }: { runId: string; locationHash: string },
      transaction?: RunHandle,
    ): Promise<void> {
      const handle = within(transaction)
      const again = await handle
        .updateTable('source_steps')
        .set({ outcome: null, at: null })
        .where('tenant_id', '=', tenantId)
        .where('run_id', '=', runId)
        .where('location_hash', '=', locationHash)
        .where('outcome', 'is not', null)
        .returning('number')
        .execute()
      if (again.length > 0)
        await run(tenantId, runId, handle)
          .set((eb) => ({ known: eb('known', '+', 1) }))
          .execute()
    },

    async fresh(tenantId: string, runId: string, wanted: Step[]): Promise<Step[]> {
      const known = new Set<string>()
      for (let start = 0; start < wanted.length; start += 500) {
        const hashes = wanted.slice(start, start + 500).map(({ locationHash }) => locationHash)
        const rows = await steps(tenantId, runId).select('location_hash').where('location_hash', 'in', hashes).execute()
        for (const row of rows) known.add(row.location_hash)
      }
      return wanted.filter(({ locationHash }) => !known.has(locationHash))
    },

    async nextStep(tenantId: string, runId: string): Promise<Step | undefined> {
      const row = await steps(tenantId, runId)
        .selectAll()
        .where('outcome', 'is', null)
        .orderBy('number')
        .executeTakeFirst()
      return (
        row && {
          kind: row.kind,
          location: row.location,
          locationHash: row.location_hash,
          depth: row.depth,
          itemId: row.item_id,
        }
      )
    },

    /** Writes down what became of a step and counts it; a step that is done already is not counted twice. */
    async finishStep(
      tenantId: string,
      runId: string,
      { locationHash, result }: { locationHash: string; result: StepResult },
    ) {
      await tables.transaction().execute(async (handle) => {
        const { itemId, outcome, reason, pages, milliseconds, at } = result
        const done = await handle
          .updateTable('source_steps')
          .set({ item_id: itemId, outcome, reason: reason && JSON.stringify(reason), pages, milliseconds, at })
          .where('tenant_id', '=', tenantId)
          .where('run_id', '=', runId)
          .where('location_hash', '=', locationHash)
          .where('outcome', 'is', null)
          .returning('number')
          .execute()
        if (done.length === 0) return
        const counted = outcome === 'skipped' ? [] : ([outcome] as const)
        await run(tenantId, runId, handle)
          .set((eb) => ({
            read: eb('read', '+', 1),
            pages: eb('pages', '+', pages),
            ...Object.fromEntries(counted.map((name) => [name, eb(name, '+', 1)])),
          }))
          .execute()
      })
    },

    async countSteps(tenantId: string, runId: string): Promise<number> {
      const { count } = await steps(tenantId, runId)
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
      return Number(count)
    },

    async listEntries(
      tenantId: string,
      runId: string,
      filter: { outcome?: RunEntry['outcome'] | undefined; limit: number; offset: number },
    ) {
      let query = steps(tenantId, runId).where('outcome', 'is not', null)
      if (filter.outcome) query = query.where('outcome', '=', filter.outcome)
      const rows = await query
        .selectAll()
        .orderBy('at', 'desc')
        .orderBy('number', 'desc')
        .limit(filter.limit)
        .offset(filter.offset)
        .execute()
      const { total } = await query.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
      return { entries: rows.map(toEntry), total: Number(total) }
    },
  }
}
export type StepStore = ReturnType<typeof createStepStore>

const toEntry = (row: Selectable<Steps>): RunEntry => ({
  itemId: row.item_id,
  location: row.location,
  outcome: row.outcome!,
  reason: row.reason,
  pages: row.pages,
  milliseconds: row.milliseconds,
  at: row.at!,
})
