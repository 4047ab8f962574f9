/**
 * The demo shop's bot as it is after its first start: knowledge, flows, what it was taught, and its back office over HTTP.
 * The clock is the machine's, put forward where a case lets time pass, or stands still but for that. Each case has a customer
 * and a back office of its own. Ids count, so that every such house gives the same to the same.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Fault } from '@lingxi/contract/dialogue-case'
import { HttpToolDraft } from '@lingxi/contract/http-tool'
import { createBackOffice } from '../../../demo/back-office/app.ts'
import { openKept } from '../../../demo/back-office/keep.ts'
import { createLoopback } from '../../../server/src/capabilities/channels/loopback/loopback.ts'
import { createLookAfterFlows } from '../../../server/src/journeys/turn/look-after-flows.ts'
import { demoSettings, loadDemo } from '../../../server/src/main/demo.ts'
import { loadDemoFlows } from '../../../server/src/main/demo-flows.ts'
import { teachDemo } from '../../../server/src/main/demo-teaching.ts'
import { createParts, mainTenant, type Platform } from '../../../server/src/main/parts.ts'
import { type Clock, systemClock } from '../../../server/src/platform/clock/clock.ts'
import { migrate } from '../../../server/src/platform/database/migrate.ts'
import { openPglite } from '../../../server/src/platform/database/pglite.ts'
import { type Ids, systemIds } from '../../../server/src/platform/ids/ids.ts'
import { createLocalSignals } from '../../../server/src/platform/signals/signals.ts'
import { silentLog } from '../../../server/src/platform/log/log.ts'
import type { LanguageModel } from '../../../server/src/platform/models/models.ts'
import { createMetrics } from '../../../server/src/platform/metrics/metrics.ts'
import { standingAt } from '../standing-at.ts'
import { createCustomer } from './customer.ts'

export type DemoHouse = Awaited<ReturnType<typeof openDemoHouse>>
const token = 'of-the-evaluation'

/** `standing`: the instant at which the clock stands still; absent: it goes. `model`: writes answers; absent: none does. */
export async function openDemoHouse({
  standing,
  model,
}: {
  standing?: string
  model?: LanguageModel | undefined
} = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'lingxi-dialogue-'))
  const opened = await openPglite(join(folder, 'database'), { durable: false })
  await migrate(opened.database, join(import.meta.dirname, '../../../server/migrations'))
  const clock = aheadClock(standing === undefined ? systemClock : standingAt(standing))
  const office = createOffice(clock)
  await office.renew({})
  const loopback = createLoopback({ tenantId: mainTenant, secret: token })
  const platform: Platform = {
    opened,
    signals: createLocalSignals(),
    clock,
    ids: countingIds(),
    log: silentLog,
    metrics: createMetrics(),
    model,
    toolAddresses: ['127.0.0.1'],
  }
  const parts = createParts(platform, [loopback])
  // When something arrives is of no moment to what is decided, and falls at another moment each time.
  await setUp(parts, office.address(), standing === undefined ? parts.deliver : async () => {})
  const { conversations, turns, flows, staff } = parts
  const timeZoneOf = async (tenantId: string) => (await staff.getSettings(tenantId)).timeZone
  const lookAfter = createLookAfterFlows({
    conversations,
    flows: flows.flows,
    turns,
    timeZoneOf,
    clock,
    log: silentLog,
  })

  return {
    parts,
    platform,
    liveSet: async () => (await flows.flows.live(mainTenant)).set,
    /** A new customer before a back office as it is at first, with what is to go wrong in it. */
    async meet(name: string, faults: Record<string, Fault>) {
      await office.renew(faults)
      await callAnew(parts)
      return createCustomer(
        { parts, loopback, secret: token, ids: platform.ids, forward: clock.forward, lookAfter },
        name,
      )
    },
    async close() {
      await parts.jobs.stop()
      await office.close()
      await opened.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

type Parts = ReturnType<typeof createParts>

async function setUp(parts: Parts, address: string, deliver: Parts['deliver']): Promise<void> {
  const { knowledge, flows, teaching, staff, jobs, perform } = parts
  await staff.prepareInstallation({
    tenantId: mainTenant,
    adminEmail: 'admin@shop.example',
    adminPassword: 'of-the-evaluation',
    defaults: demoSettings,
  })
  await loadDemo(mainTenant, { knowledge, log: silentLog })
  await loadDemoFlows(mainTenant, { flows: flows.flows, log: silentLog })
  await takeTools(parts, address)
  await jobs.start([{ name: 'deliver', run: deliver }, { ...perform.job, atOnce: 4 }, ...teaching.kinds])
  await teachDemo(mainTenant, { teaching: teaching.teaching, log: silentLog })
  while (!(await teaching.teaching.versions.released(mainTenant))) await pause(500)
  await teaching.load(mainTenant)
}

async function takeTools({ actionParts: { httpTools } }: Parts, server: string): Promise<void> {
  const document = await (await fetch(`${server}/openapi.json`)).text()
  const { operations } = await httpTools.previewOpenApi(mainTenant, document)
  const keys = operations.filter(({ wrong }) => wrong === null).map(({ key }) => key)
  const authentication = { kind: 'bearer', secret: token } as const
  await httpTools.importOpenApi(mainTenant, { document, server, operations: keys, authentication }, 'evaluation')
}

/** What failed the customers before is spared for a while, but a tool that was changed is called at once. */
async function callAnew({ actionParts: { httpTools } }: Parts): Promise<void> {
  const failed = (await httpTools.list(mainTenant)).filter(({ circuit }) => circuit !== 'closed')
  for (const tool of failed)
    await httpTools.change(mainTenant, tool.id, { ...HttpToolDraft.strip().parse(tool), version: tool.version })
}

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds))

/** A clock that can be put forward. */
function aheadClock(clock: Clock): Clock & { forward(milliseconds: number): void } {
  let ahead = 0
  return { ...clock, now: () => clock.now() + ahead, forward: (milliseconds) => void (ahead += milliseconds) }
}

/** Each kind counts for itself: which article comes first says nothing of how many jobs there were. */
function countingIds(): Ids {
  const counts = new Map<string, number>()
  return {
    ...systemIds,
    next(prefix) {
      const count = (counts.get(prefix) ?? 0) + 1
      counts.set(prefix, count)
      return `${prefix}_${count.toString(16).padStart(32, '0')}`
    },
  }
}

/** One address, behind which a new back office begins with every case. */
function createOffice(clock: Clock) {
  let app: ReturnType<typeof createBackOffice> | undefined
  let port = 0
  const now = () => new Date(clock.now()).toISOString()
  return {
    address: () => `http://127.0.0.1:${port}`,
    async renew(faults: Record<string, Fault>) {
      await app?.close()
      app = createBackOffice({ token, now, keeping: openKept(null, now()) })
      await app.listen({ host: '127.0.0.1', port })
      port = (app.server.address() as AddressInfo).port
      const headers = { authorization: `Bearer ${token}` }
      if (Object.keys(faults).length > 0) await app.inject({ method: 'POST', url: '/faults', headers, payload: faults })
    },
    close: async () => app?.close(),
  }
}
