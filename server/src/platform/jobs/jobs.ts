/**
 * Durable work, on pg-boss inside the same database: a job added within a transaction exists if and only if it commits.
 * A job runs at least once, jobs of one key one at a time and in order; one that throws is tried again with growing
 * pauses, and parked with its reason after the last try. What a process leaves unfinished by dying is taken up by the next:
 * at once where the database is in the process, and so can have had no other; elsewhere once it was silent for a while.
 */
import { type Kysely, sql, type Transaction } from 'kysely'
import { fromKysely, PgBoss } from 'pg-boss'
import { v7 } from 'uuid'

type Fields = Record<string, string | number>
type Log = { warn(event: string, fields: Fields): void; error(event: string, fields: Fields, cause: unknown): void }
/** A PostgreSQL server is reached by jobs over connections of their own; the embedded engine through its handle. */
type Opened<Tables> = { database: Kysely<Tables>; connectionString: string | undefined }

export type NewJob = { name: string; key: string; body: object }
export type JobKind = {
  name: string
  /** Throwing means: later. */
  run: (body: unknown, attempt: { last: boolean }) => Promise<void>
  /** Cron, for work that comes round; without it, the job is only run when added. */
  schedule?: string
  retryLimit?: number
  /** Seconds after which a job that is still running is taken to be lost; 300 unless said otherwise. */
  expireInSeconds?: number
  /** A job whose process has gone is found out after so many seconds of silence (at least 10); 30 unless said otherwise. */
  heartbeatSeconds?: number
}

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
  const workers = new Map<string, string>()

  async function start(kinds: JobKind[]): Promise<void> {
    await boss.start()
    for (const kind of kinds) await startKind(kind)
  }

  async function startKind(kind: JobKind) {
    const { name, run, schedule, retryLimit = 8, expireInSeconds = 300, heartbeatSeconds = 30 } = kind
    const queue = {
      retryLimit,
      retryDelay: 1,
      retryBackoff: true,
      retryDelayMax: 600,
      expireInSeconds,
      heartbeatSeconds,
      notify: true,
    }
    await boss.createQueue(name, { ...queue, policy: schedule ? 'singleton' : 'key_strict_fifo' })
    if (!opened.connectionString) await takeUpLost(name)
    const polling = { pollingIntervalSeconds: 2, notifyPollingIntervalSeconds: 2, batchSize: 1 }
    const worker = await boss.work(name, { ...polling, includeMetadata: true }, async ([job]) => {
      if (!job) return
      try {
        await run(job.data, { last: job.retryCount >= job.retryLimit })
      } catch (error) {
        log.warn('job-failed', { job: name, id: job.id, attempt: job.retryCount + 1 })
        throw error
      } finally {
        // Where one was, there may be more: without this the next is only looked for at the next round.
        wake(name)
      }
    })
    workers.set(name, worker)
    if (schedule) await boss.schedule(name, schedule)
  }

  /** What was running in this database before the process began is running nowhere. */
  async function takeUpLost(name: string): Promise<void> {
    const { rows } = await runningOf(opened.database, name)
    for (const { id } of rows) await boss.fail(name, id, new Error('Its process ended.'))
  }

  function wake(name: string): void {
    const worker = workers.get(name)
    if (worker) boss.notifyWorker(worker)
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
    /** Lets the worker look at once instead of at its next round. */
    wake,
    /** How many jobs of each name wait to be run. */
    async countWaiting(): Promise<Record<string, number>> {
      const { rows } = await waitingByName(opened.database)
      const none = [...workers.keys()].map((name) => [name, 0] as const)
      return Object.fromEntries([...none, ...rows.map(({ name, count }) => [name, count] as const)])
    },
    /** Lets running jobs finish. */
    stop: () => boss.stop({ graceful: true, timeout: 10_000, close: true }),
  }
}
export type Jobs = ReturnType<typeof createJobs>

const runningOf = <Tables>(database: Kysely<Tables>, name: string) =>
  sql<{ id: string }>`select id from pgboss.job where name = ${name} and state = 'active'`.execute(database)

const waitingByName = <Tables>(database: Kysely<Tables>) =>
  sql<{ name: string; count: number }>`
    select name, count(*)::int as count from pgboss.job
    where state in ('created', 'retry') and name not like '\\_\\_%' group by name`.execute(database)
