/**
 * One SQL dialect, two engines: PostgreSQL embedded in this process (PGlite), or a PostgreSQL server.
 * Promises: a transaction is alone with its statements and rolled back when its function throws; what is committed
 * survives a crash; instants come back as ISO strings, 64-bit integers as numbers. A transaction must not wait for
 * anything but the database: the embedded engine has one connection.
 */
import type { Kysely, Transaction } from 'kysely'

// Each store names its own tables; the handle itself knows none.
// biome-ignore lint/complexity/noBannedTypes: no tables
export type Database = Kysely<{}>
export type DatabaseTransaction<Tables> = Transaction<Tables>

export type OpenDatabase = {
  kind: 'embedded' | 'postgresql'
  database: Database
  /** For parts that need a connection of their own (jobs, signals); absent when embedded. */
  connectionString: string | undefined
  /** Resolves when the engine answers; rejects when it does not within the limit. */
  ping(): Promise<void>
  /**
   * Does something while no other process does what bears the same name: they wait. Who dies or loses the database lets go.
   * The embedded engine has no other process.
   */
  alone<Result>(name: string, work: () => Promise<Result>): Promise<Result>
  close(): Promise<void>
}

/** The same database, seen with the tables of one store. */
export const withTables = <Tables>(database: Database) => database as unknown as Kysely<Tables>

export { findRows, readRows, type Row, type RowHandle, type RowTable, writeRows } from './json-rows.ts'

/** Whether an error says that a unique index refused a row (SQLSTATE 23505). */
export const isUniqueViolation = (error: unknown) => hasCode(error, ['23505'])

/** Whether trying the transaction again may succeed: serialisation failure, deadlock, unique violation by a neighbour. */
export const isWorthRetrying = (error: unknown) => hasCode(error, ['40001', '40P01', '23505'])

/**
 * A transaction once more where a neighbour came in its way, `most` times in all: it then finds what that one has written.
 * What it does has to be in the database alone.
 */
export async function tryAgain<Result>(transaction: () => Promise<Result>, most = 3): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await transaction()
    } catch (error) {
      if (attempt >= most || !isWorthRetrying(error)) throw error
    }
  }
}

/** Whether the engine could not be reached or went away, as opposed to refusing a statement. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (
    hasCode(error, [
      'ECONNREFUSED',
      'ECONNRESET',
      'EPIPE',
      'ENOTFOUND',
      'ETIMEDOUT',
      '57P01',
      '57P02',
      '57P03',
      '53300',
      '08006',
      '08001',
    ])
  )
    return true
  return /Connection terminated|not queryable|Client was closed|Connection ended unexpectedly|connection timeout|timeout exceeded when trying to connect|Query read timeout|database engine (?:has stopped|was busy)|driver has already been destroyed/i.test(
    error.message,
  )
}

function hasCode(error: unknown, codes: string[]): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && codes.includes(error.code)
}
