import { visitor } from '@lingxi/contract/audience'
import { Client } from 'pg'
import { describe, expect, it, onTestFinished } from 'vitest'
import { systemClock } from '#platform/clock'
import { systemIds } from '#platform/ids'
import { silentLog } from '#platform/log'
import { createMetrics } from '#platform/metrics'
import { openTestPostgres, serverUrl } from '../platform/database/database.testing.ts'
import { openDistributed } from './distributed.ts'
import { createParts, mainTenant } from './parts.ts'

/** `name`: under which its connections are known. */
async function aProcess(connectionString: string, name: string) {
  const url = new URL(connectionString)
  url.searchParams.set('application_name', name)
  const given = { clock: systemClock, ids: systemIds, log: silentLog }
  const { opened, signals } = await openDistributed(url.href, given)
  const parts = createParts({ ...given, opened, signals, metrics: createMetrics(), model: undefined })
  onTestFinished(async () => {
    await signals.close()
    await parts.followGraph.stop()
    await opened.close()
  })
  await parts.knowledge.load(mainTenant)
  return parts
}

/** Hundreds of articles are read, on a machine that may be busy. */
const patiently = { timeout: 60_000 }

const anImport = (from: number, count: number) => {
  const rows = Array.from({ length: count }, (_, each) => `第 ${from + each} 问怎么办？,答案是 nr${from + each}。`)
  return { name: 'many.csv', bytes: Buffer.from(['question,answer', ...rows].join('\n')), status: 'published' as const }
}

describe.skipIf(!serverUrl)('of a process that follows another', () => {
  it('all changes are read over a few connections, and none is missed when all of these are cut', async () => {
    const server = await openTestPostgres()
    onTestFinished(() => server.close())
    const ones = await aProcess(server.connectionString!, 'ones')
    await ones.staff.prepareInstallation({ tenantId: mainTenant, adminEmail: 'admin@shop.example' })
    const others = await aProcess(server.connectionString!, 'others')
    const client = new Client({ connectionString: server.connectionString! })
    onTestFinished(() => client.end())
    await client.connect()
    const ofOthers = "from pg_stat_activity where datname = current_database() and application_name = 'others'"
    const isFound = async (number: number) => {
      const found = await others.knowledge.search(mainTenant, { text: `nr${number}`, limit: 1, reader: visitor })
      return found.length > 0
    }

    await ones.knowledge.importFile(mainTenant, anImport(0, 400))
    await expect.poll(() => isFound(399), patiently).toBe(true)
    // The line of signals, one that reads articles, one that reads the graph; and one to spare.
    const { rows } = await client.query<{ count: string }>(`select count(*) ${ofOthers}`)
    expect(Number(rows[0]?.count)).toBeLessThanOrEqual(4)

    const importing = ones.knowledge.importFile(mainTenant, anImport(400, 400))
    for (let count = 0; count < 5; count++) await client.query(`select pg_terminate_backend(pid) ${ofOthers}`)
    await importing
    await client.query(`select pg_terminate_backend(pid) ${ofOthers}`)
    for (const number of [400, 512, 650, 799]) await expect.poll(() => isFound(number), patiently).toBe(true)
  })
})
