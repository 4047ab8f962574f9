/**
 * Once per test run: a migrated database of each engine, which tests copy. To create an embedded one takes seconds, to open
 * a copy a third of one. A PostgreSQL server is not started here: `npm test` brings one, and without it its suites skip.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from './src/platform/database/migrate.ts'
import { openPglite } from './src/platform/database/pglite.ts'
import { createPostgresTemplate } from './src/platform/database/postgres-copies.testing.ts'

// Tests are told by the environment, because it is all that reaches their processes before they begin.
// oxlint-disable-next-line no-restricted-properties
const environment = process.env

const migrations = join(import.meta.dirname, 'migrations')

export async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (environment['LINGXI_TEST_TEMPLATE']) return undefined
  const templates = [await embedded(), await onServer(environment['LINGXI_TEST_POSTGRES'])]
  return async () => {
    for (const remove of templates) await remove()
  }
}

async function embedded() {
  const template = mkdtempSync(join(tmpdir(), 'lingxi-template-'))
  const remove = () => rmSync(template, { recursive: true, force: true })
  try {
    const { database, close } = await openPglite(template, { durable: false })
    await migrate(database, migrations)
    await close()
  } catch (error) {
    remove()
    throw error
  }
  environment['LINGXI_TEST_TEMPLATE'] = template
  return () => {
    delete environment['LINGXI_TEST_TEMPLATE']
    remove()
  }
}

async function onServer(serverUrl: string | undefined) {
  if (!serverUrl) return () => undefined
  const template = await createPostgresTemplate(serverUrl, migrations)
  environment['LINGXI_TEST_POSTGRES_TEMPLATE'] = template.name
  return async () => {
    delete environment['LINGXI_TEST_POSTGRES_TEMPLATE']
    await template.remove()
  }
}
