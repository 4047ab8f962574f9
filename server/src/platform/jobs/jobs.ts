/**
 * Durable work, on pg-boss inside the same database: a job added within a transaction exists if and only if it commits.
 * A job runs at least once, jobs of one key one at a time and in order; one that throws is tried again with growing
 * pauses, and parked with its reason after the last try, where it holds up none of those behind it. What a process leaves unfinished by dying is taken up by the next:
 * at once where the database is in the process, and so can have had no other; elsewhere once it was silent for a while.
 */
import { type Kysely, sql, type Transaction } from 'kysely'
import { fromKysely, PgBoss } from 'pg-boss'
import { v7 } from 'uuid'

type Fields = Record<string, string | number>
type Tell = (event: string, fields: Fields, cause: unknown) => void
type Log = { warn: Tell; error: Tell }
/** A PostgreSQL server is reached by jobs over connections of their own; the embedded engine through its handle. */
type Opened<Tables> = { database: Kysely<Tables>; connectionString: string | undefined }

export type NewJob = { name: string; key: string; body: object }
export type JobKind = {
  name: string
  /** Throwing means: later. What takes long ends, by throwing, once the process is `stopping`: it is run again elsewhere, or by the next. */
  run: (body: unknown, attempt: { last: boolean; stopping: AbortSignal }) => Promise<void>
  /** Told, at least once, that a job was given up: it threw to the last, or did not come to its end in time. Throwing means: later. */
  onGivenUp?: (body: unknown) => Promise<void>
  /** Cron, for work that comes round; without it, the job is only run when added. */
  schedule?: string
  retryLimit?: number
  /** Seconds after which a job that is still running is taken to be lost; 300 unless said otherwise. */
  expireInSeconds?: number
  /** A job whose process has gone is found out after so many seconds of silence (at least 10); 30 unless said otherwise. */
  heartbeatSeconds?: number
  /** How many of this kind run at once in a process, of different keys; 1 unless said otherwise. */
  atOnce?: number
}

/** What was given up comes here: it is told of, and its key is let go. */
const givenUp = 'given-up'

export function createJobs<All>({ opened, log }: { opened: Opened<All>; log: Log }) {
  const boss = new PgBoss({
    ...(opened.connectionString
      ? { connectionString: opened.connectionString, max: 3, useListenNotify: true }
      : { db: fromKysely(opened.database as never), backend: 'pglite' as const }),
    application_name: 'lingxi-jobs',
    schedule: true,
    supervise: true,
  })
  boss.on('error', (error) => log.error('jobs-failed', {}, error))
  const workers = new Map<string, string[]>()
  const stop = new AbortController()

  async function start(kinds: JobKind[]): Promise<void> {
    await boss.start()
    await boss.createQueue(givenUp, { retryLimit: 8, retryDelay: 1, retryBackoff: true })
    for (const kind of kinds) await startKind(kind)
    await workOnGivenUp(kinds)
  }

  /** A job that failed for good would hold up its key as long as it is kept. */
  async function workOnGivenUp(kinds: JobKind[]): Promise<void> {
    const ofName = new Map(kinds.map((kind) => [kind.name, kind]))
    await boss.work(givenUp, { ...polling, includeMetadata: true }, async ([job]) => {
      if (!job?.sourceName) return
      const { sourceName: name, sourceId: id } = job
      await letKeysGo(opened.database, name)
      wake(name)
      log.error('job-given-up', { job: name, id: id ?? '' }, undefined)
      await ofName.get(name)?.onGivenUp?.(job.data)
    })
  }

  async function startKind(kind: JobKind) {
    const { name, run, schedule, retryLimit = 8, expireInSeconds = 300, heartbeatSeconds = 30, atOnce = 1 } = kind
    const queue = {
      retryLimit,
      retryDelay: 1,
      retryBackoff: true,
      retryDelayMax: 600,
      expireInSeconds,
      heartbeatSeconds,
      notify: true,
      ...(!schedule && { deadLetter: givenUp }),
    }
    const policy = schedule ? ('singleton' as const) : ('key_strict_fifo' as const)
    await boss.createQueue(name, { ...queue, policy })
    // A queue that is there already stays as it was made.
    await boss.updateQueue(name, queue)
    await letKeysGo(opened.database, name)
    if (!opened.connectionString) await takeUpLost(name)
    const work = () =>
      boss.work(name, { ...polling, includeMetadata: true }, async ([job]) => {
        if (!job) return
        try {
          await run(job.data, { last: job.retryCount >= job.retryLimit, stopping: stop.signal })
        } catch (error) {
          if (!stop.signal.aborted)
            log.warn('job-failed', { job: name, id: job.id, attempt: job.retryCount + 1 }, error)
          throw error
        } finally {
          // Where one was, there may be more: without this the next is only looked for at the next round.
          wake(name)
        }
      })
    workers.set(name, await Promise.all(Array.from({ length: atOnce }, work)))
    if (schedule) await boss.schedule(name, schedule)
  }

  /** What was running in this database before the process began is running nowhere. */
  async function takeUpLost(name: string): Promise<void> {
    const { rows } = await runningOf(opened.database, name)
    for (const { id } of rows) await boss.fail(name, id, new Error('Its process ended.'))
  }

  function wake(name: string): void {
    for (const worker of workers.get(name) ?? []) boss.notifyWorker(worker)
  }

  return {
    start,
    /** Adds jobs in the caller's transaction, to be run in this order. Call `wake` after it has committed. */
    async addWithin<Tables>(transaction: Transaction<Tables>, jobs: NewJob[]): Promise<void> {
      const db = fromKysely(transaction as never)
      for (const [name, ofName] of Map.groupBy(jobs, (job) => job.name))
        await boss.insert(
          name,
          // Added at one instant, they are run in the order of their ids, which sort by when they were made.
          ofName.map(({ key, body }) => ({ id: v7(), data: body, singletonKey: key })),
          { db },
        )
    },
    /** Runs once more, now, what comes round by the clock. */
    async runSoon(name: string): Promise<void> {
      await boss.insert(name, [{ id: v7(), singletonKey: 'soon' }], { db: fromKysely(opened.database as never) })
      wake(name)
    },
    /** Lets the worker look at once instead of at its next round. */
    wake,
    /** How many jobs of each name wait to be run. */
    async countWaiting(): Promise<Record<string, number>> {
      const { rows } = await waitingByName(opened.database)
      const none = [...workers.keys()].map((name) => [name, 0] as const)
      return Object.fromEntries([...none, ...rows.map(({ name, count }) => [name, count] as const)])
    },
    /** Lets running jobs finish, or break off where they would take long. */
    stop() {
      stop.abort()
      return boss.stop({ graceful: true, timeout: 10_000, close: true })
    },
  }
}
export type Jobs = ReturnType<typeof createJobs>

const polling = { pollingIntervalSeconds: 2, notifyPollingIntervalSeconds: 2, batchSize: 1 }

/** pg-boss fetches nothing of a key of which a job has failed: from then on each that did has a key of its own. */
const letKeysGo = <Tables>(database: Kysely<Tables>, name: string) =>
  sql`
    update pgboss.job set singleton_key = id::text
    where name = ${name} and state = 'failed' and policy = 'key_strict_fifo' and singleton_key <> id::text`.execute(
    database,
  )

const runningOf = <Tables>(database: Kysely<Tables>, name: string) =>
  sql<{ id: string }>`select id from pgboss.job where name = ${name} and state = 'active'`.execute(database)

const waitingByName = <Tables>(database: Kysely<Tables>) =>
  sql<{ name: string; count: number }>`
    select name, count(*)::int as count from pgboss.job
    where state in ('created', 'retry') and name not like '\\_\\_%' group by name`.execute(database)
