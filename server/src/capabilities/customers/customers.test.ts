import type { Sender } from '@lingxi/contract/message'
import { expect, it } from 'vitest'
import { createFakeClock } from '../../platform/clock/clock.testing.ts'
import { onBothDatabases } from '../../platform/database/database.testing.ts'
import { createCustomers } from './customers.ts'

const tenant = 'tnt_1'
const until = '2030-01-01T00:00:00.000Z'

onBothDatabases('customers', (opened) => {
  const aProcess = () => createCustomers({ database: opened().database, clock: createFakeClock() })

  async function meetAtOnce(senderOf: (count: number) => Sender) {
    const processes = [aProcess(), aProcess(), aProcess()]
    for (let count = 1; count <= 60; count++) {
      const sender = senderOf(count)
      const met = await Promise.all(processes.map((each) => each.recognise(tenant, 'web', sender)))
      expect(new Set(met.map(({ id }) => id))).toEqual(new Set([aProcess().idOf('web', sender.externalId)]))
    }
  }

  it('are one however many processes meet them at once', () =>
    meetAtOnce((count) => ({ externalId: `visitor-${count}` })))

  it('are one however many processes meet them at once with a proof', () =>
    meetAtOnce((count) => ({
      externalId: `proven:${count}`,
      name: 'Li',
      identity: { tier: 'gold', region: null, until },
    })))

  it('keep the region that was said of them when none is said later', async () => {
    await aProcess().recognise(tenant, 'web', { externalId: 'moving', region: 'CN-SH' })
    const { id, region } = await aProcess().recognise(tenant, 'web', { externalId: 'moving' })
    expect(region).toBe('CN-SH')
    expect(await aProcess().readerOf(tenant, id)).toMatchObject({ signedIn: false, region: 'CN-SH' })
  })

  it('read as who they were proven to be, and no longer than the proof holds', async () => {
    const clock = createFakeClock()
    const customers = createCustomers({ database: opened().database, clock })
    const proofEnds = new Date(clock.now() + 1_000).toISOString()
    const sender = customers.senderOf({ sub: '7', name: 'Li', tier: 'gold', region: null, until: proofEnds })
    const { id } = await customers.recognise(tenant, 'web', sender)
    expect(await customers.readerOf(tenant, id)).toEqual({ kind: 'customer', signedIn: true, tier: 'gold' })
    clock.move(1_000)
    expect(await customers.readerOf(tenant, id)).toMatchObject({ signedIn: false })
  })
})
