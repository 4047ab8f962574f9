/** A company's own bot, as its data folder has it: of a copy, so that the folder stays as it is, and an older one is brought up to date. */
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { readConfig } from '../../../server/src/main/config.ts'
import { openModels } from '../../../server/src/main/language-models.ts'
import { openMeaning } from '../../../server/src/main/meaning-models.ts'
import { createParts, mainTenant, type Platform } from '../../../server/src/main/parts.ts'
import { keepSecretKey } from '../../../server/src/main/secret-key.ts'
import { lockFolder } from '../../../server/src/platform/database/folder-lock.ts'
import { migrate } from '../../../server/src/platform/database/migrate.ts'
import { openPglite } from '../../../server/src/platform/database/pglite.ts'
import { systemIds } from '../../../server/src/platform/ids/ids.ts'
import { silentLog } from '../../../server/src/platform/log/log.ts'
import { createMetrics } from '../../../server/src/platform/metrics/metrics.ts'
import { createLocalSignals } from '../../../server/src/platform/signals/signals.ts'
import { standingAt } from '../standing-at.ts'

const migrations = join(import.meta.dirname, '../../../server/migrations')

/**
 * `standing`: the instant at which its clock stands still. Models are those that the environment configures, as at a start; no
 * job runs. Throws where there is no data, and `FolderInUse` while a server runs on it.
 */
export async function openCompanyHouse(data: string, { standing }: { standing: string }) {
  const copy = copyOf(resolve(data))
  try {
    const config = readConfig(process.env, process.cwd())
    const opened = await openPglite(copy, { durable: false })
    await migrate(opened.database, migrations)
    const { model } = await openModels(config.model)
    const platform: Platform = {
      opened,
      signals: createLocalSignals(),
      clock: standingAt(standing),
      ids: systemIds,
      log: silentLog,
      metrics: createMetrics(),
      model,
      secretKey: config.secretKey ?? keepSecretKey(copy),
      mcpPrograms: config.mcpPrograms,
      ...(await openMeaning(config)),
    }
    const parts = createParts(platform)
    await parts.knowledge.load(mainTenant)
    await parts.graph.load(mainTenant)
    await parts.teaching.load(mainTenant)
    return {
      parts,
      platform,
      hasModel: model !== undefined,
      async close() {
        await parts.actionParts.close()
        await opened.close()
        rmSync(copy, { recursive: true, force: true })
      },
    }
  } catch (error) {
    rmSync(copy, { recursive: true, force: true })
    throw error
  }
}

/** A database that is written to meanwhile would be copied in pieces that do not fit. */
function copyOf(data: string): string {
  if (!existsSync(join(data, 'database'))) throw new Error(`There is no data in ${data}.`)
  const unlock = lockFolder(data)
  const copy = mkdtempSync(join(tmpdir(), 'lingxi-replay-'))
  try {
    for (const part of ['database', 'secret.key'])
      if (existsSync(join(data, part))) cpSync(join(data, part), join(copy, part), { recursive: true })
    return copy
  } catch (error) {
    rmSync(copy, { recursive: true, force: true })
    throw error
  } finally {
    unlock()
  }
}
