/**
 * What is doubtful about all that is taught. A look at it takes seconds of a thread: it is done by a job, kept, and told with
 * the moment at which it was done.
 */
import type { LessonFinding } from '@lingxi/contract/teaching'
import { isoInstant } from '#platform/clock'
import type { Jobs } from '#platform/jobs'
import { countFindings } from './find-doubtful.ts'
import type { TeachingParts } from './intents.ts'
import type { ReadLessons } from './lessons.ts'
import { createLooksStore } from './looks-store.ts'
import { askThread } from './threads/ask-thread.ts'

export const findingsJob = 'find-doubtful-lessons'
const mostTold = 500
const kind = 'findings'

type Kept = { findings: LessonFinding[]; found: Record<string, number> }
export type Findings = Kept & { lookedAt: string | null; isLooking: boolean }
type Parts = TeachingParts & { jobs: Pick<Jobs, 'addWithin' | 'wake'>; readLessons: ReadLessons }

export function createFindings({ store, clock, jobs, readLessons }: Parts) {
  const looks = createLooksStore(store)

  return {
    /** What was found last. Where what is taught was changed since, it is looked at again meanwhile (`isLooking`). */
    async list(tenantId: string): Promise<Findings> {
      const state = await store.changes(tenantId)
      const last = await looks.find<Kept>(tenantId, kind)
      const isLooking = state > (last?.seen ?? -1)
      if (isLooking && state > (last?.wanted ?? -1)) {
        const isFirst = await store.transaction(async (handle) => {
          if (!(await looks.want(tenantId, { kind, state }, handle))) return false
          await jobs.addWithin(handle, [{ name: findingsJob, key: tenantId, body: { tenantId } }])
          return true
        })
        if (isFirst) jobs.wake(findingsJob)
      }
      return { ...(last?.result ?? { findings: [], found: {} }), lookedAt: last?.at ?? null, isLooking }
    },

    /** The job's last try broke: who lists next asks anew. */
    giveUp: (tenantId: string) => looks.giveUp(tenantId, kind),
    /** Done by the job: at once where nothing was changed since the last look. Throws when the thread breaks. */
    async look(tenantId: string): Promise<void> {
      const lessons = await readLessons.inParts(tenantId)
      const state = lessons.changes
      if (((await looks.find(tenantId, kind))?.seen ?? -1) >= state) return
      const asked = await askThread({ kind: 'find-doubtful' }, lessons)
      if (asked.outcome !== 'answered') throw new Error(`Nothing was found out of what is taught: ${asked.outcome}`)
      const result: Kept = { findings: asked.answer.slice(0, mostTold), found: countFindings(asked.answer) }
      await looks.keep(tenantId, { kind, state, result, at: isoInstant(clock) })
    },
  }
}
