import { sql } from 'kysely'
import { afterEach, expect, it } from 'vitest'
import { onBothDatabases } from '../database/database.testing.ts'
import { createJobs, type JobKind, type Jobs, type NewJob } from './jobs.ts'

onBothDatabases('jobs', (opened) => {
  const started: Jobs[] = []
  afterEach(() => Promise.all(started.splice(0).map((jobs) => jobs.stop())))

  /** Jobs of a kind of their own for each test, and what was logged about them. */
  let names = 0
  async function start(run: JobKind['run'], { name = `kind-${++names}`, ...more }: Partial<Omit<JobKind, 'run'>> = {}) {
    const logged: { event: string; job?: unknown; attempt?: unknown }[] = []
    const warn = (event: string, fields: object) => void logged.push({ event, ...fields })
    const jobs = createJobs({ opened: opened(), log: { warn, error: warn } })
    started.push(jobs)
    await jobs.start([{ name, run, ...more }])
    return { jobs, name, logged }
  }
  const add = (jobs: Jobs, added: NewJob[], { fail = false } = {}) =>
    opened()
      .database.transaction()
      .execute(async (transaction) => {
        await jobs.addWithin(transaction, added)
        if (fail) throw new Error('rolled back')
      })

  it('run at once after their transaction has committed, and never when it was rolled back', async () => {
    const done: unknown[] = []
    const { jobs, name } = await start(async (body) => void done.push(body))
    await expect(add(jobs, [{ name, key: 'k', body: { number: 0 } }], { fail: true })).rejects.toThrow('rolled back')
    await add(jobs, [{ name, key: 'k', body: { number: 1 } }])
    jobs.wake(name)
    await expect.poll(() => done).toEqual([{ number: 1 }])
    await add(jobs, [{ name, key: 'k', body: { number: 2 } }])
    jobs.wake(name)
    await expect.poll(() => done).toEqual([{ number: 1 }, { number: 2 }])
  })

  it('that come round by the clock run once more when asked, at once', async () => {
    let rounds = 0
    const { jobs, name } = await start(async () => void rounds++, { schedule: '0 0 1 1 *' })
    await jobs.runSoon(name)
    await expect.poll(() => rounds).toBe(1)
    await jobs.runSoon(name)
    await expect.poll(() => rounds).toBe(2)
  })

  it('of different keys run at once, as many as were asked for', async () => {
    let running = 0
    const { promise, resolve } = Promise.withResolvers<void>()
    const { jobs, name } = await start(
      async () => {
        if (++running === 2) resolve()
        await promise
      },
      { atOnce: 2 },
    )
    await add(
      jobs,
      ['a', 'b'].map((key) => ({ name, key, body: {} })),
    )
    jobs.wake(name)
    await promise
    expect(running).toBe(2)
  })

  it('run also when nobody was awake', async () => {
    const done: unknown[] = []
    const { jobs, name } = await start(async (body) => void done.push(body))
    await add(jobs, [{ name, key: 'k', body: { number: 1 } }])
    await expect.poll(() => done).toHaveLength(1)
  })

  it('of one key run one at a time, in the order in which they were added', async () => {
    const done: string[] = []
    let running = 0
    let most = 0
    const { jobs, name } = await start(async (body) => {
      most = Math.max(most, ++running)
      await Promise.resolve()
      done.push((body as { text: string }).text)
      running--
    })
    const texts = Array.from({ length: 12 }, (_, index) => `${index % 3}:${index}`)
    const added = texts.map((text) => ({ name, key: text.split(':')[0]!, body: { text } }))
    for (const some of [added.slice(0, 2), added.slice(2, 9), added.slice(9)]) await add(jobs, some)
    jobs.wake(name)
    await expect.poll(() => done.length).toBe(texts.length)
    const ofKey = (list: string[], key: string) => list.filter((text) => text.startsWith(key))
    for (const key of ['0', '1', '2']) expect(ofKey(done, key)).toEqual(ofKey(texts, key))
    expect(most).toBe(1)
  })

  it('that fail are tried again, those behind them of the same key wait, and the last try knows that it is the last', async () => {
    const tries: [number, boolean][] = []
    const { jobs, name, logged } = await start(
      async (body, { last }) => {
        const { number } = body as { number: number }
        tries.push([number, last])
        if (number === 1 && !last) throw new Error('busy')
      },
      { retryLimit: 1 },
    )
    await add(jobs, [
      { name, key: 'k', body: { number: 1 } },
      { name, key: 'k', body: { number: 2 } },
    ])
    jobs.wake(name)
    await expect
      .poll(() => tries)
      .toEqual([
        [1, false],
        [1, true],
        [2, false],
      ])
    expect(logged).toMatchObject([{ event: 'job-failed', job: name, attempt: 1 }])
  })

  it('that fail to the last are parked with their reason, which is not logged', async () => {
    const { jobs, name, logged } = await start(() => Promise.reject(new Error('the reason')), { retryLimit: 0 })
    await add(jobs, [{ name, key: 'k', body: {} }])
    jobs.wake(name)
    const parked = async () =>
      (
        await sql<{ state: string; output: object }>`select state, output from pgboss.job where name = ${name}`.execute(
          opened().database,
        )
      ).rows
    await expect.poll(parked).toMatchObject([{ state: 'failed', output: { message: 'the reason' } }])
    expect(JSON.stringify(logged)).not.toContain('the reason')
    expect((await jobs.countWaiting())[name]).toBe(0)
  })

  it('that fail to the last hold up none behind them, nor those that come later, and are told of', async () => {
    const done: number[] = []
    const told: unknown[] = []
    const run = async (body: unknown) => {
      const { number } = body as { number: number }
      if (number === 1) throw new Error('the reason')
      done.push(number)
    }
    const { jobs, name, logged } = await start(run, { retryLimit: 0, onGivenUp: async (body) => void told.push(body) })
    const of = (number: number): NewJob => ({ name, key: 'k', body: { number } })
    await add(jobs, [of(1), of(2)])
    jobs.wake(name)
    await expect.poll(() => done).toEqual([2])
    await add(jobs, [of(3)])
    jobs.wake(name)
    await expect.poll(() => done).toEqual([2, 3])
    await expect.poll(() => told).toEqual([{ number: 1 }])
    const events = logged.filter(({ job }) => job === name).map(({ event }) => event)
    expect(events).toEqual(['job-failed', 'job-given-up'])
  })

  it('that never come to their end are given up, and hold up none behind them', async () => {
    const { promise: never, resolve: end } = Promise.withResolvers<void>()
    const done: number[] = []
    const told: unknown[] = []
    const { jobs, name } = await start(
      (body) => {
        const { number } = body as { number: number }
        if (number === 1) return never
        done.push(number)
        return Promise.resolve()
      },
      { retryLimit: 0, expireInSeconds: 1, onGivenUp: async (body) => void told.push(body) },
    )
    await add(
      jobs,
      [1, 2].map((number) => ({ name, key: 'k', body: { number } })),
    )
    jobs.wake(name)
    await expect.poll(() => told).toEqual([{ number: 1 }])
    await expect.poll(() => done).toEqual([2])
    end()
  })

  it('of a key that one which failed had held up before are run once the next process begins', async () => {
    const first = await start(() => Promise.resolve(), { retryLimit: 0 })
    await first.jobs.stop()
    const { name } = first
    const elsewhere = await start(() => Promise.resolve())
    const failed: NewJob = { name, key: 'k', body: { number: 1 } }
    await add(elsewhere.jobs, [failed])
    await sql`update pgboss.job set state = 'failed' where name = ${name}`.execute(opened().database)
    await add(elsewhere.jobs, [{ ...failed, body: { number: 2 } }])
    const done: unknown[] = []
    await start(async (body) => void done.push(body), { name })
    await expect.poll(() => done).toEqual([{ number: 2 }])
  })

  it('left unfinished by a process that died are taken up as soon as the next begins, where there is but one', async () => {
    if (opened().connectionString) return
    const tries: string[] = []
    const { promise: never, resolve: end } = Promise.withResolvers<void>()
    const { jobs, name } = await start(() => {
      tries.push('lost')
      return never
    })
    await add(jobs, [{ name, key: 'k', body: {} }])
    jobs.wake(name)
    await expect.poll(() => tries).toEqual(['lost'])
    await start(async () => void tries.push('taken up'), { name })
    await expect.poll(() => tries).toEqual(['lost', 'taken up'])
    end()
  })

  it('break off where they listen when their process stops, without a word, and are run by the next', async () => {
    const tries: string[] = []
    const { jobs, name, logged } = await start(async (_body, { stopping }) => {
      tries.push('broke off')
      await new Promise((_, reject) => stopping.addEventListener('abort', reject))
    })
    await add(jobs, [{ name, key: 'k', body: {} }])
    jobs.wake(name)
    await expect.poll(() => tries).toEqual(['broke off'])
    await jobs.stop()
    await start(async () => void tries.push('taken up'), { name })
    await expect.poll(() => tries).toEqual(['broke off', 'taken up'])
    expect(logged).toEqual([])
  })

  it('are counted while they wait', async () => {
    const { promise: may, resolve: go } = Promise.withResolvers<void>()
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>()
    const { jobs, name } = await start(async () => {
      begin()
      await may
    })
    expect((await jobs.countWaiting())[name]).toBe(0)
    const body = {}
    await add(
      jobs,
      [1, 2, 3].map((number) => ({ name, key: `k${number}`, body })),
    )
    jobs.wake(name)
    await begun
    expect((await jobs.countWaiting())[name]).toBe(2)
    go()
    await expect.poll(async () => (await jobs.countWaiting())[name]).toBe(0)
  })

  it('that are running are finished before a stop is done', async () => {
    const { promise: may, resolve: go } = Promise.withResolvers<void>()
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>()
    let finished = false
    const { jobs, name } = await start(async () => {
      begin()
      await may
      finished = true
    })
    await add(jobs, [{ name, key: 'k', body: {} }])
    jobs.wake(name)
    await begun
    const stopped = jobs.stop().then(() => finished)
    go()
    expect(await stopped).toBe(true)
  })

  it('that nobody ran while their process was stopped are run by the next', async () => {
    const first = await start(() => Promise.resolve())
    await first.jobs.stop()
    const { name } = first
    const elsewhere = await start(() => Promise.resolve())
    await add(elsewhere.jobs, [{ name, key: 'k', body: { left: true } }])
    expect((await elsewhere.jobs.countWaiting())[name]).toBe(1)
    const done: unknown[] = []
    await start(async (body) => void done.push(body), { name })
    await expect.poll(() => done).toEqual([{ left: true }])
  })
})
