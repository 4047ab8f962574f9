/** A PostgreSQL server (15 or newer), for many processes. */
import { Kysely, PostgresDialect, sql } from 'kysely'
import { Pool, types } from 'pg'
import type { OpenDatabase } from './database.ts'

const bigint = 20
const timestamptz = 1184

export async function openPostgres(
  connectionString: string,
  options: { onLost: (error: Error) => void },
): Promise<OpenDatabase> {
  const pool = new Pool({
    connectionString,
    max: 10,
    connectionTimeoutMillis: 5_000,
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
  pool.on('error', options.onLost)
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
    close: () => database.destroy(),
  }
}
