import { describe, expect, it, onTestFinished } from 'vitest'
import { systemClock } from '#platform/clock'
import { systemIds } from '#platform/ids'
import { createLog } from '#platform/log'
import { createMetrics } from '#platform/metrics'
import { createLocalSignals } from '#platform/signals'
import { openTestPostgres, serverUrl } from '../platform/database/database.testing.ts'
import type { OpenDatabase } from '../platform/database/database.ts'
import { openPostgres } from '../platform/database/postgres.ts'
import { install } from './install.ts'
import { createParts, mainTenant } from './parts.ts'

const admin = { email: 'admin@shop.example', password: undefined }

function aProcess(opened: OpenDatabase, log: ReturnType<typeof createLog>) {
  const platform = { opened, log, signals: createLocalSignals(), clock: systemClock, ids: systemIds }
  return createParts({ ...platform, metrics: createMetrics(), model: undefined })
}

describe.skipIf(!serverUrl)('processes that begin at once on an empty database', () => {
  it('make one company with one admin and one demo, and none of them fails', async () => {
    const opened = await openTestPostgres()
    const others = await Promise.all([1, 2].map(() => openPostgres(opened.connectionString!, { onLost: () => {} })))
    onTestFinished(async () => {
      await Promise.all(others.map((each) => each.close()))
      await opened.close()
    })
    const lines: string[] = []
    const log = createLog({ level: 'warn', destination: { write: (line) => void lines.push(line) } })
    const processes = [opened, ...others].map((each) => ({ opened: each, parts: aProcess(each, log) }))

    const installed = await Promise.all(
      processes.map((each) => install(each.opened, each.parts, { demo: true, admin, log })),
    )
    expect(lines).toEqual([])
    const told = installed.map(({ isNew, generatedPassword }) => [isNew, generatedPassword !== undefined])
    expect(told.toSorted()).toEqual([
      [false, false],
      [false, false],
      [true, true],
    ])
    const { knowledge, flows, staff } = processes[0]!.parts
    expect(await staff.listStaff(mainTenant)).toMatchObject([{ role: 'admin', email: admin.email }])
    expect((await flows.flows.live(mainTenant)).version).toBe(1)
    const { articles } = await knowledge.list(mainTenant, { kind: 'process', limit: 10, offset: 0 })
    expect(new Set(articles.map(({ title }) => title)).size).toBe(articles.length)
  })
})
