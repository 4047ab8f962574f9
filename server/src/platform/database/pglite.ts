/** The embedded database: one process, one folder, which it locks. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Kysely, sql } from 'kysely'
import type { OpenDatabase } from './database.ts'
import { lockFolder } from './folder-lock.ts'
import { createPgliteDialect } from './pglite-dialect.ts'
import { startEngine } from './pglite-thread.ts'

/**
 * Opens (and at first creates) the database in `folder`, or one in memory without it.
 * Throws `FolderInUse` when a living process has the folder.
 */
export async function openPglite(
  folder: string | undefined,
  options: { durable: boolean; onLost?: (error: Error) => void } = { durable: true },
): Promise<OpenDatabase> {
  const place = folder && join(folder, 'database')
  if (place) mkdirSync(place, { recursive: true })
  const unlock = folder ? lockFolder(folder) : () => undefined
  try {
    const engine = await startEngine({ folder: place, ...options })
    const database = new Kysely<object>({ dialect: createPgliteDialect(engine) })
    return {
      kind: 'embedded',
      database,
      connectionString: undefined,
      async ping() {
        await sql`select 1`.execute(database)
      },
      alone: (_name, work) => work(),
      async close() {
        await database.destroy()
        // A handle that was never asked anything does not close what is below it.
        await engine.close()
        unlock()
      },
    }
  } catch (error) {
    unlock()
    throw error
  }
}
