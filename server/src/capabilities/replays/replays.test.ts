import { cutShort } from '@lingxi/contract/release-replays'
import type { ReplayGroup, ReplayReport } from '@lingxi/contract/replay'
import { expect, it } from 'vitest'
import { systemClock } from '../../platform/clock/clock.ts'
import { onBothDatabases } from '../../platform/database/database.testing.ts'
import { systemIds } from '../../platform/ids/ids.ts'
import { createKeptJobs } from '../../platform/jobs/jobs.testing.ts'
import { createReplays, type Standing } from './replays.ts'

const groupOf = (key: string, kind: ReplayGroup['kind']): ReplayGroup => ({
  key,
  kind,
  before: 'flow',
  after: 'asked',
  turns: 1,
  conversations: 1,
  examples: [],
})
const reportOf = (groups: ReplayGroup[]): ReplayReport => ({
  of: 1,
  conversations: 1,
  turns: 3,
  identical: 3 - groups.length,
  changed: groups.length,
  leftOut: 0,
  groups,
  unlisted: { open: 0, told: 0 },
})
const worse = reportOf([groupOf('a', 'hand-over-gained'), groupOf('b', 'flow'), groupOf('c', 'wording')])
const refused = (code: string) => expect.objectContaining({ code })

onBothDatabases('replays before a release', (opened) => {
  function start() {
    const tenantId = systemIds.next('tnt')
    const standing: Standing & { free: boolean } = { candidate: '4', against: '1', free: false }
    let lookedClosely = 0
    let now = Date.parse('2026-11-20T02:00:00.000Z')
    const jobs = createKeptJobs()
    const replays = createReplays({
      database: opened().database,
      jobs,
      clock: { ...systemClock, now: () => now },
      ids: systemIds,
      async standingOf(_tenantId, what) {
        return what === 'flows' ? { ...standing } : { candidate: what, against: 'ver_1' }
      },
      async isFree() {
        lookedClosely++
        return standing.free
      },
    })
    const look = () => replays.look(tenantId, 'flows')
    const begin = () => replays.start(tenantId, 'flows', 'stf_1')
    /** What it finds, in what is named by what stands in it. */
    const run = (id: string, report: ReplayReport, subject = 'draft') =>
      replays.run(tenantId, id, async () => ({ report, subject }))
    const needs = async () => (await look()).needs
    const timesLookedClosely = () => lookedClosely
    return {
      tenantId,
      standing,
      replays,
      look,
      begin,
      run,
      needs,
      timesLookedClosely,
      forward: (milliseconds: number) => void (now += milliseconds),
    }
  }

  it('are begun once by many at a time, and count for one draft and one live version', async () => {
    const { standing, begin, run, needs } = start()
    const begun = await Promise.all(Array.from({ length: 6 }, begin))
    const [{ id }] = begun as [(typeof begun)[0]]
    expect(new Set(begun.map((each) => each.id)).size).toBe(1)
    expect(await needs()).toBe('replay')
    await run(id, reportOf([]))
    expect(await needs()).toBe('none')

    standing.against = '2'
    expect(await needs()).toBe('replay')
    Object.assign(standing, { against: '1', candidate: '5' })
    expect(await needs()).toBe('replay')
    standing.free = true
    expect(await needs()).toBe('none')
    Object.assign(standing, { against: null, free: false })
    expect(await needs()).toBe('none')
    await expect(begin()).rejects.toEqual(refused('invalid-request'))
  })

  it('hold back what is worse until each change of it is accepted, by many at once', async () => {
    const { tenantId, replays, begin, run, needs } = start()
    const { id } = await begin()
    await run(id, worse)
    await expect(replays.check(tenantId, 'flows')).rejects.toMatchObject({
      code: 'not-accepted',
      errors: [{ path: 'a' }, { path: 'b' }],
    })
    const accept = (keys: string[], by: string) =>
      replays.accept(tenantId, { what: 'flows', id }, { keys, reason: `${by} says so`, by })
    await Promise.all([accept(['a'], 'stf_1'), accept(['b', 'b'], 'stf_2')])
    expect(await needs()).toBe('none')
    await replays.check(tenantId, 'flows')
    const { accepted } = await accept(['a', 'c'], 'stf_3')
    expect(accepted.map(({ key, by }) => `${key} ${by}`).toSorted()).toEqual(['a stf_1', 'b stf_2', 'c stf_3'])
    await expect(accept(['d'], 'stf_1')).rejects.toEqual(refused('not-found'))
    await expect(
      replays.accept(systemIds.next('tnt'), { what: 'flows', id }, { keys: ['a'], reason: 'x', by: 'y' }),
    ).rejects.toEqual(refused('not-found'))
  })

  it('are looked at while they go on without holding the whole draft against what is live', async () => {
    const { tenantId, replays, begin, needs, timesLookedClosely } = start()
    await begin()
    expect(await needs()).toBe('replay')
    expect(timesLookedClosely()).toBe(0)
    await expect(replays.check(tenantId, 'flows')).rejects.toEqual(refused('not-replayed'))
    expect(timesLookedClosely()).toBe(1)
  })

  it('that broke each time are told of, and another may be begun', async () => {
    const { tenantId, replays, look, begin, run, needs } = start()
    const first = await begin()
    await replays.giveUp(tenantId, first.id)
    expect(await look()).toMatchObject({ needs: 'replay', replay: { state: 'failed' } })
    const second = await begin()
    expect(second).toMatchObject({ state: 'running' })
    await run(second.id, reportOf([]))
    await replays.giveUp(tenantId, second.id)
    expect(await needs()).toBe('none')
  })

  it('hold back what there is no room for in the list, which nobody can accept', async () => {
    const { tenantId, replays, begin, run, needs } = start()
    const { id } = await begin()
    await run(id, { ...worse, unlisted: { open: 3, told: 1 } })
    await replays.accept(tenantId, { what: 'flows', id }, { keys: ['a', 'b'], reason: 'well', by: 'stf_1' })
    expect(await needs()).toBe('word')
    await expect(replays.check(tenantId, 'flows')).rejects.toMatchObject({ errors: [{ path: 'unlisted' }] })
  })

  it('hold back what they did not come to, until somebody accepts that as a whole', async () => {
    const { tenantId, replays, begin, run, needs } = start()
    const accept = (id: string) =>
      replays.accept(
        tenantId,
        { what: 'flows', id },
        { keys: [cutShort], reason: 'the newest are enough', by: 'stf_2' },
      )
    const whole = await begin()
    await run(whole.id, reportOf([]))
    await expect(accept(whole.id)).rejects.toEqual(refused('not-found'))
    const short = await begin()
    await run(short.id, { ...reportOf([]), of: 9 })
    expect(await needs()).toBe('word')
    await expect(replays.check(tenantId, 'flows')).rejects.toMatchObject({
      code: 'not-accepted',
      errors: [{ path: cutShort, message: 'the time was up when 1 of 9 conversations had been taken again' }],
    })
    expect((await accept(short.id)).accepted).toMatchObject([{ key: cutShort, by: 'stf_2' }])
    expect(await needs()).toBe('none')
    // Cut shorter the next time, nobody has said that so few are enough.
    const shorter = await begin()
    await run(shorter.id, { ...reportOf([]), of: 9, turns: 2 })
    expect(await needs()).toBe('word')
  })

  it('keep what was accepted for what stands in it, whatever is replayed in between', async () => {
    const { tenantId, standing, replays, look, begin, run } = start()
    const again = async (groups: ReplayGroup[], subject = 'draft') => {
      const { id } = await begin()
      await run(id, reportOf(groups), subject)
      return (await look()).replay!
    }
    const found = [groupOf('a', 'flow'), groupOf('b', 'flow')]
    const { id } = await again(found)
    const { accepted } = await replays.accept(
      tenantId,
      { what: 'flows', id },
      { keys: ['a', 'b'], reason: 'well', by: 'stf_2' },
    )
    expect(accepted).toHaveLength(2)
    await replays.giveUp(tenantId, (await begin()).id)
    const oftener = [groupOf('a', 'flow'), { ...groupOf('b', 'flow'), turns: 2 }]
    expect((await again(oftener)).accepted).toEqual([{ key: 'a', reason: 'well', by: 'stf_2', at: accepted[0]!.at }])

    // Other words are another draft; the same words again are the one that was looked at.
    standing.candidate = '5'
    expect(await again(found, 'other draft')).toMatchObject({ accepted: [] })
    const version = await replays.start(tenantId, 'ver_2', 'stf_1')
    await run(version.id, reportOf(found), 'ver_2')
    expect(await replays.look(tenantId, 'ver_2')).toMatchObject({ needs: 'word', replay: { accepted: [] } })
    standing.candidate = '6'
    expect((await again(found)).accepted).toEqual(accepted)
    expect(await replays.look(tenantId, 'ver_2')).toMatchObject({ needs: 'word', replay: { id: version.id } })
  })

  it('of a draft that changed meanwhile say nothing, and another takes the place of one that was given up', async () => {
    const { tenantId, standing, replays, look, begin, run, needs, forward } = start()
    const first = await begin()
    await replays.run(tenantId, first.id, async () => {
      standing.candidate = '5'
      return { report: reportOf([]), subject: 'draft' }
    })
    expect(await look()).toEqual({ needs: 'replay', replay: null })
    const second = await begin()
    expect(second.id).not.toBe(first.id)
    forward(600_000)
    expect((await look()).replay).toMatchObject({ id: second.id, state: 'lost' })
    const third = await begin()
    expect(third).toMatchObject({ state: 'running', what: 'flows' })
    // A job that comes late for one that is gone does nothing.
    await run(second.id, worse)
    expect((await look()).replay).toMatchObject({ id: third.id, state: 'running', report: null })
    expect(await needs()).toBe('replay')
  })
})
