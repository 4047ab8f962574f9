/** A company in an invented world: customers write, what chooses is the company's own, and what comes of it is known. */
import type { ConversationEvent } from '@lingxi/contract/conversation'
import { createChoosing } from '#choosing'
import type { ConversationState } from '#conversations'
import { type Exploring, outcomeOf } from '#dialogue'
import { choose } from '../../capabilities/dialogue/policy/bandit/choose.ts'
import { createChance, normal } from '../../capabilities/dialogue/policy/bandit/chance.ts'
import type { Features } from '../../capabilities/dialogue/policy/bandit/learnt.ts'
import { messageOf, offered } from '../../capabilities/dialogue/policy/bandit/world.testing.ts'
import { createFakeClock } from '../../platform/clock/clock.testing.ts'
import type { OpenDatabase } from '../../platform/database/database.ts'
import { systemIds } from '../../platform/ids/ids.ts'
import { silentLog } from '../../platform/log/log.ts'
import { createFollowChoosing } from './follow-choosing.ts'
import { createGatherChoices } from './gather-choices.ts'
import { createLearnChoosing } from './learn-choosing.ts'

export const day = 86_400_000
/** Here customers want to know that there is a person, which nobody expects beforehand. */
const worthOf = (way: string, { knowledge, clarification }: Features) =>
  way === 'clarify' ? 0.1 + 0.5 * clarification : (way === 'offer' ? 0.3 : 0.1) + 0.5 * knowledge

type Talk = { state: ConversationState; events: ConversationEvent[] }

export function aCompanyInAWorld({ database }: OpenDatabase, { at = systemIds.next('tnt'), seed = 'world' } = {}) {
  const tenantId = at
  const clock = createFakeClock()
  const talks = new Map<string, Talk>()
  /** When each customer opened a conversation. */
  const opened = new Map<string, string[]>()
  const choosing = createChoosing({
    database,
    clock,
    ids: systemIds,
    onChange: (of) => following.forget(of),
  })
  const following = createFollowChoosing({ choosing, log: silentLog })
  const chance = createChance(seed)
  let place: { at: string; id: string } | undefined
  const conversations = {
    async listChanged(
      _tenant: string,
      { after, before, limit }: { after: typeof place; before: string; limit: number },
    ) {
      // They are written in the order of time.
      const states = [...talks.values()].map(({ state }) => state)
      const from = after ? states.findIndex(({ id }) => id === after.id) + 1 : 0
      return states.slice(from, from + limit).filter(({ updatedAt }) => updatedAt < before)
    },
    eventsAfter: async (_tenant: string, id: string) => talks.get(id)!.events,
    find: async (_tenant: string, id: string) => talks.get(id)?.state,
    nextOpenedAt: async (_tenant: string, { customerId, openedAt }: ConversationState) =>
      opened.get(customerId)!.find((at) => at > openedAt),
  }
  const gather = createGatherChoices({
    conversations,
    cursors: { readUntil: async () => place, keepReadUntil: async (_tenant, _reader, to) => void (place = to) },
    choices: choosing.choices,
    clock,
    log: silentLog,
  })
  const learnNow = createLearnChoosing({ choosing, gather, learntOf: following.learntOf, clock, log: silentLog })

  /** One message, answered in the way that is chosen, and what the customer says of it in the end. */
  function talk(policy: Exploring, { customer = `cus_${talks.size}`, rates = true } = {}) {
    const id = `cnv_${seed}_${talks.size}`
    const features = messageOf(chance)
    const explored = choose(policy, { arms: offered, features, seed: `${id}:1` })
    const reward = worthOf(explored.chosen, features) + 0.15 * normal(chance)
    const stars = 1 + Math.round(4 * Math.min(1, Math.max(0, reward)))
    const rating = { solved: reward >= 0.5, stars }
    const now = new Date(clock.now()).toISOString()
    const why = { act: 'question', dialogue: { taken: [], weighed: [], explored, progress: null } }
    const events = [
      { seq: 1, at: now, turn: 1, type: 'turn-decided', about: [], decision: 'answer', why },
      { seq: 2, at: now, turn: 1, type: 'conversation-resolved', staffId: '', name: '' },
      ...(rates ? [{ seq: 3, at: now, turn: 1, type: 'conversation-rated', ...rating }] : []),
    ] as unknown as ConversationEvent[]
    const state = { id, customerId: customer, openedAt: now, updatedAt: now } as ConversationState
    talks.set(id, { state, events })
    opened.set(customer, [...(opened.get(customer) ?? []), now])
    clock.move(1_000)
    return { id, reward: outcomeOf(events, 1, null)!.reward }
  }
  /** The mean reward of so many messages. */
  async function serve(messages: number): Promise<number> {
    const policy = await following.policyOf(tenantId)
    const rewards = Array.from({ length: messages }, () => talk(policy).reward)
    return rewards.reduce((sum, reward) => sum + reward, 0) / messages
  }
  const change = async (wanted: { frozen?: boolean; byItself?: boolean }) => {
    const now = await choosing.standing(tenantId)
    return choosing.change(tenantId, { ...now, ...wanted, by: 'stf_1' })
  }
  const use = async (number: number) =>
    choosing.use(tenantId, number, { version: (await choosing.standing(tenantId)).version, by: 'stf_1' })
  return { tenantId, clock, choosing, ...following, gather, learn: learnNow, talk, talks, serve, change, use }
}
