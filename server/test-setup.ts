/**
 * Once per test run: a folder with a migrated embedded database, which tests copy. To create one takes seconds, to open
 * a copy a third of one. A PostgreSQL server is not started here: `npm test` brings one, and without it its suites skip.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from './src/platform/database/migrate.ts'
import { openPglite } from './src/platform/database/pglite.ts'

// Tests are told by the environment, because it is all that reaches their processes before they begin.
// oxlint-disable-next-line no-restricted-properties
const environment = process.env

export async function setup(): Promise<(() => void) | undefined> {
  if (environment['LINGXI_TEST_TEMPLATE']) return undefined
  const template = mkdtempSync(join(tmpdir(), 'lingxi-template-'))
  const remove = () => rmSync(template, { recursive: true, force: true })
  try {
    const { database, close } = await openPglite(template, { durable: false })
    await migrate(database, join(import.meta.dirname, 'migrations'))
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
