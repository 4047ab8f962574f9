import type { JudgedExample, VersionEvaluation } from '@lingxi/contract/training'
import { expect, it } from 'vitest'
import { onBothDatabases } from '../../platform/database/database.testing.ts'
import { aTeachingCompany } from './teaching.testing.ts'
import { chanceOf } from './compare-versions.ts'

const figures: VersionEvaluation['figures'] = {
  accuracy: 0.9,
  macroF1: 0.8,
  inScopeAccuracy: 0.9,
  outOfScopeRecall: null,
  calibrationError: 0.02,
  entityF1: null,
  sentimentAccuracy: null,
  emotionMacroF1: null,
}
const nothing = {
  intents: [],
  confusions: [],
  calibration: [],
  outOfScope: [],
  entities: [],
  sentiments: [],
  emotions: [],
}
const evaluation = { folds: 5, examples: 2, figures, threshold: 0.5, ...nothing }
const judged = (exampleId: string, taught: string, read: string): JudgedExample => {
  return { exampleId, text: exampleId, taught, read, probability: 0.7, outOfScope: 0.1 }
}

onBothDatabases('versions', (opened) => {
  function start() {
    const company = aTeachingCompany(opened())
    const { teaching, tenantId } = company
    async function learn(some: JudgedExample[] = [], byte = 1) {
      const training = await teaching.trainings.start(tenantId, { note: '', by: 'stf_1' })
      await teaching.trainings.takeUp(tenantId, training.id)
      const { changes } = await teaching.readLessons(tenantId)
      const taught = { intents: 2, examples: 2, entityTypes: 0 }
      const artefact = Uint8Array.of(0, 255, byte)
      const told = {
        trainingId: training.id,
        note: '',
        by: 'stf_1',
        taught,
        evaluation,
        artefact,
        seconds: 1.5,
        changes,
      }
      return (await teaching.versions.keep(tenantId, { ...told, judged: some }))!
    }
    return { ...company, learn }
  }

  it('lets one version read at a time, and goes back through those that read before', async () => {
    const { teaching, tenantId, releases, learn } = start()
    const [first, second] = [await learn([], 1), await learn([], 2)]
    expect([first.number, second.number, second.running, second.figures.accuracy]).toEqual([1, 2, false, 0.9])
    expect(await teaching.versions.released(tenantId)).toBeUndefined()
    await teaching.versions.release(tenantId, first.id, 'stf_1')
    await teaching.versions.release(tenantId, second.id, 'stf_2')
    await teaching.versions.release(tenantId, second.id, 'stf_2')
    const released = await teaching.versions.released(tenantId)
    expect([released?.id, [...released!.artefact]]).toEqual([second.id, [0, 255, 2]])
    await expect(teaching.versions.remove(tenantId, second.id)).rejects.toMatchObject({ code: 'invalid-request' })
    expect((await teaching.versions.rollBack(tenantId))?.id).toBe(first.id)
    expect(await teaching.versions.rollBack(tenantId)).toBeUndefined()
    expect(await teaching.versions.released(tenantId)).toBeUndefined()
    expect(releases).toHaveLength(5)
    await teaching.versions.remove(tenantId, second.id)
    expect((await teaching.versions.list(tenantId)).map(({ id }) => id)).toEqual([first.id])
  })

  it('knows whether what is taught was changed since', async () => {
    const { teaching, tenantId, learn, addIntent } = start()
    await addIntent('one')
    expect(await teaching.versions.changedSince(tenantId)).toBe(true)
    const { id } = await learn()
    await teaching.versions.release(tenantId, id, null)
    expect(await teaching.versions.changedSince(tenantId)).toBe(false)
    await addIntent('two')
    expect(await teaching.versions.changedSince(tenantId)).toBe(true)
  })

  it('opens a cell of the confusion matrix, and compares on what both were judged on', async () => {
    const { teaching, tenantId, learn } = start()
    const one = await learn([
      judged('a', 'x', 'x'),
      judged('b', 'x', 'y'),
      judged('c', 'y', 'y'),
      judged('old', 'y', 'y'),
    ])
    const other = await learn([
      judged('a', 'x', 'y'),
      judged('b', 'x', 'x'),
      judged('c', 'y', 'y'),
      judged('new', 'x', 'x'),
    ])
    const cell = await teaching.versions.judged(tenantId, one.id, { taught: 'x', read: 'y', limit: 10, offset: 0 })
    expect([cell.total, cell.examples.map(({ text }) => text)]).toEqual([1, ['b']])
    expect((await teaching.versions.judged(tenantId, one.id, { wrong: true, limit: 10, offset: 0 })).total).toBe(1)
    await expect(teaching.versions.compare(tenantId, other.id)).rejects.toMatchObject({ code: 'not-found' })
    await teaching.versions.release(tenantId, one.id, null)
    expect(await teaching.versions.compare(tenantId, other.id)).toMatchObject({
      versionId: other.id,
      withVersionId: one.id,
      examples: 3,
      mended: 1,
      broken: 1,
      chance: 1,
      changed: [
        { text: 'a', taught: 'x', read: 'y', withRead: 'x' },
        { text: 'b', taught: 'x', read: 'x', withRead: 'y' },
      ],
    })
  })

  it('trains once at a time, ends when it is told to, and gives up what kills its process again and again', async () => {
    const { teaching, tenantId, jobs } = start()
    const { trainings } = teaching
    const training = await trainings.start(tenantId, { note: '', by: 'stf_1' })
    expect((await trainings.start(tenantId, { note: '', by: 'stf_2' })).id).toBe(training.id)
    const body = { tenantId, trainingId: training.id }
    expect(jobs.added).toEqual([{ name: 'train-understanding', key: tenantId, body }])
    expect(await trainings.takeUp(tenantId, training.id)).toMatchObject({ by: 'stf_1' })
    expect(await trainings.tell(tenantId, training.id, { step: 'judging', done: 0.4 })).toBe(true)
    expect(await trainings.get(tenantId, training.id)).toMatchObject({ state: 'running', step: 'judging', done: 0.4 })
    expect(await trainings.takeUp(tenantId, training.id)).toBeDefined()
    expect(await trainings.takeUp(tenantId, training.id)).toBeUndefined()
    expect(await trainings.get(tenantId, training.id)).toMatchObject({ state: 'failed', failure: 'interrupted' })
    const next = await trainings.start(tenantId, { note: '', by: 'stf_1' })
    await trainings.takeUp(tenantId, next.id)
    expect(await trainings.cancel(tenantId, next.id)).toMatchObject({ state: 'cancelled' })
    expect(await trainings.tell(tenantId, next.id, { step: 'learning', done: 0.9 })).toBe(false)
    expect(await trainings.cancel(tenantId, training.id)).toMatchObject({ state: 'failed' })
  })

  it('keeps the newest twenty, what reads, and what read before it', async () => {
    const { teaching, tenantId, learn } = start()
    const made = []
    for (let number = 0; number < 23; number++) {
      const version = await learn()
      made.push(version.id)
      if (number < 2) await teaching.versions.release(tenantId, version.id, null)
    }
    const kept = (await teaching.versions.list(tenantId)).map(({ id }) => id)
    expect(kept).toEqual([...made.slice(3).toReversed(), made[1], made[0]])
  })
})

it('tells how probable so uneven a difference is by chance', () => {
  expect([chanceOf(0, 0), chanceOf(1, 1), chanceOf(5, 0)]).toEqual([1, 1, 0.0625])
  expect(chanceOf(2_000, 2_300)).toBeLessThan(1e-5)
})
