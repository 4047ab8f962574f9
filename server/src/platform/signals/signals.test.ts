import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestPostgres, serverUrl } from '../database/database.testing.ts'
import type { OpenDatabase } from '../database/database.ts'
import { createFakeClock } from '../clock/clock.testing.ts'
import { systemClock } from '../clock/clock.ts'
import { openPostgresSignals } from './postgres-signals.ts'
import { promisesOfSignals } from './signals.contract.ts'
import { createLocalSignals, type Signal } from './signals.ts'

const soon = { timeout: 10_000, interval: 10 }
let processes = 0
let opened: OpenDatabase | undefined
const url = () => opened!.connectionString!
const openRemote = (
  onLost: () => void = () => undefined,
  clock: Parameters<typeof openPostgresSignals>[0]['clock'] = systemClock,
) => openPostgresSignals({ connectionString: url(), process: `process-${++processes}`, clock, onLost })

promisesOfSignals('the line inside one process', async () => createLocalSignals(), { alone: true })

describe.skipIf(!serverUrl)('on PostgreSQL', () => {
  beforeAll(async () => {
    opened = await openTestPostgres()
  })
  afterAll(() => opened?.close())

  promisesOfSignals('the line through the database', () => openRemote(), { alone: false })

  it('says that something was missed once the line was cut and is there again', async () => {
    const clock = createFakeClock()
    const lost: number[] = []
    const [cut, other] = [await openRemote(() => lost.push(clock.now()), clock), await openRemote()]
    const heard: Signal[] = []
    cut.follow((signal) => heard.push(signal))
    const client = new Client({ connectionString: url() })
    await client.connect()
    await client.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'listen%'`,
    )
    await expect.poll(() => lost.length, soon).toBe(1)
    cut.tell('articles', 'tnt_1', { id: 'told-to-nobody-else' })
    expect(heard.map(({ topic }) => topic)).toEqual(['articles'])
    await expect.poll(() => (clock.move(1_000), heard.map(({ topic }) => topic)), soon).toEqual(['articles', 'missed'])
    await expect
      .poll(() => (other.tell('conversation', 'tnt_1', { id: 'cnv_1' }), heard.at(-1)), soon)
      .toMatchObject({ topic: 'conversation', remote: true })
    await Promise.all([client.end(), cut.close(), other.close()])
  })

  it('leaves what others say on the same channel alone', async () => {
    const signals = await openRemote()
    const heard: Signal[] = []
    signals.follow((signal) => heard.push(signal))
    const client = new Client({ connectionString: url() })
    await client.connect()
    for (const payload of ['', 'nonsense', '{}', '[]', '{"from":"x","signals":[["dance","t","i",""]]}'])
      await client.query('select pg_notify($1, $2)', ['lingxi_signals', payload])
    await client.query('select pg_notify($1, $2)', ['lingxi_signals', '{"from":"x","signals":[["staff","t","i",""]]}'])
    const ofTenant = () => heard.filter(({ tenantId }) => tenantId === 't')
    await expect.poll(ofTenant, soon).toEqual([{ topic: 'staff', tenantId: 't', id: 'i', of: '', remote: true }])
    await Promise.all([client.end(), signals.close()])
  })
})
