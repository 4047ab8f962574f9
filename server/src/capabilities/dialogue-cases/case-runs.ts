/** Cases run through the draft or a version, by a job: each as soon as the one before is over, and its result kept. */
import type { CaseRun, CaseTurnResult, FlowCoverage } from '@lingxi/contract/dialogue-case-runs'
import { Problem } from '@lingxi/contract/problem'
import { isoInstant } from '#platform/clock'
import type { CaseParts } from './dialogue-cases.ts'
import type { DialogueCasesStore } from './dialogue-cases-store.ts'
import { coverageOf } from './judging/coverage.ts'
import { contentOf } from './kept-cases.ts'

export const caseRunJob = 'run-dialogue-cases'
/** Milliseconds after which nobody is at it any more: its job has been given up. */
const lostAfter = 3_600_000

type Parts = Omit<CaseParts, 'database'> & { store: DialogueCasesStore }

export function createCaseRuns({ store, jobs, clock, ids, log, draftOf, flowsOf, rehearse }: Parts) {
  type Kept = NonNullable<Awaited<ReturnType<typeof store.findRun>>>

  async function present(tenantId: string, kept: Kept): Promise<CaseRun> {
    const { caseIds, counts, ...run } = kept
    const { passed, failed } = counts ?? countsOf(await store.verdictsOf(tenantId, run.id))
    const state = isUnderWay(kept) ? 'running' : 'done'
    return { ...run, state, cases: caseIds.length, done: passed + failed, passed, failed }
  }
  /** Throws `not-found`. */
  async function get(tenantId: string, id: string): Promise<CaseRun> {
    const run = await store.findRun(tenantId, id)
    if (!run) throw new Problem('not-found')
    return present(tenantId, run)
  }
  const isUnderWay = ({ state, createdAt }: Kept) =>
    state === 'running' && clock.now() - Date.parse(createdAt) < lostAfter

  return {
    get,
    async last(tenantId: string): Promise<CaseRun | null> {
      const run = await store.lastRun(tenantId)
      return run ? present(tenantId, run) : null
    },

    /**
     * A run whose job is added with it, or the one that goes on. `ids` null: all. Throws `not-found` for a version or a case that
     * is not there, `invalid-request` where there is none.
     */
    async start(tenantId: string, asked: { ids: string[] | null; of: number; by: string }): Promise<CaseRun> {
      await flowsOf(tenantId, asked.of)
      const id = await store.transaction(tenantId, async (handle) => {
        const going = await store.lastRun(tenantId, handle)
        if (going && isUnderWay(going)) return going.id
        const there = (await store.list(tenantId, handle)).map((row) => row.id)
        const caseIds = asked.ids ? [...new Set(asked.ids)] : there
        if (caseIds.some((each) => !there.includes(each))) throw new Problem('not-found')
        if (caseIds.length === 0) throw new Problem('invalid-request', { detail: 'there is no conversation test' })
        const run = { id: ids.next('dlr'), of: asked.of, caseIds, by: asked.by, at: isoInstant(clock) }
        await store.insertRun(tenantId, run, handle)
        await jobs.addWithin(handle, [{ name: caseRunJob, key: tenantId, body: { tenantId, runId: run.id } }])
        return run.id
      })
      jobs.wake(caseRunJob)
      return get(tenantId, id)
    },

    /**
     * Runs what of it has not been run yet, and ends it; all of it anew where the draft has changed since. A run that is gone meanwhile, or a case, is no mistake. Throws where the
     * bot breaks, to be called again later; the last time that is what came of the case.
     */
    async run(tenantId: string, runId: string, attempt: { last: boolean }): Promise<void> {
      const run = await store.findRun(tenantId, runId)
      if (!run || run.state === 'done') return
      const { of, caseIds } = run
      // The state first: what is run is nothing older.
      const draft = await draftOf(tenantId)
      const set = await flowsOf(tenantId, of)
      const take = await rehearse(tenantId, set)
      const verdicts = await store.verdictsOf(tenantId, runId)
      const ofThese = verdicts.filter((each) => of !== 0 || each.draft === draft)
      const over = new Set(ofThese.map(({ caseId }) => caseId))
      for (const caseId of caseIds.filter((each) => !over.has(each))) {
        const row = await store.find(tenantId, caseId)
        if (!row) continue
        const content = contentOf(row)
        const turns = await take(content).catch((error: unknown) => {
          if (!attempt.last) throw error
          log.error('dialogue-case-broke', { runId, caseId }, error)
          return [broken]
        })
        const passed = turns.every(({ faults }) => faults.length === 0)
        const at = isoInstant(clock)
        const told = { runId, of, at, passed, content, turns }
        await store.putResult(tenantId, { ...told, caseId, caseVersion: row.version, draft })
      }
      const [own, taken] = [await store.verdictsOf(tenantId, runId), await store.taken(tenantId, runId)]
      const { stepCoverage, branchCoverage } = coverageOf(set, taken)
      const figures = { stepCoverage, branchCoverage }
      await store.endRun(tenantId, runId, { ...countsOf(own), figures, at: isoInstant(clock) })
    },

    /** Its job came to no end: it is over with the cases that it has come to, and another may begin. */
    async giveUp(tenantId: string, runId: string): Promise<void> {
      const run = await store.findRun(tenantId, runId)
      if (!run || run.state === 'done') return
      const counts = countsOf(await store.verdictsOf(tenantId, runId))
      await store.endRun(tenantId, runId, { ...counts, figures: null, at: isoInstant(clock) })
    },

    /** Of the draft, by what came of each case when it was run last. */
    async coverage(tenantId: string): Promise<FlowCoverage[]> {
      const [set, taken] = await Promise.all([flowsOf(tenantId, 0), store.taken(tenantId)])
      return coverageOf(set, taken).flows
    },
  }
}

function countsOf(own: readonly { passed: boolean }[]): { passed: number; failed: number } {
  const passed = own.filter((each) => each.passed).length
  return { passed, failed: own.length - passed }
}

const broken: CaseTurnResult = {
  said: [],
  flow: null,
  step: null,
  started: [],
  slots: {},
  actions: [],
  repairs: [],
  handedOver: false,
  taken: [],
  understood: '',
  faults: [{ kind: 'broken', expected: null, got: null }],
}
