/** The tables of conversation tests, their runs and what came of each. */
import type { DialogueCase } from '@lingxi/contract/dialogue-case'
import type { CaseResult, CaseRun, CaseSummary, CaseTurnResult } from '@lingxi/contract/dialogue-case-runs'
import type { StepTaken } from '@lingxi/contract/dialogue'
import { type ColumnType, type Kysely, sql, type Transaction } from 'kysely'
import { type Database, withTables } from '#platform/database'

type OfTenant = { tenant_id: string }
export type CaseRow = {
  id: string
  name: string
  content: string
  version: number
  updated_at: string
  updated_by: string | null
}
type RunRow = {
  id: string
  of_version: number
  state: 'running' | 'done'
  case_ids: ColumnType<string[], string, string>
  passed: number | null
  failed: number | null
  figures: ColumnType<CaseRun['figures'], string | null, string | null>
  started_by: string | null
  created_at: string
  ended_at: string | null
}
type ResultRow = {
  case_id: string
  run_id: string
  case_version: number
  of_version: number
  draft: number
  at: string
  passed: boolean
  content: ColumnType<DialogueCase, string, string>
  turns: ColumnType<CaseTurnResult[], string, string>
  fault: ColumnType<FirstFault, string | null, string | null>
  taken: ColumnType<StepTaken[], string, string>
}
type Tables = {
  dialogue_cases: OfTenant & CaseRow
  dialogue_case_runs: OfTenant & RunRow
  dialogue_case_results: OfTenant & ResultRow
}
type Handle = Kysely<Tables> | Transaction<Tables>
type FirstFault = NonNullable<CaseSummary['last']>['fault']
/** A result with what it was of. */
export type KeptResult = CaseResult & { caseId: string; caseVersion: number; draft: number }
/** The same without what was said. */
export type ToldResult = Omit<KeptResult, 'content' | 'turns' | 'runId'> & { fault: FirstFault }
type Verdict = Pick<KeptResult, 'caseId' | 'passed' | 'draft'>
export type NewRun = { id: string; of: number; caseIds: string[]; by: string; at: string }
/** `counts`: null until it is over. */
type Run = Omit<CaseRun, 'done' | 'passed' | 'failed' | 'cases'> & { caseIds: string[]; counts: Counts | null }
type Counts = Pick<CaseRun, 'passed' | 'failed'>
type Ended = Counts & { figures: CaseRun['figures']; at: string }

export type DialogueCasesStore = ReturnType<typeof createDialogueCasesStore>

export function createDialogueCasesStore(database: Database) {
  const tables = withTables<Tables>(database)
  const cases = (tenantId: string, handle: Handle) =>
    handle.selectFrom('dialogue_cases').selectAll().where('tenant_id', '=', tenantId)
  const runs = (tenantId: string, handle: Handle = tables) =>
    handle.selectFrom('dialogue_case_runs').selectAll().where('tenant_id', '=', tenantId)

  return {
    /** All of it happens, or nothing; meanwhile nobody else changes the cases of this company or begins a run. */
    transaction: <Result>(tenantId: string, work: (handle: Transaction<Tables>) => Promise<Result>): Promise<Result> =>
      tables.transaction().execute(async (handle) => {
        await sql`select pg_advisory_xact_lock(hashtext(${`dialogue-cases ${tenantId}`}))`.execute(handle)
        return work(handle)
      }),

    list: (tenantId: string, handle: Handle = tables): Promise<CaseRow[]> =>
      cases(tenantId, handle).orderBy('name').execute(),
    find: (tenantId: string, id: string, handle: Handle = tables): Promise<CaseRow | undefined> =>
      cases(tenantId, handle).where('id', '=', id).executeTakeFirst(),

    async insert(tenantId: string, row: CaseRow, handle: Handle): Promise<void> {
      await handle
        .insertInto('dialogue_cases')
        .values({ tenant_id: tenantId, ...row })
        .execute()
    },
    /** Whether it was of that version; it is the next one then. */
    async change(tenantId: string, { id, version, ...row }: CaseRow, handle: Handle): Promise<boolean> {
      const changed = await handle
        .updateTable('dialogue_cases')
        .set({ ...row, version: version + 1 })
        .where('tenant_id', '=', tenantId)
        .where('id', '=', id)
        .where('version', '=', version)
        .returning('id')
        .execute()
      return changed.length > 0
    },
    /** With what came of it. Whether it was of that version. */
    async remove(tenantId: string, { id, version }: { id: string; version: number }, handle: Handle): Promise<boolean> {
      const removal = handle.deleteFrom('dialogue_cases').where('tenant_id', '=', tenantId).where('id', '=', id)
      const removed = await removal.where('version', '=', version).returning('id').execute()
      if (removed.length === 0) return false
      const results = handle.deleteFrom('dialogue_case_results').where('tenant_id', '=', tenantId)
      await results.where('case_id', '=', id).execute()
      return true
    },

    async insertRun(tenantId: string, { id, of, caseIds, by, at }: NewRun, handle: Handle): Promise<void> {
      const fresh = { state: 'running' as const, passed: null, failed: null, figures: null, ended_at: null }
      const row = { id, of_version: of, case_ids: JSON.stringify(caseIds), started_by: by, created_at: at, ...fresh }
      await handle
        .insertInto('dialogue_case_runs')
        .values({ tenant_id: tenantId, ...row })
        .execute()
    },
    async endRun(tenantId: string, id: string, { at, figures, ...counts }: Ended): Promise<void> {
      const set = { state: 'done' as const, ...counts, figures: JSON.stringify(figures), ended_at: at }
      const update = tables.updateTable('dialogue_case_runs').set(set).where('tenant_id', '=', tenantId)
      await update.where('id', '=', id).execute()
    },
    async findRun(tenantId: string, id: string): Promise<Run | undefined> {
      const row = await runs(tenantId).where('id', '=', id).executeTakeFirst()
      return row && toRun(row)
    },
    async lastRun(tenantId: string, handle: Handle = tables): Promise<Run | undefined> {
      const row = await runs(tenantId, handle).orderBy('id', 'desc').limit(1).executeTakeFirst()
      return row && toRun(row)
    },

    /** Of each case that was run, by its columns: no turn is read. */
    results: (tenantId: string): Promise<ToldResult[]> =>
      tables
        .selectFrom('dialogue_case_results')
        .select(['case_id as caseId', 'case_version as caseVersion', 'of_version as of'])
        .select(['draft', 'at', 'passed', 'fault'])
        .where('tenant_id', '=', tenantId)
        .execute(),
    /** The steps that each case went through, when it was run last or by this run. */
    async taken(tenantId: string, runId?: string): Promise<StepTaken[][]> {
      const query = tables.selectFrom('dialogue_case_results').select('taken').where('tenant_id', '=', tenantId)
      const rows = await (runId === undefined ? query : query.where('run_id', '=', runId)).execute()
      return rows.map(({ taken }) => taken)
    },
    verdictsOf: (tenantId: string, runId: string): Promise<Verdict[]> =>
      tables
        .selectFrom('dialogue_case_results')
        .select(['case_id as caseId', 'passed', 'draft'])
        .where('tenant_id', '=', tenantId)
        .where('run_id', '=', runId)
        .execute(),
    async findResult(tenantId: string, caseId: string): Promise<KeptResult | undefined> {
      const query = tables.selectFrom('dialogue_case_results').selectAll().where('tenant_id', '=', tenantId)
      const row = await query.where('case_id', '=', caseId).executeTakeFirst()
      return row && toResult(row)
    },
    /** In place of what was there. */
    async putResult(tenantId: string, result: KeptResult): Promise<void> {
      const fault = firstFaultIn(result.turns)
      const row = {
        run_id: result.runId,
        case_version: result.caseVersion,
        of_version: result.of,
        draft: result.draft,
        at: result.at,
        passed: result.passed,
        content: JSON.stringify(result.content),
        turns: JSON.stringify(result.turns),
        fault: fault && JSON.stringify(fault),
        taken: JSON.stringify(result.turns.flatMap(({ taken }) => taken)),
      }
      await tables
        .insertInto('dialogue_case_results')
        .values({ tenant_id: tenantId, case_id: result.caseId, ...row })
        .onConflict((conflict) => conflict.columns(['tenant_id', 'case_id']).doUpdateSet(row))
        .execute()
    },
  }
}

const toRun = (row: RunRowRead): Run => ({
  id: row.id,
  of: row.of_version,
  state: row.state,
  caseIds: row.case_ids,
  counts: row.passed === null || row.failed === null ? null : { passed: row.passed, failed: row.failed },
  figures: row.figures,
  startedBy: row.started_by,
  createdAt: row.created_at,
  endedAt: row.ended_at,
})
type RunRowRead = Omit<RunRow, 'case_ids' | 'figures'> & { case_ids: string[]; figures: CaseRun['figures'] }
function firstFaultIn(turns: readonly CaseTurnResult[]): FirstFault {
  const turn = turns.findIndex(({ faults }) => faults.length > 0)
  const fault = turns[turn]?.faults[0]
  return fault ? { ...fault, turn } : null
}

type ResultRowRead = Omit<ResultRow, 'content' | 'turns' | 'fault' | 'taken'> & {
  content: DialogueCase
  turns: CaseTurnResult[]
}

const toResult = (row: ResultRowRead): KeptResult => ({
  caseId: row.case_id,
  caseVersion: row.case_version,
  draft: row.draft,
  runId: row.run_id,
  of: row.of_version,
  at: row.at,
  passed: row.passed,
  content: row.content,
  turns: row.turns,
})
