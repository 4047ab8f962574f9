import { expect, it } from 'vitest'
import { onBothDatabases } from '../../platform/database/database.testing.ts'
import { systemIds } from '../../platform/ids/ids.ts'
import { aCompanyWithFlows, aSet } from './flows.testing.ts'
import { versionFor } from './live-flows.ts'

onBothDatabases('versions of flows', (opened) => {
  const start = (more: Parameters<typeof aCompanyWithFlows>[1] = {}) => aCompanyWithFlows(opened(), more)
  const spoken = async ({ flows, tenantId }: ReturnType<typeof start>, customer = 'cus_1') => {
    const { version, set } = await flows.flowsFor(tenantId, customer)
    const step = set.flows['one']?.steps[1]
    return [version, step && 'say' in step ? step.say.zh : undefined]
  }

  it('begins conversations with what was published last, and goes back to any older version', async () => {
    const company = start()
    const { flows, tenantId, say, told } = company
    expect(await spoken(company)).toEqual([0, undefined])
    const first = await say('甲', { note: '第一版' })
    expect(first).toMatchObject({ number: 1, note: '第一版', createdBy: 'stf_1', standing: 'live', flows: 1, slots: 1 })
    expect([first.added.length, first.changed.length]).toEqual([2, 0])
    expect((await say('乙')).changed).toEqual([{ kind: 'flow', name: 'one' }])
    expect(await spoken(company)).toEqual([2, '乙'])
    const { version } = await flows.rollout.read(tenantId)
    const back = { number: 1, share: 100, at: null, by: 'stf_2' }
    await expect(flows.rollout.release(tenantId, { ...back, rollout: version - 1 })).rejects.toMatchObject({
      code: 'changed-meanwhile',
    })
    await flows.rollout.release(tenantId, { ...back, rollout: version })
    expect(await spoken(company)).toEqual([1, '甲'])
    expect(told).toHaveLength(3)
    const { versions, total } = await flows.versions.list(tenantId, { limit: 10, offset: 0 })
    expect([total, versions.map(({ number, standing }) => [number, standing])]).toEqual([
      2,
      [
        [2, 'past'],
        [1, 'live'],
      ],
    ])
    expect((await flows.rollout.releases(tenantId)).map(({ number, kind, by }) => [number, kind, by])).toEqual([
      [1, 'whole', 'stf_2'],
      [2, 'whole', 'stf_1'],
      [1, 'whole', 'stf_1'],
    ])
    // Who began with it goes on with it.
    expect(await flows.setOf(tenantId, 2)).toEqual(aSet('乙'))
    expect((await flows.versions.compare(tenantId, { from: 1, to: 2 })).parts[0]!.steps).toEqual([
      {
        id: 'say_0',
        change: 'changed',
        fields: [
          { at: 'say.zh', before: '甲', after: '乙' },
          { at: 'say.en', before: '甲', after: '乙' },
        ],
      },
    ])
    expect((await flows.versions.compare(tenantId, { from: 2, to: 0 })).parts).toEqual([])
  })

  it('lets a share of the customers begin with a candidate, then all of them', async () => {
    const company = start()
    const { flows, tenantId, say } = company
    await say('甲')
    await say('乙', { share: 30 })
    const customers = Array.from({ length: 200 }, (_, place) => `cus_${place}`)
    const count = async () => {
      const all = await Promise.all(customers.map((customer) => spoken(company, customer)))
      return all.filter(([version]) => version === 2).length
    }
    expect(Math.abs((await count()) - 60)).toBeLessThan(25)
    const { version: rollout, candidate } = await flows.rollout.read(tenantId)
    expect(candidate).toEqual({ number: 2, share: 30 })
    const stopped = await flows.rollout.stop(tenantId, { rollout, by: 'stf_1' })
    expect([stopped.candidate, await count()]).toEqual([null, 0])
    await flows.rollout.release(tenantId, { number: 2, share: 100, at: null, by: null, rollout: stopped.version })
    expect(await count()).toBe(200)
    const again = { number: 2, share: 50, at: null, by: null, rollout: stopped.version + 1 }
    await expect(flows.rollout.release(tenantId, again)).rejects.toMatchObject({ code: 'invalid-request' })
  })

  it('begins with what was planned once its time has come, and once', async () => {
    const company = start()
    const { flows, tenantId, say, clock } = company
    await say('甲')
    await say('乙', { at: new Date(clock.now() + 60_000).toISOString() })
    const later = new Date(clock.now() + 120_000).toISOString()
    const { version: rollout } = await flows.rollout.read(tenantId)
    await flows.rollout.release(tenantId, { number: 1, share: 100, at: later, by: 'stf_1', rollout })
    const { plans } = await flows.rollout.read(tenantId)
    expect(plans.map(({ number }) => number)).toEqual([2, 1])
    expect([await flows.rollout.beginDue(tenantId), await spoken(company)]).toEqual([0, [1, '甲']])
    clock.move(60_000)
    const begun = await Promise.all([flows.rollout.beginDue(tenantId), flows.rollout.beginDue(tenantId)])
    expect(begun.toSorted()).toEqual([0, 1])
    expect(await spoken(company)).toEqual([2, '乙'])
    await flows.rollout.cancelPlan(tenantId, plans[1]!.id)
    clock.move(120_000)
    expect([await flows.rollout.beginDue(tenantId), await spoken(company)]).toEqual([0, [2, '乙']])
    expect((await flows.rollout.releases(tenantId))[0]).toMatchObject({ number: 2, planned: true })
  })

  it('calls off what was planned when somebody rolls back, publishes, or stops the trial', async () => {
    const company = start()
    const { flows, tenantId, say, clock } = company
    const soon = () => new Date(clock.now() + 60_000).toISOString()
    const release = async (number: number, more: { share?: number; at?: string } = {}) => {
      const { version: rollout } = await flows.rollout.read(tenantId)
      return flows.rollout.release(tenantId, { number, share: 100, at: null, by: 'stf_2', rollout, ...more })
    }
    const due = async () => (clock.move(60_000), [await flows.rollout.beginDue(tenantId), await spoken(company)])
    await say('甲')
    await say('乙')
    expect((await say('丙', { at: soon() })).standing).toBe('planned')
    expect((await release(1)).plans).toEqual([])
    expect((await flows.versions.get(tenantId, 3)).standing).toBe('past')
    expect((await flows.rollout.releases(tenantId)).slice(0, 2)).toMatchObject([
      { kind: 'whole', number: 1 },
      { kind: 'called-off', number: 3, planned: true, by: 'stf_2' },
    ])
    expect(await due()).toEqual([0, [1, '甲']])
    await release(3, { at: soon() })
    await say('丁')
    expect(await due()).toEqual([0, [4, '丁']])
    // A trial goes on by its plan, until it is stopped.
    await release(3, { share: 1 })
    await release(3, { at: soon() })
    const { version: rollout, plans } = await release(3, { share: 2 })
    expect(plans).toHaveLength(1)
    expect((await flows.rollout.stop(tenantId, { rollout, by: 'stf_2' })).plans).toEqual([])
    expect(await due()).toEqual([0, [4, '丁']])
  })

  it('publishes nothing that has errors, or that nobody has seen', async () => {
    const { flows, tenantId, take, publish, save } = start()
    const set = aSet('甲')
    await take({ ...set, slots: {} })
    await expect(publish()).rejects.toMatchObject({
      code: 'invalid-request',
      errors: [{ path: 'flows.one.first.collect', message: 'unknown-slot: order' }],
    })
    await take(set)
    const seen = await flows.draftState(tenantId)
    await save({
      kind: 'slot',
      name: 'order',
      version: 1,
      content: { type: 'number', label: { zh: '号' }, ask: { zh: '几号？' } },
    })
    const asked = { note: '', share: 100, at: null, by: null, draft: seen }
    await expect(flows.versions.publish(tenantId, asked)).rejects.toMatchObject({ code: 'changed-meanwhile' })
    expect((await flows.versions.list(tenantId, { limit: 10, offset: 0 })).total).toBe(0)
  })

  it('lets one of many publish who do so at once, and gives no number twice', async () => {
    const { flows, tenantId, take, publish, tenantId: tenant } = start()
    await take(aSet('甲'))
    const draft = await flows.draftState(tenant)
    const { version: rollout } = await flows.rollout.read(tenantId)
    const asked = { note: '', share: 100, at: null, by: null, draft }
    const all = await Promise.all(Array.from({ length: 6 }, () => flows.versions.publish(tenantId, asked)))
    expect(all.map(({ number }) => number).toSorted()).toEqual([1, 2, 3, 4, 5, 6])
    expect((await flows.rollout.read(tenantId)).version).toBe(rollout + 6)
    const state = (await flows.rollout.read(tenantId)).version
    const releases = await Promise.allSettled(
      [1, 2, 3, 4].map((number) =>
        flows.rollout.release(tenantId, { number, share: 100, at: null, by: null, rollout: state }),
      ),
    )
    expect(releases.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await publish()
    expect((await flows.rollout.read(tenantId)).live).toBe(7)
  })

  it('leaves nothing of a publication that breaks off in between', async () => {
    let breaks = false
    const ids: typeof systemIds = {
      ...systemIds,
      next(prefix) {
        // The version is written by then, and what is begun with; their record is not.
        if (breaks && prefix === 'frl') throw new Error('the process ended')
        return systemIds.next(prefix)
      },
    }
    const company = start({ ids })
    const { flows, tenantId, say } = company
    await say('甲')
    const before = await flows.rollout.read(tenantId)
    breaks = true
    await expect(say('乙')).rejects.toThrow('the process ended')
    expect(await flows.rollout.read(tenantId)).toEqual(before)
    expect((await flows.versions.list(tenantId, { limit: 10, offset: 0 })).total).toBe(1)
    expect(await spoken(company)).toEqual([1, '甲'])
    breaks = false
    expect((await say('丙')).number).toBe(2)
  })
})

it('keeps each customer on their side while a candidate grows, and begins elsewhere with the next', () => {
  const customers = Array.from({ length: 2000 }, (_, place) => `cus_${place}`)
  const those = (number: number, share: number) =>
    new Set(customers.filter((each) => versionFor({ live: 1, candidate: { number, share } }, each) === number))
  const [few, more] = [those(2, 10), those(2, 50)]
  expect(few.size / 20).toBeGreaterThan(8)
  expect(few.size / 20).toBeLessThan(12)
  expect(few.isSubsetOf(more)).toBe(true)
  expect(few.isSubsetOf(those(3, 50))).toBe(false)
})
