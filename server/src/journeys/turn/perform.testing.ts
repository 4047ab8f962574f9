/**
 * One customer's request driven at random: the message comes twice, the turn is thought twice, the job runs twice or dies at
 * any point, the other side is slow, breaks off before or after it did what it was asked. Everything comes from one seed.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ActionRequest } from '@lingxi/contract/dialogue'
import type { Effect } from '#conversations'
import { type Call, createActions, createBuiltIns, type Ran } from '#actions'
import { aProvided } from '../../capabilities/actions/actions.testing.ts'
import {
  aCustomer,
  aMessage,
  aTurn,
  aWhy,
  type startConversations,
} from '../../capabilities/conversations/conversations.testing.ts'
import type { OpenDatabase } from '../../platform/database/database.ts'
import { createSeededIds } from '../../platform/ids/ids.testing.ts'
import { createPerform, effectsOf } from './perform.ts'

/** A shop that pays back: it keeps its own record, and knows a request again by its key where it says so. */
export async function aShop({ knowsKeys }: { knowsKeys: boolean }) {
  const paid: string[] = []
  const asked: string[] = []
  const server = createServer((request, response) => {
    const key = String(request.headers['idempotency-key'])
    const [, fault] = request.url!.split('/')
    asked.push(key)
    if (fault === 'early') return void request.socket.destroy()
    if (!knowsKeys || !paid.includes(key)) paid.push(key)
    if (fault === 'late') return void request.socket.destroy()
    response.writeHead(fault === 'busy' ? 503 : 200).end('{}')
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  return { paid, asked, url: `http://127.0.0.1:${port}`, close: () => server.close() }
}
export type Shop = Awaited<ReturnType<typeof aShop>>

type Driving = { opened: OpenDatabase; started: ReturnType<typeof startConversations>; shop: Shop; repeatable: boolean }
const faults = ['none', 'none', 'early', 'late', 'busy']
const mostTries = 6

export async function driveRefund(driving: Driving, seed: number) {
  const { opened, started, shop, repeatable } = driving
  const { conversations, tenant, clock, ids } = started
  const { chance } = createSeededIds(seed)
  const pick = <Item>(items: Item[]) => items[Math.floor(chance() * items.length)]!
  let crashes = 0
  const maybeCrash = () => {
    if (chance() > 0.15) return
    crashes++
    throw new Error('the process dies here')
  }

  async function pay({ runId }: Call): Promise<Ran> {
    maybeCrash()
    const answer = await fetch(`${shop.url}/${pick(faults)}`, { headers: { 'idempotency-key': runId } }).catch(
      () => null,
    )
    maybeCrash()
    if (answer?.ok) return { outcome: { kind: 'done', output: {} }, attempts: 1 }
    return { outcome: { kind: 'failed', reason: answer ? 'busy' : 'unreachable' }, attempts: 1, again: repeatable }
  }

  /** What a process has in its memory is new after each crash. */
  const aProcess = () => {
    const providers = [createBuiltIns([aProvided(pay, { repeatable }).provided])]
    const actions = createActions({ database: opened.database, clock, ids, providers, mask: (text) => text })
    return createPerform({
      actions,
      conversations: {
        ...conversations,
        async recordAction(...told) {
          maybeCrash()
          const recorded = await conversations.recordAction(...told)
          maybeCrash()
          return recorded
        },
      },
      turns: { settle: async () => undefined },
      clock,
    })
  }
  let house = aProcess()

  async function work({ body }: Effect): Promise<void> {
    for (let tries = 1; tries <= mostTries; tries++) {
      const job = { tenantId: tenant, ...body }
      const attempt = { last: tries === mostTries }
      const together =
        chance() < 0.2 ? [house.perform(job, attempt), house.perform(job, attempt)] : [house.perform(job, attempt)]
      const outcomes = await Promise.allSettled(together)
      if (outcomes.every(({ status }) => status === 'fulfilled')) return
      if (chance() < 0.7) house = aProcess()
    }
  }

  const message = aMessage('yes, please', `m-${seed}`)
  const customer = aCustomer(`cus_${seed}`)
  const [heard] = await Promise.all([
    conversations.hear(tenant, customer, message),
    conversations.hear(tenant, customer, message),
  ])
  const { conversationId } = heard
  const turn = (await conversations.find(tenant, conversationId))!.turn
  /** The same turn, thought twice: each thinks of an id of its own for the run. */
  const thought = ['a', 'b'].map((mark) => {
    const request: ActionRequest = {
      runId: `run_${seed}_${mark}`,
      action: 'refund',
      input: { number: 'D1' },
      needs: 'nothing',
    }
    const dialogue = { taken: [], weighed: [], requested: [request], progress: null }
    return { request, why: { ...aWhy, dialogue }, mark }
  })
  const jobs: Effect[] = []
  for (const { request, why, mark } of thought) {
    const effects = effectsOf(conversationId, [request])
    const { kind } = await conversations.commit(tenant, conversationId, {
      ...aTurn(turn, `msg_${seed}_${mark}`),
      why,
      effects,
    })
    if (kind === 'committed') jobs.push(...effects)
  }
  for (const job of jobs) await work(job)
  if (chance() < 0.5) for (const job of jobs) await work(job)
  const runs = jobs.map(({ body }) => String(body['runId']))
  return { seed, crashes: () => crashes, runs, conversationId, house: aProcess }
}
export type Drive = Awaited<ReturnType<typeof driveRefund>>

/** Long after, what no job is at any more is ended, by processes that die as well; then what each conversation says. */
export async function endAll({ conversations, tenant, clock }: Driving['started'], drives: Drive[]) {
  clock.move(16 * 60_000)
  for (const { house } of drives.slice(0, 20))
    await house()
      .endLost(tenant)
      .catch(() => undefined)
  return Promise.all(
    drives.map(async (drive) => {
      const events = await conversations.eventsAfter(tenant, drive.conversationId, 0)
      const { pending } = (await conversations.find(tenant, drive.conversationId))!
      return { ...drive, pending, performed: events.filter(({ type }) => type === 'action-performed') }
    }),
  )
}
