/**
 * Kysely over the embedded engine. There is one connection, so it is lent to one caller at a time, in order of asking;
 * asking for it inside a transaction would wait for oneself for ever, and is refused instead.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import type { Engine } from './pglite-thread.ts'

export function createPgliteDialect(engine: Engine): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => createDriver(engine),
    createIntrospector: (database) => new PostgresIntrospector(database),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  }
}

function createDriver(engine: Engine): Driver {
  let tail = Promise.resolve()
  let give: (() => void) | undefined
  let inTransaction = false
  const holding = new AsyncLocalStorage<boolean>()

  const run = (sql: string) => engine.execute(sql, []).then(() => undefined)
  const connection: DatabaseConnection = {
    async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
      try {
        const { rows, affected } = await engine.execute(sql, [...parameters])
        return { rows: rows as Row[], numAffectedRows: BigInt(affected) }
      } catch (error) {
        // Several statements in one text may leave their own BEGIN open behind them.
        if (!inTransaction) await run('rollback').catch(() => undefined)
        throw error
      }
    },
    streamQuery() {
      throw new Error('The embedded database does not stream')
    },
  }

  return {
    async init() {},
    async acquireConnection() {
      if (holding.getStore() && inTransaction) throw new Error('A transaction may only use its own handle')
      const before = tail
      const { promise, resolve } = Promise.withResolvers<void>()
      tail = promise
      await before
      give = resolve
      return connection
    },
    async beginTransaction() {
      await run('begin')
      inTransaction = true
      holding.enterWith(true)
    },
    async commitTransaction() {
      inTransaction = false
      await run('commit')
    },
    async rollbackTransaction() {
      inTransaction = false
      await run('rollback')
    },
    async releaseConnection() {
      give?.()
    },
    async destroy() {
      await engine.close()
    },
  }
}
