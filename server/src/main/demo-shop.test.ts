/** The demo's bot at work: tools taken from the back office, and calls that arrive. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { silentLog } from '../platform/log/log.ts'
import { operations } from '../../../demo/back-office/all-operations.ts'
import { openTestPglite } from '../platform/database/database.testing.ts'
import { openDemoShop } from './demo-shop.ts'
import { mainTenant } from './parts.ts'
import { startServer } from './main.testing.ts'

const folder = mkdtempSync(join(tmpdir(), 'demo-shop-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('once set up it stays as people made it, but for the address', async () => {
  const opened = await openTestPglite()
  const server = await startServer(opened)
  const { httpTools, actions } = server.parts.actionParts
  const known = async () => (await actions.list(mainTenant)).has('find_order')
  const begin = async () => {
    const close = openDemoShop(server.parts, { office: { folder, port: 0 }, log: silentLog })
    await expect.poll(known, { timeout: 60_000 }).toBe(true)
    return close
  }

  const close = await begin()
  const tools = await httpTools.list(mainTenant)
  expect(tools.map(({ name }) => name).toSorted()).toEqual(operations.map(({ name }) => name).toSorted())
  for (const { name, effect, care } of operations)
    expect(tools.find((tool) => tool.name === name)).toMatchObject({ effect, care, hasSecret: true })
  const looked = await actions.look(mainTenant, {
    action: 'track_order',
    input: { order_number: 'SG70411005' },
  })
  expect(looked).toMatchObject({ outcome: 'done', output: { state: 'shipped' } })
  await close()

  await httpTools.remove(mainTenant, tools.find(({ name }) => name === 'list_sizes')!.id)
  const again = await begin()
  await again()
  expect(await httpTools.list(mainTenant)).toHaveLength(operations.length - 1)
  await server.stop()
}, 180_000)
