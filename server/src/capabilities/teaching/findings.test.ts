import { expect, it } from 'vitest'
import { onBothDatabases } from '../../platform/database/database.testing.ts'
import { findingsJob } from './findings.ts'
import { aTeachingCompany } from './teaching.testing.ts'

onBothDatabases('what is doubtful', (opened) => {
  it('is looked at once for each state that somebody asks for, and told with that state', async () => {
    const { tenantId, teaching, jobs, addIntent, addExamples } = aTeachingCompany(opened())
    const { findings } = teaching
    const [refund, cancel] = [await addIntent('refund'), await addIntent('cancel')]
    await addExamples(refund, '退款', '退钱')
    expect(await findings.list(tenantId)).toEqual({ findings: [], found: {}, lookedAt: null, isLooking: true })
    await findings.list(tenantId)
    expect(jobs.added).toEqual([{ name: findingsJob, key: tenantId, body: { tenantId } }])

    await findings.look(tenantId)
    const first = await findings.list(tenantId)
    expect(first).toMatchObject({ found: { 'few-examples': 2 }, lookedAt: expect.any(String), isLooking: false })

    // What was found before is told until the next look is done.
    await addExamples(cancel, '退钱！')
    expect(await findings.list(tenantId)).toEqual({ ...first, isLooking: true })
    expect(jobs.added).toHaveLength(2)
    await findings.look(tenantId)
    const second = await findings.list(tenantId)
    expect(second).toMatchObject({ found: { 'two-intents': 1 }, isLooking: false })

    // A job that comes twice looks once.
    await findings.look(tenantId)
    expect((await findings.list(tenantId)).lookedAt).toBe(second.lookedAt)
  })

  it('is not what another company teaches', async () => {
    const [one, other] = [aTeachingCompany(opened()), aTeachingCompany(opened())]
    await one.addExamples(await one.addIntent('refund'), '退款')
    await one.teaching.findings.look(one.tenantId)
    await other.teaching.findings.look(other.tenantId)
    expect((await other.teaching.findings.list(other.tenantId)).findings).toEqual([])
  })
})
