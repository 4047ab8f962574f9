/**
 * A training from the request to the version: what is taught is read, learnt and judged in a thread, and kept. How far it is
 * stands in the database, and so does that it is to stop. What reads messages now is not touched: a person releases. Where
 * nothing reads, what nobody asked for, such as the demo's, does as soon as it is learnt, and is judged afterwards.
 */
import type { Training } from '@lingxi/contract/training'
import type { TakenUp, Teaching } from '#teaching'
import type { LearntModels, TrainUnderstanding } from '#understanding'
import type { Clock } from '#platform/clock'
import type { Log } from '#platform/log'

type Given = TakenUp & { processStopping: AbortSignal }
type Parts = {
  teaching: Pick<Teaching, 'readLessons' | 'packs' | 'trainings' | 'versions'>
  learn: TrainUnderstanding
  /** Calls with the id of each training that was changed by whomever; returns the function that ends it. */
  onTrainingChanged: (listener: (trainingId: string) => void) => () => void
  clock: Clock
  log: Log
}

/** The same lessons give the same version. */
const seed = 20_261_128
/** Milliseconds: how often what is told of the progress is written down at most. */
const between = 500

export function createTrain({ teaching, learn, onTrainingChanged, clock, log }: Parts) {
  const { trainings, versions } = teaching

  /** Writes progress down, one after the other and the newest only; stops the training once it is no longer to go on. */
  function follow(tenantId: string, trainingId: string, stopping: AbortController) {
    let writing: Promise<void> = Promise.resolve()
    let next: Pick<Training, 'step' | 'done'> | undefined
    let last = -between
    const write = async () => {
      if (!next) return
      const progress = next
      next = undefined
      if (!(await trainings.tell(tenantId, trainingId, progress))) stopping.abort()
    }
    const tell = (progress: Pick<Training, 'step' | 'done'>) => {
      next = progress
      if (clock.reading() - last < between) return
      last = clock.reading()
      // A database that is away for a moment ends no training: keeping is what has to succeed.
      writing = writing.then(write).catch((error: unknown) => log.error('training-not-told', { trainingId }, error))
    }
    const unfollow = onTrainingChanged((id) => {
      if (id !== trainingId) return
      void trainings.get(tenantId, trainingId).then(
        ({ state }) => {
          if (state !== 'running') stopping.abort()
        },
        () => undefined,
      )
    })
    return {
      tell,
      async end() {
        unfollow()
        await writing
      },
    }
  }

  async function learnAndKeep(tenantId: string, trainingId: string, { note, by, versionId, processStopping }: Given) {
    const stopping = new AbortController()
    const following = follow(tenantId, trainingId, stopping)
    try {
      const lessons = await teaching.readLessons(tenantId)
      const strangers = await teaching.packs.outOfScope()
      const { changes, intents, examples, entityTypes } = lessons
      const taught = { intents: intents.length, examples: examples.length, entityTypes: entityTypes.length }
      const given = { note, by, trainingId, taught, changes }
      /** What of it reads already. */
      let first = Promise.resolve(versionId ?? undefined)
      const readFirst = (early: LearntModels) => {
        first = versions.readFirst(tenantId, { ...given, ...early })
        first.catch(() => stopping.abort())
      }
      const learnt = await learn(
        { ...lessons, strangers },
        {
          seed,
          onProgress: following.tell,
          onLearnt: by === null && versionId === null ? readFirst : undefined,
          signal: AbortSignal.any([stopping.signal, processStopping]),
        },
      ).catch((error: unknown) => ({ outcome: 'broken' as const, error }))
      await following.end()
      const reads = await first
      if (learnt.outcome === 'stopped') {
        if (!stopping.signal.aborted) processStopping.throwIfAborted()
        return 'stopped'
      }
      if (learnt.outcome === 'broken') {
        log.error('training-broken', { tenantId, trainingId }, learnt.error)
        await trainings.fail(tenantId, trainingId, wantsMemory(learnt.error) ? 'too-large' : 'broken')
        return 'broken'
      }
      if (learnt.outcome !== 'learnt') {
        await trainings.fail(tenantId, trainingId, learnt.outcome)
        return learnt.outcome
      }
      const { artefact, seconds, evaluation, judged } = learnt
      const kept = reads
        ? await versions.judge(tenantId, { trainingId, versionId: reads }, { evaluation, judged })
        : await versions.keep(tenantId, { ...given, artefact, seconds, evaluation, judged })
      return kept ? 'kept' : 'stopped'
    } finally {
      await following.end()
    }
  }

  /** Does what of a training is to be done. Throws when the database is away, or the process stops: it is then done again. */
  return async function train(tenantId: string, trainingId: string, processStopping: AbortSignal): Promise<void> {
    const taken = await trainings.takeUp(tenantId, trainingId)
    if (!taken) return
    const begun = clock.reading()
    const outcome = await learnAndKeep(tenantId, trainingId, { ...taken, processStopping })
    const milliseconds = Math.round(clock.reading() - begun)
    log.info('training-ended', { tenantId, trainingId, outcome, milliseconds })
  }
}

const wantsMemory = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
