import { expect, it } from 'vitest'
import { createActions, createBuiltIns } from '#actions'
import type { Effect } from '#conversations'
import { createJobs } from '#platform/jobs'
import { silentLog } from '#platform/log'
import { aProvided } from '../../capabilities/actions/actions.testing.ts'
import {
  aCustomer,
  aMessage,
  aTurn,
  aWhy,
  startConversations,
} from '../../capabilities/conversations/conversations.testing.ts'
import { onBothDatabases } from '../../platform/database/database.testing.ts'
import { aShop, driveRefund, endAll, type Shop } from './perform.testing.ts'
import { createPerform, effectsOf } from './perform.ts'

const drives = 60

onBothDatabases('an action that a turn asked for', (opened) => {
  async function drive(shop: Shop, repeatable: boolean, from: number) {
    const started = startConversations(opened(), from)
    const seeds = Array.from({ length: drives }, (_, index) => from + index)
    const driving = { opened: opened(), started, shop, repeatable }
    return endAll(started, await Promise.all(seeds.map((seed) => driveRefund(driving, seed))))
  }

  it('is done once and told once, whatever dies, is doubled or breaks off', { timeout: 120_000 }, async () => {
    const shop = await aShop({ knowsKeys: true })
    let crashed = 0
    let paid = 0
    for (const { seed, runs, performed, pending, crashes } of await drive(shop, true, 1_000)) {
      expect.soft(runs, `seed ${seed}: one turn asks once`).toHaveLength(1)
      expect.soft(performed, `seed ${seed}: it is told once`).toHaveLength(1)
      expect.soft(pending, `seed ${seed}: nobody waits for it`).toEqual([])
      const times = shop.paid.filter((key) => key === runs[0]).length
      const told = performed[0]
      expect.soft(times, `seed ${seed}: how often it was paid`).toBeLessThanOrEqual(1)
      if (told?.type === 'action-performed' && told.outcome.kind === 'done')
        expect.soft(times, `seed ${seed}: paid as was told`).toBe(1)
      crashed += crashes()
      paid += times
    }
    // The drive means something only if much went wrong, and most was done all the same.
    expect(crashed).toBeGreaterThan(drives / 3)
    expect(shop.asked.length).toBeGreaterThan(drives * 1.2)
    expect(paid).toBeGreaterThan(drives * 0.9)
    expect(new Set(shop.asked).size).toBe(drives)
    shop.close()
  })

  it('is asked for once at most of who knows no request again', { timeout: 120_000 }, async () => {
    const shop = await aShop({ knowsKeys: false })
    for (const { seed, runs, performed } of await drive(shop, false, 5_000)) {
      expect.soft(shop.asked.filter((key) => key === runs[0]).length, `seed ${seed}`).toBeLessThanOrEqual(1)
      expect.soft(performed, `seed ${seed}: it is told once`).toHaveLength(1)
    }
    expect(shop.paid.length).toBeGreaterThan(drives / 3)
    shop.close()
  })

  it('is told of also where the job was given up before it could be written down', async () => {
    const { conversations, tenant, clock, ids } = startConversations(opened(), 9_000)
    const { provided, calls } = aProvided(() => ({ outcome: { kind: 'done', output: {} }, attempts: 1 }))
    const providers = [createBuiltIns([provided])]
    const actions = createActions({ database: opened().database, clock, ids, providers, mask: (text) => text })
    const settled: string[] = []
    let tries = 0
    const { job } = createPerform({
      actions,
      conversations: {
        ...conversations,
        async recordAction(...told) {
          if (++tries === 1) throw new Error('the database is away')
          return conversations.recordAction(...told)
        },
      },
      turns: { settle: async (_tenant, id) => void settled.push(id) },
      clock,
    })
    const { conversationId } = await conversations.hear(tenant, aCustomer('cus_9'), aMessage('yes', 'm-9'))
    const request = { runId: 'run_9', action: 'refund', input: { number: 'D1' }, needs: 'nothing' as const }
    const why = { ...aWhy, dialogue: { taken: [], weighed: [], requested: [request], progress: null } }
    await conversations.commit(tenant, conversationId, { ...aTurn(1, 'msg_9'), why })
    const jobs = createJobs({ opened: opened(), log: silentLog })
    await jobs.start([{ ...job, retryLimit: 0 }])
    const [{ body }] = effectsOf(conversationId, [request]) as [Effect]
    await opened()
      .database.transaction()
      .execute((handle) => jobs.addWithin(handle, [{ name: job.name, key: 'k', body: { tenantId: tenant, ...body } }]))
    jobs.wake(job.name)
    await expect.poll(() => settled).toEqual([conversationId])
    const events = await conversations.eventsAfter(tenant, conversationId, 0)
    expect(events.at(-1)).toMatchObject({ type: 'action-performed', runId: 'run_9', outcome: { kind: 'done' } })
    expect((await conversations.find(tenant, conversationId))!.pending).toEqual([])
    expect(calls).toHaveLength(1)
    await jobs.stop()
  })
})

it('waits for a person where the action needs one', () => {
  const request = { runId: 'run_1', action: 'refund', input: { number: 'D1' } }
  expect(effectsOf('cnv_1', [{ ...request, needs: 'approval' }])).toEqual([])
  const body = { conversationId: 'cnv_1', ...request }
  expect(effectsOf('cnv_1', [{ ...request, needs: 'nothing' }])).toEqual([{ job: 'perform', body }])
})
