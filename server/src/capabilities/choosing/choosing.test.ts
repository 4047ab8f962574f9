import type { ChoosingJudgement, ChoosingVersion } from '@lingxi/contract/choosing'
import { expect, it } from 'vitest'
import { createFakeClock } from '../../platform/clock/clock.testing.ts'
import { onBothDatabases } from '../../platform/database/database.testing.ts'
import { systemIds } from '../../platform/ids/ids.ts'
import { createChoosing } from './choosing.ts'

const judged = (verdict: ChoosingJudgement['verdict']) => ({ verdict }) as ChoosingJudgement

onBothDatabases('What chooses between ways', (opened) => {
  function aCompany() {
    const tenantId = systemIds.next('tnt')
    const clock = createFakeClock()
    const told: string[] = []
    const onChange = (of: string) => void told.push(of)
    const choosing = createChoosing({ database: opened().database, clock, ids: systemIds, onChange })
    const since = async () => ({
      standing: (await choosing.standing(tenantId)).version,
      last: (await choosing.last(tenantId))?.number ?? 0,
    })
    const learnt = { learnt: '{}', samples: 2, known: 3, by: null }
    const add = async (verdict: ChoosingJudgement['verdict'], from?: Awaited<ReturnType<typeof since>>) =>
      choosing.add(tenantId, { ...learnt, judgement: judged(verdict), since: from ?? (await since()) })
    const seen = async () => (await choosing.standing(tenantId)).version
    const use = async (number: number) => choosing.use(tenantId, number, { version: await seen(), by: 'stf_1' })
    const change = async (frozen: boolean, byItself: boolean) =>
      choosing.change(tenantId, { version: await seen(), frozen, byItself, by: 'stf_1' })
    const states = async () => {
      const { versions } = await choosing.list(tenantId, { limit: 100, offset: 0 })
      return versions.map(({ number, state }) => [number, state])
    }
    return { tenantId, clock, choosing, told, since, add, use, change, states }
  }

  it('is frozen with what the product comes with, until somebody wishes otherwise', async () => {
    const { choosing, tenantId, change, told } = aCompany()
    expect(await choosing.standing(tenantId)).toEqual({ version: 0, used: 0, frozen: true, byItself: false })
    expect(await change(false, true)).toEqual({ version: 1, used: 0, frozen: false, byItself: true })
    expect(await change(false, true)).toMatchObject({ version: 1 })
    const stale = { version: 0, frozen: true, byItself: false, by: 'stf_1' }
    await expect(choosing.change(tenantId, stale)).rejects.toMatchObject({ code: 'changed-meanwhile' })
    expect(await change(true, true)).toMatchObject({ version: 2, frozen: true })
    const { changes } = await choosing.overview(tenantId)
    expect(changes.map(({ kind, by, number }) => [kind, by, number])).toEqual([
      ['frozen', 'stf_1', 0],
      ['by-itself', 'stf_1', 0],
      ['let-try', 'stf_1', 0],
    ])
    expect(new Set(told)).toEqual(new Set([tenantId]))
  })

  it('comes in use only where it is judged not to be worse, and goes back to whatever chose before', async () => {
    const { choosing, tenantId, add, use, states } = aCompany()
    await add('too-few')
    await add('unproven')
    await add('not-worse')
    for (const number of [1, 2]) await expect(use(number)).rejects.toMatchObject({ code: 'not-judged' })
    await expect(use(4)).rejects.toMatchObject({ code: 'not-found' })
    expect(await use(3)).toMatchObject({ used: 3 })
    await add('not-worse')
    await use(4)
    expect(await states()).toEqual([
      [4, 'in-use'],
      [3, 'retired'],
      [2, 'candidate'],
      [1, 'candidate'],
    ])
    expect(await use(3)).toMatchObject({ used: 3 })
    expect(await use(0)).toMatchObject({ used: 0 })
    expect(await states()).toEqual([4, 3, 2, 1].map((number) => [number, number > 2 ? 'retired' : 'candidate']))
    const { changes } = await choosing.overview(tenantId)
    expect(changes.map(({ kind, number }) => [kind, number])).toEqual([3, 4, 3, 0].reverse().map((n) => ['used', n]))
  })

  it('comes in use by itself where the company lets it, and never where it may be worse', async () => {
    const { choosing, tenantId, add, change, states } = aCompany()
    await change(true, true)
    expect(await add('unproven')).toMatchObject({ number: 1, state: 'candidate' })
    expect(await add('not-worse')).toMatchObject({ number: 2, state: 'in-use', createdBy: null })
    await change(true, false)
    expect(await add('not-worse')).toMatchObject({ number: 3, state: 'candidate' })
    expect(await states()).toEqual([
      [3, 'candidate'],
      [2, 'in-use'],
      [1, 'candidate'],
    ])
    expect((await choosing.overview(tenantId)).changes[1]).toMatchObject({ kind: 'used', by: null, number: 2 })
  })

  it('is one at most, whoever learns, uses and changes at once', async () => {
    const { choosing, tenantId, since, add, change, use, states } = aCompany()
    await change(false, true)
    for (let round = 0; round < 12; round++) {
      const from = await since()
      const before = (await choosing.standing(tenantId)).used
      const learners = [add('not-worse', from), add('not-worse', from), add(round % 2 ? 'unproven' : 'not-worse', from)]
      const people = [use(before === 0 ? 0 : 1), change(round % 2 === 0, true)]
      const settled = await Promise.allSettled(people)
      for (const each of settled)
        if (each.status === 'rejected') expect(each.reason).toMatchObject({ code: 'changed-meanwhile' })
      const added = (await Promise.all(learners)).filter((version): version is ChoosingVersion => version !== undefined)
      expect(added.length).toBeLessThanOrEqual(1)
      const inUse = (await states()).filter(([, state]) => state === 'in-use')
      const { used } = await choosing.standing(tenantId)
      expect(inUse).toEqual(used === 0 ? [] : [[used, 'in-use']])
    }
    const { versions, total } = await choosing.list(tenantId, { limit: 100, offset: 0 })
    expect(versions.map(({ number }) => number)).toEqual(Array.from({ length: total }, (_, at) => total - at))
    expect(total).toBeGreaterThan(2)
  })

  it('is nothing to another company', async () => {
    const [one, other] = [aCompany(), aCompany()]
    await one.add('not-worse')
    await one.use(1)
    expect(await other.choosing.standing(other.tenantId)).toMatchObject({ used: 0 })
    expect(await other.states()).toEqual([])
    await expect(other.choosing.get(other.tenantId, 1)).rejects.toMatchObject({ code: 'not-found' })
  })
})
