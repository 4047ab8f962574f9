import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { silentLog } from '../platform/log/log.ts'
import { startBackOffice } from './demo-back-office.ts'

const folder = mkdtempSync(join(tmpdir(), 'demo-back-office-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const cancel = (address: string, token: string) =>
  fetch(`${address}/orders/SG70411001/cancellation`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'idempotency-key': 'run-1', 'content-type': 'application/json' },
    body: JSON.stringify({ phone_tail: '8021' }),
  })

test('it runs beside the program, remembers what was done, and ends with it', async () => {
  const first = (await startBackOffice({ folder, port: 0, log: silentLog }))!
  expect((await cancel(first.address, first.token)).status).toBe(200)
  await first.stop()
  await expect(fetch(`${first.address}/health`)).rejects.toThrow()

  const second = (await startBackOffice({ folder, port: 0, log: silentLog }))!
  expect(second.token).toBe(first.token)
  const record = await fetch(`${second.address}/record`, { headers: { authorization: `Bearer ${second.token}` } })
  expect(await record.json()).toMatchObject({ performed: [{ key: 'run-1', operation: 'cancel_order' }] })
  await second.stop()
}, 90_000)

test('where its port is taken it takes another', async () => {
  const taken = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => taken.once('listening', resolve))
  const { port } = taken.address() as { port: number }
  const office = (await startBackOffice({ folder, port, log: silentLog }))!
  expect(office.address).not.toContain(`:${port}`)
  expect((await fetch(`${office.address}/health`)).status).toBe(200)
  await office.stop()
  taken.close()
}, 90_000)
