/**
 * A company's conversations as tests: what customers say and what has to come of it, kept, judged and run. It knows the words of
 * cases and no bot: who runs one is handed in.
 * Promises: a case is changed only by who has seen its newest version; names are told apart; a run that was killed goes on where
 * it was; of each case the newest result is kept, with every turn of it.
 */
import type { DialogueCase } from '@lingxi/contract/dialogue-case'
import type { CaseTurnResult } from '@lingxi/contract/dialogue-case-runs'
import type { FlowSet } from '@lingxi/contract/flow'
import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import type { Ids } from '#platform/ids'
import type { Jobs } from '#platform/jobs'
import type { Log } from '#platform/log'
import { createCaseRuns } from './case-runs.ts'
import { createDialogueCasesStore } from './dialogue-cases-store.ts'
import { createKeptCases } from './kept-cases.ts'

export { caseRunJob } from './case-runs.ts'

export { caseSchema } from './case-schema.ts'
export { coverageOf } from './judging/coverage.ts'
export { describeFault, judgeTurn } from './judging/judge-turn.ts'
export { nothingOpen, type Observed, observeTurn, type Standing } from './judging/observe-turn.ts'
export { readCase, readCases, writeCase, writeCases } from './read-cases.ts'

export type Rehearse = (of: DialogueCase) => Promise<CaseTurnResult[]>
export type CaseParts = {
  database: Database
  jobs: Pick<Jobs, 'addWithin' | 'wake'>
  clock: Clock
  ids: Ids
  log: Pick<Log, 'error'>
  /** The state that the draft is in: another number with every change. */
  draftOf: (tenantId: string) => Promise<number>
  /** The flows of a version; 0 for the draft. Throws `not-found`. */
  flowsOf: (tenantId: string, of: number) => Promise<FlowSet>
  /** Who takes cases one after another through these flows, each as far as it goes well. */
  rehearse: (tenantId: string, flows: FlowSet) => Promise<Rehearse>
}
export type DialogueCases = ReturnType<typeof createDialogueCases>

export function createDialogueCases({ database, ...parts }: CaseParts) {
  const store = createDialogueCasesStore(database)
  const { clock, ids, draftOf } = parts
  return {
    cases: createKeptCases({ store, clock, ids, draftOf }),
    runs: createCaseRuns({ store, ...parts }),
  }
}
