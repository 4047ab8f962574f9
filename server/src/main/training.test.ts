import { api } from '@lingxi/contract/api'
import { describe, expect, it } from 'vitest'
import { madeLessons } from '../capabilities/understanding/learning/lessons.testing.ts'
import { problemOf, useServer } from './main.testing.ts'
import { mainTenant } from './parts.ts'
import { eventually } from '../eventually.testing.ts'

describe('what a company teaches', () => {
  const server = useServer()

  it('is learnt in the background, reads messages once it is released, and is taken back', async () => {
    const { call } = await server().signIn('supervisor')
    const staff = await server().signIn('staff')
    const { examples } = madeLessons(16)
    const names = [...new Set(examples.flatMap(({ intent }) => intent ?? []))]
    const ids = new Map<string, string>()
    for (const name of names) ids.set(name, (await call(api.addIntent, { body: { name } })).id)
    const drafts = examples.map(({ text, language, intent, outOfScope, sentiment, entities }) => ({
      text,
      language,
      intentId: intent && ids.get(intent)!,
      outOfScope,
      sentiment,
      entities,
    }))
    await call(api.addExamples, { body: { examples: drafts } })
    const read = async (text: string) => {
      const { intents, readBy } = await staff.call(api.understand, { body: { text } })
      return [intents.map(({ name }) => name), readBy?.version ?? null]
    }
    expect(await read('我想退款')).toEqual([[], null])

    const { id } = await call(api.startTraining, { body: { note: 'the first' } })
    const training = await eventually(async () => {
      const now = await call(api.getTraining, { params: { id } })
      expect(now.state).not.toBe('running')
      return now
    })
    expect(training).toMatchObject({ state: 'done', failure: null })
    const params = { id: training.versionId! }
    const evaluation = await staff.call(api.getVersionEvaluation, { params })
    expect(evaluation.figures.accuracy).toBeGreaterThan(0.7)
    const judged = await staff.call(api.listJudgedExamples, { params, query: { taught: 'refund', read: 'refund' } })
    expect(judged.total).toBeGreaterThan(3)
    expect(await read('我想退款')).toEqual([[], null])

    await call(api.releaseVersion, { params })
    await eventually(async () => expect(await read('我想退款')).toEqual([['refund'], training.versionId]))
    const overview = await staff.call(api.getTeaching, {})
    expect(overview).toMatchObject({
      running: { number: 1, running: true },
      changedSince: false,
      taught: { intents: 4 },
    })
    expect(await staff.call(api.compareVersions, { params })).toMatchObject({ mended: 0, broken: 0, chance: 1 })

    const refused = await server().request({
      method: 'POST',
      url: '/api/v1/teaching/versions/roll-back',
      token: staff.token,
    })
    expect(problemOf(refused).code).toBe('not-allowed')
    expect(await call(api.rollBackVersion, {})).toEqual({ running: null })
    await eventually(async () => expect(await read('我想退款')).toEqual([[], null]))
  })

  it('reads on while another training begins and is cancelled', async () => {
    const { teaching, load } = server().parts.teaching
    const [version] = await teaching.versions.list(mainTenant)
    await teaching.versions.release(mainTenant, version!.id, null)
    await load(mainTenant)
    const { call } = await server().signIn('supervisor')
    const another = await call(api.startTraining, { body: {} })
    await call(api.cancelTraining, { params: { id: another.id } })
    const read = await call(api.understand, { body: { text: '我要退款' } })
    expect(read.readBy?.version).toBe(version!.id)
  })
})
