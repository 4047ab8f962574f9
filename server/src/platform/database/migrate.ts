/** Brings the database to the form that the SQL files in `folder` describe, each once, in order of their names. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import type { Database } from './database.ts'

/** Several processes may call this at once; one works, the others wait. */
export async function migrate(database: Database, folder: string): Promise<void> {
  const migrator = new Migrator({ db: database, provider: { getMigrations: async () => readMigrations(folder) } })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error
}

function readMigrations(folder: string): Record<string, Migration> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.sql'))
  return Object.fromEntries(
    files.map((name) => [
      name.replace('.sql', ''),
      { up: async (database) => void (await sql.raw(readFileSync(join(folder, name), 'utf8')).execute(database)) },
    ]),
  )
}
