/** Trainings: asked for by a person, done by a job, cancelled at any moment. What a process leaves by dying is taken up once more. */
import { Problem } from '@lingxi/contract/problem'
import type { Training } from '@lingxi/contract/training'
import { isoInstant } from '#platform/clock'
import type { Jobs } from '#platform/jobs'
import type { TeachingParts } from './intents.ts'
import { createTrainingsStore } from './trainings-store.ts'

export const trainingJob = 'train-understanding'
/** A training whose process died so often is given up: it may be what kills it. */
const mostAttempts = 2

export type TakenUp = { note: string; by: string | null; versionId: string | null }
/** A training is not to go on. */
export type OnCancel = (tenantId: string, trainingId: string) => void

export function createTrainings({
  store,
  clock,
  ids,
  jobs,
  onCancel,
}: TeachingParts & { jobs: Pick<Jobs, 'addWithin' | 'wake'>; onCancel: OnCancel }) {
  const trainings = createTrainingsStore(store)

  /** Throws `not-found`. */
  async function get(tenantId: string, id: string): Promise<Training> {
    const training = await trainings.find(tenantId, id)
    if (!training) throw new Problem('not-found')
    return training
  }
  const end = (tenantId: string, id: string, how: { state: 'failed' | 'cancelled'; failure: Training['failure'] }) =>
    trainings.end(tenantId, id, { ...how, at: isoInstant(clock) })

  return {
    get,
    list: (tenantId: string) => trainings.list(tenantId),
    last: (tenantId: string) => trainings.last(tenantId),

    /** A training whose job is added with it, or the one that goes on. */
    async start(tenantId: string, { note, by }: { note: string; by: string | null }): Promise<Training> {
      const id = ids.next('trn')
      const begun = await store.transaction(async (handle) => {
        if (!(await trainings.insert(tenantId, { id, note, by, at: isoInstant(clock) }, handle))) return false
        await jobs.addWithin(handle, [{ name: trainingJob, key: tenantId, body: { tenantId, trainingId: id } }])
        return true
      })
      if (begun) jobs.wake(trainingJob)
      const running = begun ? undefined : await trainings.running(tenantId)
      return running ?? get(tenantId, id)
    },

    /** Whoever trains hears of it with the next thing it tells. One that is over is answered as it is. Throws `not-found`. */
    async cancel(tenantId: string, id: string): Promise<Training> {
      if (await end(tenantId, id, { state: 'cancelled', failure: null })) onCancel(tenantId, id)
      return get(tenantId, id)
    },

    /**
     * Called by who trains: undefined when there is nothing to do, since it is over or was given up just now. `versionId`: a
     * process before made this of it, which is to be judged.
     */
    async takeUp(tenantId: string, id: string): Promise<TakenUp | undefined> {
      const taken = await trainings.takeUp(tenantId, id)
      if (!taken) return undefined
      if (taken.attempts <= mostAttempts) return taken
      await end(tenantId, id, { state: 'failed', failure: 'interrupted' })
      return undefined
    },
    /** How far it is; false when it was cancelled. */
    tell: (tenantId: string, id: string, progress: Pick<Training, 'step' | 'done'>) =>
      trainings.tell(tenantId, id, progress),
    fail: (tenantId: string, id: string, failure: NonNullable<Training['failure']>) =>
      end(tenantId, id, { state: 'failed', failure }),
  }
}
export type Trainings = ReturnType<typeof createTrainings>
