/**
 * One conversation driven at random: a customer who repeats messages, a bot whose results come late or are lost in a
 * crash, and people who claim, answer, hand back and resolve, in any order. Everything comes from one seed.
 */
import type { ConversationEvent, Owner } from '@lingxi/contract/conversation'
import { Problem } from '@lingxi/contract/problem'
import {
  aCustomer,
  aMessage,
  anAnswer,
  aPerson,
  aTurn,
  type startConversations,
} from '../../capabilities/conversations/conversations.testing.ts'
import { createSeededIds } from '../../platform/ids/ids.testing.ts'

type Started = ReturnType<typeof startConversations>
type Thought = { conversationId: string; turn: number; number: number }
export type Driven = { seed: number; conversationIds: Set<string>; said: Set<string>; committed: number; late: number }

const people = ['stf_lin', 'stf_zhou', 'stf_chen']

export async function driveOne({ conversations, tenant }: Started, seed: number, steps: number): Promise<Driven> {
  const { chance } = createSeededIds(seed)
  const customer = aCustomer(`cus_${seed}`)
  const driven: Driven = { seed, conversationIds: new Set(), said: new Set(), committed: 0, late: 0 }
  let thoughts: Thought[] = []
  let current = ''
  let count = 0
  const pick = <Item>(items: Item[]) => items[Math.floor(chance() * items.length)]!

  async function hear(externalId: string) {
    const heard = await conversations.hear(tenant, customer, aMessage(`question ${externalId}`, externalId))
    driven.said.add(externalId)
    if (heard.repeated) return
    current = heard.conversationId
    driven.conversationIds.add(current)
    if (conversations.isDue(heard.state)) think(heard.state)
  }
  const think = ({ id, turn }: { id: string; turn: number }) =>
    thoughts.push({ conversationId: id, turn, number: ++count })

  /** Whatever thought happens to be finished now, of whatever age. */
  async function finishThought() {
    const thought = pick(thoughts)
    if (!thought) return
    thoughts = thoughts.filter((other) => other !== thought)
    const handOff = chance() < 0.2 ? 'asked-for-person' : undefined
    const turn = { ...aTurn(thought.turn, `msg_${seed}_${thought.number}`), handOff }
    const { kind } = await conversations.commit(tenant, thought.conversationId, turn)
    if (kind === 'committed') driven.committed++
    else driven.late++
  }

  async function act() {
    const person = aPerson(pick(people), chance() < 0.2)
    const staffSays = (text: string) => () => {
      const speaker = { kind: 'staff' as const, staffId: person.staffId, name: person.name }
      return { message: { ...anAnswer(`msg_${seed}_${++count}`, text), speaker }, effects: [] }
    }
    const notice = () => ({ message: { ...anAnswer(`msg_${seed}_${++count}`), kind: 'notice' as const }, effects: [] })
    const dice = chance()
    if (dice < 0.1) await withdraw(notice)
    else if (dice < 0.4) await conversations.claim(tenant, current, person)
    else if (dice < 0.7) await conversations.reply(tenant, current, { person, compose: staffSays('my answer') })
    else if (dice < 0.9) think((await conversations.handBack(tenant, current, { person, compose: notice })).state)
    else await conversations.resolve(tenant, current, { person, compose: undefined })
  }

  /** The customer wants nobody any more: heard in this turn or in one that is over. */
  async function withdraw(compose: Parameters<typeof conversations.withdraw>[2]['compose']) {
    const turn = (await conversations.find(tenant, current))!.turn - (chance() < 0.3 ? 1 : 0)
    await conversations.withdraw(tenant, current, { turn, compose })
  }

  /** The process dies: what was being thought is gone, and is found again in the log. */
  async function crash() {
    thoughts = []
    const state = await conversations.find(tenant, current)
    if (state && conversations.isDue(state)) think(state)
  }

  await hear(`m-${seed}-0`)
  for (let step = 1; step < steps; step++) {
    const dice = chance()
    const together: Promise<void>[] = []
    if (dice < 0.3) together.push(hear(`m-${seed}-${step}`))
    if (dice > 0.2 && dice < 0.35) together.push(hear(pick([...driven.said])))
    if (dice > 0.25 && dice < 0.75) together.push(finishThought(), finishThought())
    if (dice > 0.6) together.push(act().catch(ignoreRefusal))
    await Promise.all(together)
    if (chance() < 0.1) await crash()
  }
  await crash()
  while (thoughts.length > 0) await finishThought()
  return driven
}

function ignoreRefusal(error: unknown): void {
  if (!(error instanceof Problem)) throw error
}

/** What the log says about who spoke in which turn; each complaint is one broken promise. */
export function complaintsAbout(events: ConversationEvent[]): string[] {
  const complaints: string[] = []
  const ownerOf = new Map<number, string>()
  const decided = new Set<number>()
  const heard = new Set<string>()
  let owner: Owner = { kind: 'bot' }
  let last = 0
  for (const event of events) {
    if (event.seq !== ++last) complaints.push(`event ${event.seq} follows ${last - 1}`)
    owner = ownerAfter(owner, event)
    const name = owner.kind === 'staff' ? owner.staffId : owner.kind
    const before = ownerOf.get(event.turn)
    if (before && before !== name) complaints.push(`turn ${event.turn} belongs to ${before} and to ${name}`)
    ownerOf.set(event.turn, name)
    complaints.push(...complaintsOf(event, name, { decided, heard }))
  }
  return complaints
}

function complaintsOf(
  event: ConversationEvent,
  owner: string,
  seen: { decided: Set<number>; heard: Set<string> },
): string[] {
  switch (event.type) {
    case 'message-sent': {
      const speaker = event.speaker.kind === 'staff' ? event.speaker.staffId : 'bot'
      const wrong = event.kind === 'answer' && speaker !== owner
      return wrong ? [`${speaker} spoke in turn ${event.turn}, which is ${owner}'s`] : []
    }
    case 'turn-decided':
      return isNew(seen.decided, event.turn) ? [] : [`turn ${event.turn} was decided twice`]
    case 'message-received':
      return isNew(seen.heard, event.externalId) ? [] : [`${event.externalId} was heard twice`]
    default:
      return []
  }
}

const isNew = <Item>(seen: Set<Item>, item: Item) => seen.size < seen.add(item).size

function ownerAfter(owner: Owner, event: ConversationEvent): Owner {
  if (event.type === 'hand-off-requested') return { kind: 'queue' }
  if (event.type === 'conversation-claimed') return { kind: 'staff', staffId: event.staffId, name: event.name }
  const toBot = ['hand-off-withdrawn', 'conversation-handed-back', 'conversation-resolved']
  if (toBot.includes(event.type)) return { kind: 'bot' }
  return owner
}
