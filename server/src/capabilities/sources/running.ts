/** Runs: begun, gone through step by step, cancelled, ended. One run of a source at a time. */
import { Problem } from '@lingxi/contract/problem'
import type { SourceRun } from '@lingxi/contract/source'
import type { StoredItem } from './item-store.ts'
import type { StoredRun } from './run-store.ts'
import type { Step, StepResult } from './step-store.ts'
import { hashOf, isoAt, nextLook, type SourceParts, type Stores } from './source-parts.ts'
import type { StoredSource } from './source-store.ts'

const nothing = { known: 0, read: 0, pages: 0, added: 0, changed: 0, unchanged: 0, withdrawn: 0, refused: 0 }
export const readJob = 'read-source'

export function createRunning({ clock, ids, jobs }: SourceParts, { runs, steps: stepStore, sources, items }: Stores) {
  const aRun = (sourceId: string, { cause, by }: { cause: SourceRun['cause']; by: string | null }): StoredRun => ({
    id: ids.next('run'),
    sourceId,
    cause,
    state: 'waiting',
    // Somebody who asks for it means all of it, not only what changed.
    anew: cause === 'person',
    progress: nothing,
    note: null,
    startedBy: by,
    createdAt: isoAt(clock.now()),
    endedAt: null,
  })

  const stepOf = (step: Omit<Step, 'locationHash'>): Step => ({ ...step, locationHash: hashOf(step.location) })

  /** What a run begins with; the rest is found on the way. */
  async function firstSteps(tenantId: string, { id, place }: StoredSource): Promise<Step[]> {
    if (place.kind === 'site')
      return [
        stepOf({ kind: place.by === 'sitemap' ? 'sitemap' : 'page', location: place.start, depth: 0, itemId: null }),
      ]
    if (place.kind === 'folder') return [stepOf({ kind: 'file', location: '', depth: 0, itemId: null })]
    const steps: Step[] = []
    for (let offset = 0; ; offset += 500) {
      const { items: some } = await items.list(tenantId, id, { limit: 500, offset })
      const kept = some.filter(({ blobId }) => blobId !== null)
      steps.push(...kept.map((item) => stepOf({ kind: 'item', location: item.location, depth: 0, itemId: item.id })))
      if (some.length < 500) return steps
    }
  }

  async function startRun(
    tenantId: string,
    source: StoredSource,
    about: { cause: SourceRun['cause']; by: string | null },
  ): Promise<StoredRun> {
    const steps = await firstSteps(tenantId, source)
    const runId = await runs.transaction(async (handle) => {
      const open = await runs.holdOpen(tenantId, source.id, handle)
      if (open) return open.id
      const run = aRun(source.id, about)
      await runs.insert(tenantId, run, handle)
      await stepStore.addSteps(tenantId, { runId: run.id, added: steps }, handle)
      await jobs.addWithin(handle, [jobFor(tenantId, run)])
      return run.id
    })
    jobs.wake(readJob)
    return getRun(tenantId, runId)
  }

  const jobFor = (tenantId: string, run: StoredRun) => ({
    name: readJob,
    key: run.sourceId,
    body: { tenantId, runId: run.id },
  })

  async function getRun(tenantId: string, id: string): Promise<StoredRun> {
    const run = await runs.find(tenantId, id)
    if (!run) throw new Problem('not-found')
    return run
  }

  return {
    aRun,
    stepOf,
    jobFor,
    /** A run of the source: the one that is going on, or a new one whose job is added with it. */
    startRun,
    /** Throws `not-found`. */
    getRun,
    listRuns: runs.list,
    listEntries: stepStore.listEntries,

    /** Ends a run after the step it is at. A run that has ended is answered as it is. Throws `not-found`. */
    async cancelRun(tenantId: string, id: string): Promise<StoredRun> {
      await getRun(tenantId, id)
      await runs.end(tenantId, id, { state: 'cancelled', at: isoAt(clock.now()) })
      return getRun(tenantId, id)
    },

    /** Runs of sources whose time has come. */
    async startDue(tenantId: string): Promise<StoredRun[]> {
      const due = await sources.takeDue(tenantId, isoAt(clock.now()), (schedule) => nextLook(schedule, clock.now()))
      return Promise.all(due.map((source) => startRun(tenantId, source, { cause: 'schedule', by: null })))
    },

    /** Adds the jobs of runs that are open: what a crash or a full queue may have lost is taken up again. */
    async resumeRuns(tenantId: string): Promise<number> {
      const open = await runs.listOpen(tenantId)
      if (open.length === 0) return 0
      await runs.transaction((handle) =>
        jobs.addWithin(
          handle,
          open.map((run) => jobFor(tenantId, run)),
        ),
      )
      jobs.wake(readJob)
      return open.length
    },

    beginRun: runs.begin,
    nextStep: stepStore.nextStep,
    addSteps: stepStore.addSteps,
    countSteps: stepStore.countSteps,
    noteRun: runs.note,
    finishStep: (tenantId: string, runId: string, step: { locationHash: string; result: Omit<StepResult, 'at'> }) =>
      stepStore.finishStep(tenantId, runId, { ...step, result: { ...step.result, at: isoAt(clock.now()) } }),

    /** Ends a run in which nothing waits any more; whether it did. */
    endRun: (tenantId: string, id: string, state: 'done' | 'failed' = 'done') =>
      runs.end(tenantId, id, { state, at: isoAt(clock.now()) }),

    /** Goes on with a run in a new job, so that one job never lasts long. */
    async continueLater(tenantId: string, run: StoredRun): Promise<void> {
      await runs.transaction((handle) => jobs.addWithin(handle, [jobFor(tenantId, run)]))
      jobs.wake(readJob)
    },

    unseenItems: items.unseen,
    itemsBelow: items.below,
    /** Archives that a run has read. */
    async archivesOf(tenantId: string, sourceId: string, runId: string): Promise<StoredItem[]> {
      return items.archives(tenantId, sourceId, runId)
    },
    findRun: runs.find,
    /** Of these steps those that the run does not have yet. */
    freshSteps: stepStore.fresh,
  }
}
export type Running = ReturnType<typeof createRunning>
