import { expect, it } from 'vitest'
import {
  aCustomer,
  aMessage,
  aTurn,
  aWhy,
  startConversations,
} from '../../capabilities/conversations/conversations.testing.ts'
import { onBothDatabases } from '../../platform/database/database.testing.ts'
import { effectOf } from '../turn/perform.ts'
import { createDesk } from './desk.ts'

const exchange = {} as never
const boss = {
  kind: 'staff' as const,
  tenantId: '',
  staffId: 'stf_1',
  name: '王主管',
  role: 'supervisor' as const,
  groups: [] as string[],
}

onBothDatabases('what a person has to allow', (opened) => {
  async function awaiting(seed: number) {
    const started = startConversations(opened(), seed)
    const { conversations, tenant, jobs, ids } = started
    const { conversationId: id } = await conversations.hear(tenant, aCustomer(), aMessage('退款'))
    const runId = `run_${seed}`
    const request = { runId, action: 'refund', input: { number: 'D1' }, needs: 'approval' as const }
    const dialogue = { taken: [], weighed: [], requested: [request], progress: null }
    await conversations.commit(tenant, id, { ...aTurn(1), why: { ...aWhy, dialogue } })
    const taken: string[] = []
    const desk = createDesk({
      conversations,
      settings: notImplemented,
      words: {} as never,
      deliveryOf: () => [],
      takeTurn: (_tenant, state) => void taken.push(state.id),
      performOf: effectOf,
      ids,
    })
    const caller = { ...boss, tenantId: tenant }
    const judge = (body: { allowed: boolean; reason?: string }) =>
      desk.judgeAction({ params: { id, runId }, query: undefined, body }, caller, exchange)
    const list = async () =>
      (await desk.listApprovals({ params: undefined, query: undefined, body: undefined }, caller, exchange)).approvals
    return { ...started, id, request, judge, list, taken, added: jobs.added }
  }

  it('is listed until somebody says, and done once it is allowed', async () => {
    const { id, request, judge, list, taken, added } = await awaiting(11)
    expect(await list()).toMatchObject([{ request, conversation: { id, approvals: 1 } }])
    expect(await judge({ allowed: true })).toMatchObject({ approvals: 0 })
    const { needs: _needs, ...asked } = request
    expect(added.filter(({ name }) => name === 'perform')).toMatchObject([
      { key: id, body: { ...asked, conversationId: id } },
    ])
    expect([await list(), taken]).toEqual([[], []])
    await expect(judge({ allowed: true })).rejects.toMatchObject({ code: 'not-pending' })
    expect(added.filter(({ name }) => name === 'perform')).toHaveLength(1)
  })

  it('is refused with the reason when it is not allowed, and the bot goes on from there', async () => {
    const { id, tenant, conversations, judge, taken, added } = await awaiting(12)
    await judge({ allowed: false, reason: '超过七天' })
    expect(added.filter(({ name }) => name === 'perform')).toEqual([])
    expect(taken).toEqual([id])
    const events = await conversations.eventsAfter(tenant, id, 0)
    expect(events.slice(-2)).toMatchObject([
      { type: 'action-judged', allowed: false, name: '王主管' },
      { type: 'action-performed', outcome: { kind: 'refused', reason: '超过七天' } },
    ])
  })
})

async function notImplemented(): Promise<never> {
  throw new Error('not asked for here')
}
