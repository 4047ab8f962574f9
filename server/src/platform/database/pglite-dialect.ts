/**
 * Kysely over the embedded engine. There is one connection, so it is lent to one caller at a time, in order of asking.
 * Who asks for it inside a transaction waits for oneself: that, like anything that holds it too long, ends as an error.
 */
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

const longestWait = 15_000

function createDriver(engine: Engine): Driver {
  const line = createLine(longestWait)
  let inTransaction = false

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
      await line.enter()
      return connection
    },
    async beginTransaction() {
      await run('begin')
      inTransaction = true
    },
    async commitTransaction() {
      inTransaction = false
      await run('commit')
    },
    async rollbackTransaction() {
      inTransaction = false
      await run('rollback')
    },
    releaseConnection: async () => line.leave(),
    destroy: () => engine.close(),
  }
}

/** One at a time, in order of coming; who has waited for `longest` milliseconds is refused. */
function createLine(longest: number) {
  const waiting = new Set<() => void>()
  let busy = false
  return {
    enter(): Promise<void> {
      if (!busy) {
        busy = true
        return Promise.resolve()
      }
      return new Promise((resolve, reject) => {
        const come = () => {
          clearTimeout(timer)
          waiting.delete(come)
          resolve()
        }
        const timer = setTimeout(() => {
          waiting.delete(come)
          reject(new Error('The database engine was busy for too long'))
        }, longest)
        waiting.add(come)
      })
    },
    leave(): void {
      const next = waiting.values().next().value
      if (next) next()
      else busy = false
    },
  }
}
