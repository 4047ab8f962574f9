/** Databases for tests: both engines, each with the migrations done. A test takes a tenant of its own, not a database. */
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe } from 'vitest'
import type { OpenDatabase } from './database.ts'
import { migrate } from './migrate.ts'
import { openPglite } from './pglite.ts'
import { createPostgresCopy } from './postgres-copies.testing.ts'

const migrations = join(import.meta.dirname, '../../../migrations')
/** Set by the global set-up: a PostgreSQL server to make databases on, a migrated one there, and a folder with a migrated embedded one. */
export const serverUrl = process.env['LINGXI_TEST_POSTGRES']
const postgresTemplate = process.env['LINGXI_TEST_POSTGRES_TEMPLATE']
const template = process.env['LINGXI_TEST_TEMPLATE']

/** A new folder with an embedded database in it. To create one takes seconds, so it is copied. */
export function aDataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lingxi-test-'))
  if (template && existsSync(template)) cpSync(template, folder, { recursive: true })
  return folder
}

export async function openTestPglite(options = { durable: false }): Promise<OpenDatabase> {
  const folder = aDataFolder()
  const opened = await openPglite(folder, options)
  if (!template) await migrate(opened.database, migrations)
  return {
    ...opened,
    async close() {
      await opened.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export async function openTestPostgres(): Promise<OpenDatabase> {
  if (!serverUrl) throw new Error('LINGXI_TEST_POSTGRES is not set')
  const name = `test_${process.pid}_${performance.now().toString(36).replace('.', '')}`
  const copy = await createPostgresCopy(serverUrl, name, postgresTemplate)
  if (!postgresTemplate) await migrate(copy.database, migrations)
  return copy
}

const engines = [
  { name: 'embedded', open: () => openTestPglite(), absent: false },
  { name: 'postgresql', open: openTestPostgres, absent: !serverUrl },
]

/** Runs a suite once on each engine. Where no PostgreSQL was prepared the suite is skipped, and says so. */
export function onBothDatabases(title: string, suite: (opened: () => OpenDatabase) => void): void {
  for (const { name, open, absent } of engines) {
    describe.skipIf(absent)(`${title} on ${name}`, async () => {
      const opened = absent ? undefined : await open()
      afterAll(() => opened?.close())
      suite(() => opened!)
    })
  }
}
