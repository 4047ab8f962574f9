/** A PostgreSQL server (15 or newer), for many processes. */
import { Kysely, PostgresDialect, sql } from 'kysely'
import { Pool, types } from 'pg'
import type { OpenDatabase } from './database.ts'

const bigint = 20
const timestamptz = 1184

export async function openPostgres(
  connectionString: string,
  /** `connectWithin`: how many milliseconds somebody waits for a connection before they are told that there is none. */
  { onLost, connectWithin = 5_000 }: { onLost: (error: Error) => void; connectWithin?: number },
): Promise<OpenDatabase> {
  const pool = new Pool({
    connectionString,
    max: 10,
    connectionTimeoutMillis: connectWithin,
    application_name: 'lingxi',
    types: {
      getTypeParser: ((oid: number, format?: 'text') => {
        if (oid === bigint) return Number
        if (oid === timestamptz) return (text: string) => new Date(text).toISOString()
        return types.getTypeParser(oid, format)
      }) as typeof types.getTypeParser,
    },
  })
  // A pool without this listener ends the process when an idle connection breaks.
  pool.on('error', onLost)
  // And a connection without one when it breaks while it is lent out, between two statements of a transaction.
  pool.on('connect', (client) => void client.on('error', () => undefined))
  const database = new Kysely<object>({ dialect: new PostgresDialect({ pool }) })
  return {
    kind: 'postgresql',
    database,
    connectionString,
    async ping() {
      await sql`select 1`.execute(database)
    },
    /** The lock is the connection's, which does nothing else meanwhile. */
    alone: (name, work) =>
      database.connection().execute(async (connection) => {
        await sql`select pg_advisory_lock(hashtext(${name}))`.execute(connection)
        try {
          return await work()
        } finally {
          await sql`select pg_advisory_unlock(hashtext(${name}))`.execute(connection)
        }
      }),
    close: () => database.destroy(),
  }
}
