import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestPostgres, serverUrl } from '../database/database.testing.ts'
import type { OpenDatabase } from '../database/database.ts'
import { createFakeClock } from '../clock/clock.testing.ts'
import { systemClock } from '../clock/clock.ts'
import { openPostgresSignals } from './postgres-signals.ts'
import { promisesOfSignals } from './signals.contract.ts'
import { createLocalSignals, type Signal } from './signals.ts'

let processes = 0
let opened: OpenDatabase | undefined
const url = () => opened!.connectionString!
const openRemote = (
  onLost: () => void = () => undefined,
  clock: Parameters<typeof openPostgresSignals>[0]['clock'] = systemClock,
) => openPostgresSignals({ connectionString: url(), process: `process-${++processes}`, clock, onLost })

/** Ends the newest line there is; whoever has it finds out. */
async function cutNewest(): Promise<void> {
  const client = new Client({ connectionString: url() })
  await client.connect()
  await client.query(`select pg_terminate_backend(pid) from (
    select pid from pg_stat_activity where datname = current_database() and application_name = 'lingxi-signals'
    order by backend_start desc limit 1) as newest`)
  await client.end()
}

/** One line that is cut, and another that is not, which has heard what is of the tenant. */
async function whereOneIsCut(tenantId: string) {
  const clock = createFakeClock()
  let lost = false
  const other = await openRemote()
  const cut = await openRemote(() => (lost = true), clock)
  const heard: Signal[] = []
  other.follow((signal) => {
    if (signal.tenantId === tenantId || signal.topic === 'missed') heard.push(signal)
  })
  await cutNewest()
  await expect.poll(() => lost).toBe(true)
  return { cut, heard, mend: () => clock.move(1_000), close: () => Promise.all([cut.close(), other.close()]) }
}

/** The way to the database, on which a connection can be made to lie silent, as a network that is gone does. */
async function aWayThere() {
  const ways: [Socket, Socket][] = []
  const server = createServer((here) => {
    const { hostname, port } = new URL(url())
    const there = connect(Number(port), hostname)
    for (const socket of [here, there]) socket.on('error', () => undefined)
    here.pipe(there).pipe(here)
    ways.push([here, there])
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const through = new URL(url())
  through.host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const each = (act: (socket: Socket) => void) => ways.flat().forEach(act)
  return {
    url: through.href,
    silence: () => each((socket) => socket.unpipe().pause()),
    close: () => (each((socket) => socket.destroy()), server.close()),
  }
}

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
    await expect.poll(() => lost.length).toBe(1)
    cut.tell('articles', 'tnt_1', { id: 'told-to-nobody-else' })
    expect(heard.map(({ topic }) => topic)).toEqual(['articles'])
    await expect.poll(() => (clock.move(1_000), heard.map(({ topic }) => topic))).toEqual(['articles', 'missed'])
    await expect
      .poll(() => (other.tell('conversation', 'tnt_1', { id: 'cnv_1' }), heard.at(-1)))
      .toMatchObject({ topic: 'conversation', remote: true })
    await Promise.all([client.end(), cut.close(), other.close()])
  })

  it('tells the others what was told while one line was cut, once that is there again and in order', async () => {
    const { cut, heard, mend, close } = await whereOneIsCut('tnt_cut')
    const ids = ['art_1', 'art_2', 'art_3']
    for (const id of ids) cut.tell('articles', 'tnt_cut', { id })
    await expect.poll(() => (mend(), heard.map(({ id }) => id))).toEqual(ids)
    await close()
  })

  it('tells the others that they missed something where more was told meanwhile than is kept', async () => {
    const { cut, heard, mend, close } = await whereOneIsCut('tnt_many')
    for (let count = 1; count <= 12_000; count++) cut.tell('articles', 'tnt_many', { id: `art_${count}` })
    await expect.poll(() => (mend(), heard.at(-1)?.id)).toBe('art_12000')
    expect(heard[0]).toMatchObject({ topic: 'missed', remote: true })
    expect(heard.length).toBeLessThan(12_000)
    await close()
  })

  it('takes a line that lies silent for one that was cut', async () => {
    const [way, clock, other] = [await aWayThere(), createFakeClock(), await openRemote()]
    const lost: unknown[] = []
    const onLost = (error: unknown) => void lost.push(error)
    const signals = await openPostgresSignals({ connectionString: way.url, process: 'far-away', clock, onLost })
    const heard: Signal[] = []
    signals.follow((signal) => heard.push(signal))
    way.silence()
    await expect.poll(() => (clock.move(10_000), lost)).toHaveLength(1)
    await expect.poll(() => (clock.move(1_000), heard.map(({ topic }) => topic))).toEqual(['missed'])
    other.tell('conversation', 'tnt_1', { id: 'cnv_1' })
    await expect.poll(() => heard.at(-1)).toMatchObject({ topic: 'conversation', remote: true })
    expect(lost).toHaveLength(1)
    await Promise.all([signals.close(), other.close()])
    way.close()
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
    await expect.poll(ofTenant).toEqual([{ topic: 'staff', tenantId: 't', id: 'i', of: '', remote: true }])
    await Promise.all([client.end(), signals.close()])
  })
})
