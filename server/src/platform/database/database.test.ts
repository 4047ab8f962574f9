import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { describe, expect, it, vi } from 'vitest'
import { onBothDatabases, openTestPglite, serverUrl } from './database.testing.ts'
import { isUnavailable, isUniqueViolation, isWorthRetrying, withTables } from './database.ts'
import { migrate } from './migrate.ts'
import { openPostgres } from './postgres.ts'

type Tables = { notes: { name: string; count: number } }

onBothDatabases('the database', (opened) => {
  const tables = () => withTables<Tables>(opened().database)
  const names = async () =>
    (await tables().selectFrom('notes').select('name').orderBy('name').execute()).map(({ name }) => name)
  const within = <Result>(work: (transaction: Kysely<Tables>) => Promise<Result>) =>
    tables().transaction().execute(work)
  const add = (handle: Kysely<Tables>, name: string) => handle.insertInto('notes').values({ name, count: 1 }).execute()

  it('keeps all of a transaction, or nothing when its function throws', async () => {
    await sql`create table notes (name text primary key, count bigint not null)`.execute(opened().database)
    await within((transaction) => add(transaction, 'kept'))
    const broken = within(async (transaction) => {
      await add(transaction, 'dropped')
      throw new Error('half-way')
    })
    await expect(broken).rejects.toThrow('half-way')
    expect(await names()).toEqual(['kept'])
  })

  it('keeps transactions that run at once apart', async () => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) =>
        within(async (transaction) => {
          await add(transaction, `many-${index}`)
          await add(transaction, `many-${index}-again`)
          if (index % 2) throw new Error('odd')
        }),
      ),
    )
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(10)
    const even = Array.from({ length: 10 }, (_, index) => [`many-${2 * index}`, `many-${2 * index}-again`]).flat()
    expect(await names()).toEqual(['kept', ...even].toSorted())
  })

  it('shows others nothing of a transaction before it is committed', async () => {
    const { promise: looked, resolve: look } = Promise.withResolvers<string[]>()
    await within(async (transaction) => {
      await add(transaction, 'not yet')
      // Asked meanwhile; answered before the commit on a server, and after it by the one connection that is embedded.
      void names().then(look)
      await transaction.deleteFrom('notes').where('name', '=', 'not yet').execute()
    })
    expect(await looked).not.toContain('not yet')
  })

  it('goes on after a refused statement, in and outside of a transaction', async () => {
    const refused = within((transaction) => add(transaction, 'kept')).catch((error: unknown) => error)
    const outside = add(tables(), 'kept').catch((error: unknown) => error)
    for (const error of await Promise.all([refused, outside])) {
      expect([isUniqueViolation(error), isWorthRetrying(error), isUnavailable(error)]).toEqual([true, true, false])
    }
    const nonsense = await sql`select nonsense`.execute(opened().database).catch((error: unknown) => error)
    expect([isUniqueViolation(nonsense), isWorthRetrying(nonsense), isUnavailable(nonsense)]).toEqual([
      false,
      false,
      false,
    ])
    expect(await names()).toContain('kept')
  })

  it('gives instants as ISO text in UTC, and 64-bit integers as numbers', async () => {
    const { rows } = await sql`select timestamptz '2026-01-05 16:00:00.5+08' as at, 9007199254740991::int8 as large,
      count(*) as count, jsonb_build_object('a', 1) as json, null::timestamptz as never from notes where false`.execute(
      opened().database,
    )
    const [row] = rows
    expect(row).toEqual({
      at: '2026-01-05T08:00:00.500Z',
      large: 9007199254740991,
      count: 0,
      json: { a: 1 },
      never: null,
    })
    const given = await sql`select ${'2026-01-05T08:00:00.500Z'}::timestamptz as at`.execute(opened().database)
    expect(given.rows).toEqual([{ at: '2026-01-05T08:00:00.500Z' }])
  })

  it('keeps any text as it is, and says how many rows a statement touched', async () => {
    const text = `'; drop table notes; -- \\ $1 ? %s \u{1f600} ‮ \t\r\n "`
    await add(tables(), text)
    const updated = await tables().updateTable('notes').set({ count: 2 }).where('name', '=', text).executeTakeFirst()
    expect(updated.numUpdatedRows).toBe(1n)
    const deleted = await tables().deleteFrom('notes').where('name', '=', text).returning('name').execute()
    expect(deleted).toEqual([{ name: text }])
  })

  it('answers a ping', async () => {
    await opened().ping()
  })
})

onBothDatabases('migrations', (opened) => {
  it('are done once each, several statements and several processes at once, and a broken one leaves nothing', async () => {
    const { database } = opened()
    const folder = mkdtempSync(join(tmpdir(), 'lingxi-migrations-'))
    const write = (file: string, text: string) => writeFileSync(join(folder, file), text)
    const count = async () =>
      (await sql<{ count: number }>`select count(*) as count from one`.execute(database)).rows[0]?.count
    await sql.raw('drop schema public cascade; create schema public').execute(database)

    write('0001-one.sql', "create table one (name text); -- a ; in a comment\ninsert into one values ('a;b'), ('c');")
    write('0002-two.sql', 'create table two (name text);\ncreate index two_by_name on two (name);')
    write('notes.txt', 'not a migration')
    await Promise.all([migrate(database, folder), migrate(database, folder)])
    await migrate(database, folder)
    expect(await count()).toBe(2)

    write('0003-broken.sql', "insert into one values ('d'); insert into nowhere values (1);")
    await expect(migrate(database, folder)).rejects.toThrow('nowhere')
    expect(await count()).toBe(2)
    write('0003-broken.sql', "insert into one values ('d');")
    await migrate(database, folder)
    expect(await count()).toBe(3)
    rmSync(folder, { recursive: true })
  })
})

describe('the embedded database', () => {
  it('refuses a transaction that waits for a connection outside of it, and works on', async () => {
    const { database, close } = await openTestPglite()
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      const stuck = database.transaction().execute(async () => {
        const outside = sql`select 1`.execute(database)
        vi.advanceTimersByTime(60_000)
        await outside
      })
      const error = await stuck.catch((reason: unknown) => reason)
      expect(error).toMatchObject({ message: expect.stringContaining('busy') })
      expect(isUnavailable(error)).toBe(true)
    } finally {
      vi.useRealTimers()
    }
    await sql`select 1`.execute(database)
    await close()
  })

  it('leaves nothing open behind when a text of several statements fails half-way', async () => {
    const { database, close, ping } = await openTestPglite()
    await expect(sql.raw('begin; select 1; select nonsense; commit').execute(database)).rejects.toThrow('nonsense')
    await ping()
    await close()
  })

  it('is unavailable once it is closed', async () => {
    const { database, close, ping } = await openTestPglite()
    await close()
    for (const ask of [ping, () => sql`select 1`.execute(database)])
      expect(isUnavailable(await ask().catch((error: unknown) => error))).toBe(true)
  })
})

describe.skipIf(!serverUrl)('a PostgreSQL server', () => {
  it('is unavailable while a connection is cut, and available again', async () => {
    const lost: Error[] = []
    const opened = await openPostgres(serverUrl!, { onLost: (error) => lost.push(error) })
    const cut = opened.database.transaction().execute(async (transaction) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(transaction)
      await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(opened.database)
      await sql`select 1`.execute(transaction)
    })
    expect(isUnavailable(await cut.catch((error: unknown) => error))).toBe(true)
    await opened.ping()
    await opened.close()
  })

  it('lets one of several processes do what bears a name, whether it succeeds or not', async () => {
    const processes = await Promise.all([1, 2, 3].map(() => openPostgres(serverUrl!, { onLost: () => undefined })))
    const at = new Set<number>()
    const done: number[] = []
    const works = processes.map(({ alone, ping }, number) =>
      alone('a test of being alone', async () => {
        at.add(number)
        for (let count = 0; count < 5; count++) {
          await ping()
          expect([...at]).toEqual([number])
        }
        at.delete(number)
        if (number === 1) throw new Error('half-way')
        done.push(number)
      }),
    )
    const outcomes = await Promise.allSettled(works)
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(done.toSorted()).toEqual([0, 2])
    await Promise.all(processes.map(({ close }) => close()))
  })

  it('is unavailable when nobody listens', async () => {
    const nowhere = await openPostgres('postgres://lingxi@127.0.0.1:1/none', { onLost: () => undefined })
    expect(isUnavailable(await nowhere.ping().catch((error: unknown) => error))).toBe(true)
    await nowhere.close()
  })
})
