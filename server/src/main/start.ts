/** The program: settings, platform, parts, roles; stopped in the reverse order. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { visitor } from '@lingxi/contract/audience'
import { systemClock } from '#platform/clock'
import { systemIds } from '#platform/ids'
import { createLog } from '#platform/log'
import { createMetrics } from '#platform/metrics'
import { FolderInUse } from '../platform/database/folder-lock.ts'
import { migrate } from '../platform/database/migrate.ts'
import { type Config, readConfig, WrongSettings } from './config.ts'
import { openDemoShop } from './demo-shop.ts'
import { teachDemo } from './demo-teaching.ts'
import { openDistributed } from './distributed.ts'
import { openEmbedded } from './embedded.ts'
import { createGateway } from './gateway.ts'
import { install } from './install.ts'
import { openModels } from './language-models.ts'
import { openMeaning } from './meaning-models.ts'
import { keepSecretKey } from './secret-key.ts'
import { createParts, mainTenant, type Parts } from './parts.ts'
import { openSearchEngine } from './search-engine.ts'
import { keepSignIn, welcome } from './welcome.ts'
import { startWorker } from './worker.ts'

const root = join(import.meta.dirname, '../../..')

async function start(config: Config): Promise<() => Promise<void>> {
  const clock = systemClock
  const ids = systemIds
  const log = createLog({ level: config.logLevel })
  const metrics = createMetrics()
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }

  const { opened, signals } = config.databaseUrl
    ? await openDistributed(config.databaseUrl, { clock, ids, log })
    : await openEmbedded(config.data, { onLost: endWithoutDatabase })
  await migrate(opened.database, join(root, 'server/migrations'))

  const { model, toolModel } = await openModels(config.model)
  const meaning = await openMeaning(config)
  const createIndex = await openSearchEngine(config, { root, log })
  const platform = {
    opened,
    signals,
    clock,
    ids,
    log,
    metrics,
    model,
    toolModel,
    secretKey: config.secretKey ?? keepSecretKey(config.data),
    reading: config.reading,
    mcpPrograms: config.mcpPrograms,
    version,
    ...meaning,
    createIndex,
  }
  const parts = createParts(platform)
  const { isNew, generatedPassword } = await install(opened, parts, { ...config, log })
  const signIn = keepSignIn(config.data, { email: config.admin.email, password: generatedPassword })
  await parts.knowledge.load(mainTenant)
  await parts.graph.load(mainTenant)
  await parts.teaching.load(mainTenant)
  await warmUp(parts)

  let ready = false
  const gateway = await createGateway(platform, parts, { ...config, version, isReady: () => ready, pages: true })
  const worker = await startWorker(platform, parts)
  if (config.demoTeaching && isNew) await teachDemo(mainTenant, { teaching: parts.teaching.teaching, log })
  const closeShop = openDemoShop(parts, { office: config.backOffice, log })
  await gateway.app.listen({ port: config.port, host: config.host })
  ready = true
  parts.followGraph.catchUp(mainTenant)
  const address = gateway.app.server.address()
  welcome({ address: typeof address === 'object' ? address : null, config, signIn })

  return async function stop() {
    ready = false
    await gateway.close()
    await worker.stop()
    await parts.actionParts.close()
    await closeShop()
    await parts.followGraph.stop()
    await parts.conversations.idle()
    await signals.close()
    await opened.close()
  }
}

/** Nothing works without the engine, and a fresh start is quick: what was accepted is on the disk. */
function endWithoutDatabase(error: Error): never {
  process.stderr.write(`${error.message}: ${String(error.cause)}. Start again.\n`)
  process.exit(1)
}

/** Dictionaries and expressions are made at their first use: better now than while the first customer waits. */
async function warmUp({ understanding, findAnswer }: Parts): Promise<void> {
  const { signal } = new AbortController()
  for (const [language, text] of [
    ['zh', '您好，请问怎么退货？'],
    ['en', 'Hello, how do I return something?'],
  ] as const) {
    await understanding.understand(mainTenant, text, { language })
    await findAnswer(mainTenant, { text, language, reader: visitor, signal, withoutModel: true })
  }
}

/** Once stopping, further signals of the same key press change nothing; one that comes seconds later ends at once. */
function stopOnSignals(stop: () => Promise<void>): void {
  let since: number | undefined
  const onSignal = () => {
    if (since !== undefined) {
      if (performance.now() - since > 2_000) process.exit(130)
      return
    }
    since = performance.now()
    process.stderr.write('\nStopping …\n')
    stop().then(
      () => process.exit(0),
      (error) => {
        process.stderr.write(`It did not stop cleanly: ${error}\n`)
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
}

/** What an operator can put right, in a sentence. */
const remedies: Record<string, [what: string, remedy: string]> = {
  EADDRINUSE: ['The port is taken', 'Stop what uses it, or set PORT.'],
  EADDRNOTAVAIL: ['This machine has no such address', 'Set HOST.'],
  ENOTFOUND: ['A name is not known', 'Look at HOST and LINGXI_DATABASE_URL.'],
  ECONNREFUSED: ['The database does not answer', 'Look at LINGXI_DATABASE_URL.'],
  '28P01': ['The database refuses the sign-in', 'Look at LINGXI_DATABASE_URL.'],
  '3D000': ['There is no such database', 'Create it, or look at LINGXI_DATABASE_URL.'],
  ERR_MODULE_NOT_FOUND: [
    'A package is not installed',
    'LanceDB and local models need theirs: see docs/operating/search.md.',
  ],
  EACCES: ['The data folder cannot be used', 'Set LINGXI_DATA to one that can be written to.'],
  ENOTDIR: ['The data folder cannot be used', 'Set LINGXI_DATA to a folder.'],
  EEXIST: ['The data folder cannot be used', 'Set LINGXI_DATA to a folder.'],
}

function explain(error: unknown): string {
  const { code = '', message, stack } = error as NodeJS.ErrnoException
  if (error instanceof WrongSettings || error instanceof FolderInUse) return message
  const [what, remedy] = remedies[code] ?? []
  return what ? `${what} (${message}). ${remedy}` : `Lingxi could not start: ${stack}`
}

try {
  stopOnSignals(await start(readConfig(process.env, process.cwd())))
} catch (error) {
  process.stderr.write(`${explain(error)}\n`)
  process.exit(1)
}
