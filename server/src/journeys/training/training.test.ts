import { expect, it } from 'vitest'
import type { TrainUnderstanding } from '#understanding'
import { aTeachingCompany } from '../../capabilities/teaching/teaching.testing.ts'
import { madeLessons } from '../../capabilities/understanding/learning/lessons.testing.ts'
import { learnLessons } from '../../capabilities/understanding/learning/learn.ts'
import { systemClock } from '../../platform/clock/clock.ts'
import { onBothDatabases } from '../../platform/database/database.testing.ts'
import { createLog } from '../../platform/log/log.ts'
import { createFollowReleases } from './follow-releases.ts'
import { createTrain } from './train.ts'
import { eventually } from '../../eventually.testing.ts'

const small = learnLessons(madeLessons(5), { seed: 1, reading: () => performance.now() })
const learnSmall: TrainUnderstanding = async (_lessons, { onProgress, onLearnt }) => {
  if (small.outcome === 'learnt') onLearnt?.(small)
  onProgress?.({ step: 'judging', done: 0.5 })
  return small
}

onBothDatabases('a training', (opened) => {
  function start(learn: TrainUnderstanding = learnSmall) {
    const company = aTeachingCompany(opened())
    const lines: string[] = []
    const log = createLog({ level: 'info', destination: { write: (line) => void lines.push(line) } })
    const listeners = new Set<(id: string) => void>()
    const trainUntil = createTrain({
      teaching: company.teaching,
      learn,
      onTrainingChanged(listener) {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
      clock: systemClock,
      log,
    })
    const train = (of: string, id: string, processStopping = new AbortController().signal) =>
      trainUntil(of, id, processStopping)
    const { tenantId, teaching } = company
    const begin = () => teaching.trainings.start(tenantId, { note: 'first', by: 'stf_1' })
    const tell = (id: string) => listeners.forEach((listener) => listener(id))
    return { ...company, train, lines, listeners, begin, tell }
  }

  it('becomes a version that reads nothing until it is released', async () => {
    const { tenantId, teaching, train, begin, listeners } = start()
    const { id } = await begin()
    await train(tenantId, id)
    const training = await teaching.trainings.get(tenantId, id)
    expect(training).toMatchObject({ state: 'done', step: 'keeping', done: 1, failure: null })
    const version = await teaching.versions.get(tenantId, training.versionId!)
    expect(version).toMatchObject({ number: 1, note: 'first', running: false, createdBy: 'stf_1' })
    expect(version.figures).toEqual(small.outcome === 'learnt' && small.evaluation.figures)
    const evaluation = await teaching.versions.evaluation(tenantId, version.id)
    expect((await teaching.versions.judged(tenantId, version.id, { limit: 1, offset: 0 })).total).toBe(
      evaluation.examples,
    )
    expect(await teaching.versions.released(tenantId)).toBeUndefined()
    await train(tenantId, id)
    expect([await teaching.versions.list(tenantId), listeners.size]).toEqual([[version], 0])
  })

  it('that nobody asked for reads where nothing does, and never in the place of what a person released', async () => {
    const { tenantId, teaching, train } = start()
    for (const _ of [1, 2]) {
      const { id } = await teaching.trainings.start(tenantId, { note: '', by: null })
      await train(tenantId, id)
    }
    const versions = await teaching.versions.list(tenantId)
    expect(versions.map(({ number, running }) => [number, running])).toEqual([
      [2, false],
      [1, true],
    ])
  })

  it('that nobody asked for reads where nothing does before it is judged, also by the next process when this one stops', async () => {
    const stop = new AbortController()
    const { tenantId, teaching, train, releases } = start(async (_lessons, { onLearnt }) => {
      if (small.outcome === 'learnt') onLearnt?.(small)
      if (stop.signal.aborted) return small
      await eventually(async () => expect(await teaching.versions.running(tenantId)).toBeDefined())
      stop.abort()
      return { outcome: 'stopped' }
    })
    const { id } = await teaching.trainings.start(tenantId, { note: '', by: null })
    await expect(train(tenantId, id, stop.signal)).rejects.toThrow()
    const version = (await teaching.versions.running(tenantId))!
    expect(await teaching.trainings.get(tenantId, id)).toMatchObject({ state: 'running', versionId: version.id })
    expect([version.figures.accuracy, (await teaching.versions.evaluation(tenantId, version.id)).folds]).toEqual([
      null,
      0,
    ])
    expect(releases).toHaveLength(1)

    await train(tenantId, id)
    expect(await teaching.trainings.get(tenantId, id)).toMatchObject({ state: 'done', versionId: version.id })
    const [judged, ...others] = await teaching.versions.list(tenantId)
    expect([judged!.figures, others]).toEqual([small.outcome === 'learnt' && small.evaluation.figures, []])
    const { total } = await teaching.versions.judged(tenantId, version.id, { limit: 1, offset: 0 })
    expect(total).toBe((await teaching.versions.evaluation(tenantId, version.id)).examples)
  })

  it('that is cancelled while what it learnt reads already leaves that as it is', async () => {
    const company = start(async (_lessons, { onLearnt }) => {
      if (small.outcome === 'learnt') onLearnt?.(small)
      await eventually(async () => expect(await company.teaching.versions.running(company.tenantId)).toBeDefined())
      await company.teaching.trainings.cancel(company.tenantId, id)
      return small
    })
    const { tenantId, teaching, train } = company
    const { id } = await teaching.trainings.start(tenantId, { note: '', by: null })
    await train(tenantId, id)
    expect(await teaching.trainings.get(tenantId, id)).toMatchObject({ state: 'cancelled' })
    expect(await teaching.versions.list(tenantId)).toMatchObject([{ running: true, figures: { accuracy: null } }])
  })

  it('says why nothing was learnt', async () => {
    for (const outcome of ['nothing-taught', 'one-intent'] as const) {
      const { tenantId, teaching, train, begin } = start(async () => ({ outcome }))
      const { id } = await begin()
      await train(tenantId, id)
      expect(await teaching.trainings.get(tenantId, id)).toMatchObject({ state: 'failed', failure: outcome })
    }
  })

  it('ends when somebody cancels it, and keeps nothing', async () => {
    const heard = Promise.withResolvers<void>()
    const { tenantId, teaching, train, begin, tell } = start(
      (_lessons, { signal }) =>
        new Promise((resolve) => {
          signal!.addEventListener('abort', () => resolve({ outcome: 'stopped' }))
          heard.resolve()
        }),
    )
    const { id } = await begin()
    const training = train(tenantId, id)
    await heard.promise
    await teaching.trainings.cancel(tenantId, id)
    tell('trn_another')
    tell(id)
    await training
    expect(await teaching.trainings.get(tenantId, id)).toMatchObject({ state: 'cancelled', versionId: null })
    expect(await teaching.versions.list(tenantId)).toEqual([])
  })

  it('keeps nothing of what was cancelled at the last moment', async () => {
    const company = start(async () => {
      await company.teaching.trainings.cancel(company.tenantId, id)
      return small
    })
    const { id } = await company.begin()
    await company.train(company.tenantId, id)
    expect(await company.teaching.versions.list(company.tenantId)).toEqual([])
  })

  it('is marked when it breaks, and another can begin', async () => {
    const { tenantId, teaching, train, begin, lines } = start(async () => {
      throw Object.assign(new Error('没有内存：客户说的话'), { code: 'ERR_WORKER_OUT_OF_MEMORY' })
    })
    const { id } = await begin()
    await train(tenantId, id)
    expect(await teaching.trainings.get(tenantId, id)).toMatchObject({ state: 'failed', failure: 'too-large' })
    expect(lines.some((line) => line.includes('training-broken') && !line.includes('客户'))).toBe(true)
    expect((await begin()).id).not.toBe(id)
  })

  it('breaks off when its process stops, and is done again by the next', async () => {
    const stop = new AbortController()
    const { tenantId, teaching, train, begin } = start((_lessons, { signal }) => {
      if (stop.signal.aborted) return Promise.resolve(small)
      queueMicrotask(() => stop.abort())
      return new Promise((resolve) => signal!.addEventListener('abort', () => resolve({ outcome: 'stopped' })))
    })
    const { id } = await begin()
    await expect(train(tenantId, id, stop.signal)).rejects.toThrow()
    expect(await teaching.trainings.get(tenantId, id)).toMatchObject({ state: 'running' })
    await train(tenantId, id)
    expect(await teaching.trainings.get(tenantId, id)).toMatchObject({ state: 'done' })
  })

  it('is taken up again when its process died half-way', async () => {
    const { tenantId, teaching, train, begin } = start()
    const { id } = await begin()
    await teaching.trainings.takeUp(tenantId, id)
    await teaching.trainings.tell(tenantId, id, { step: 'judging', done: 0.7 })
    await train(tenantId, id)
    expect(await teaching.trainings.get(tenantId, id)).toMatchObject({ state: 'done' })
  })
})

onBothDatabases('what is released', (opened) => {
  it('reads from now on, and what cannot be opened leaves what reads as it is', async () => {
    const { tenantId, teaching, releases } = aTeachingCompany(opened())
    const used: (string | undefined)[] = []
    const lines: string[] = []
    const log = createLog({ level: 'info', destination: { write: (line) => void lines.push(line) } })
    const follow = createFollowReleases({
      versions: teaching.versions,
      async use(_tenantId, learnt) {
        if (learnt?.artefact[0] === 0) return { outcome: 'refused', reason: 'spoilt' }
        used.push(learnt?.version)
        return { outcome: 'used' }
      },
      log,
    })
    async function learnt(byte: number) {
      const { id } = await teaching.trainings.start(tenantId, { note: '', by: 'stf_1' })
      if (small.outcome !== 'learnt') throw new Error(small.outcome)
      const told = { taught: { intents: 1, examples: 1, entityTypes: 0 }, seconds: 1, changes: 0, note: '', by: null }
      const { evaluation, judged } = small
      const artefact = Uint8Array.of(byte)
      return (await teaching.versions.keep(tenantId, { trainingId: id, evaluation, judged, artefact, ...told }))!.id
    }
    const [sound, spoilt] = [await learnt(1), await learnt(0)]
    await follow(tenantId)
    expect(used).toEqual([])
    await teaching.versions.release(tenantId, sound, null)
    await Promise.all([follow(tenantId), follow(tenantId)])
    await teaching.versions.release(tenantId, spoilt, null)
    await follow(tenantId)
    expect(used).toEqual([sound])
    expect(lines.filter((line) => line.includes('learnt-version-refused') && line.includes('spoilt'))).toHaveLength(1)
    await teaching.versions.rollBack(tenantId)
    await follow(tenantId)
    await teaching.versions.rollBack(tenantId)
    await follow(tenantId)
    expect(used).toEqual([sound, undefined])
    await eventually(() => expect(releases).toHaveLength(4))
  })
})
