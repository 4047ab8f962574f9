/**
 * Conversations: append-only logs with one owner and a turn number that fences.
 * Promises: what `hear` has answered is written down and, said twice, is there once; of everything that competes for a
 * turn one is written and the rest are told they came late; the rows of the desk are what the logs add up to.
 */
import type { ConversationEvent, ConversationView } from '@lingxi/contract/conversation'
import type { InboundMessage, OutboundMessage } from '@lingxi/contract/message'
import { Problem } from '@lingxi/contract/problem'
import type { Rating } from '@lingxi/contract/web-channel'
import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import type { Ids } from '#platform/ids'
import type { Jobs } from '#platform/jobs'
import type { Signals } from '#platform/signals'
import * as commands from './commands.ts'
import { type ConversationState, isDue, summarise } from './conversation-state.ts'
import { type Command, createConversationWriter, type Speaking, type Written } from './conversation-writer.ts'
import { createConversationsStore } from './conversations-store.ts'
import { createRecentEvents } from './recent-events.ts'

export type { BotTurn, Effect, Person } from './commands.ts'
export { applyEvent, type ConversationState, isDue, startOf, withMood } from './conversation-state.ts'
export { type HeldConversations, holdConversations } from './held-conversations.ts'
export type Conversations = ReturnType<typeof createConversations>

type Parts = {
  database: Database
  jobs: Pick<Jobs, 'addWithin' | 'wake'>
  signals: Pick<Signals, 'tell' | 'follow'>
  clock: Clock
  ids: Ids
}

export function createConversations({ database, jobs, signals, clock, ids }: Parts) {
  const store = createConversationsStore(database)
  const recent = createRecentEvents()
  const writer = createConversationWriter({ store, jobs, clock, ids }, (tenantId, written, added) => {
    for (const each of written) {
      if (each.kind !== 'written' || each.events.length === 0) continue
      recent.add(each.state.id, each.events)
      signals.tell('conversation', tenantId, { id: each.state.id, of: each.state.customerId })
    }
    for (const name of new Set(added.map((job) => job.name))) jobs.wake(name)
  })
  signals.follow(({ topic, id, remote }) => {
    if (topic === 'missed') recent.forgetAll()
    else if (topic === 'conversation' && remote) recent.forget(id)
  })

  /** For commands of people: a refusal becomes the problem they are shown. */
  async function command(tenantId: string, conversation: string, asked: Command['decide'] | Omit<Command, 'target'>) {
    const wanted = typeof asked === 'function' ? { decide: asked } : asked
    const written = await writer.write(tenantId, { target: { conversation }, ...wanted })
    if (written.kind === 'written') return { summary: summarise(written.state), state: written.state }
    const there = written.kind === 'repeated' ? await store.find(tenantId, conversation) : undefined
    if (there) return { summary: summarise(there), state: there }
    if (written.kind === 'refused' && written.refusal !== 'late') throw new Problem(written.refusal)
    throw new Problem('not-found')
  }

  return {
    /**
     * Writes down what a customer said, opening a conversation where none is open. When it resolves, the message is safe.
     * `repeated`: it was heard before, and what comes of it is already under way or done.
     */
    async hear(tenantId: string, customer: Speaking, message: InboundMessage) {
      const messageId = ids.next('msg')
      const written = await writer.write(tenantId, {
        target: { customer },
        once: { customerId: customer.id, externalId: message.externalId },
        decide: () => commands.hear(message, messageId),
      })
      if (written.kind === 'repeated') return { repeated: true as const, ...receivedOf(written) }
      if (written.kind !== 'written') throw new Error(`hear was answered ${written.kind}`)
      return { repeated: false as const, conversationId: written.state.id, messageId, state: written.state }
    },

    /** Writes the bot's turn, or `late` when a newer turn, a person, or another result for it came before. */
    async commit(tenantId: string, conversationId: string, turn: commands.BotTurn) {
      const written = await writer.write(tenantId, {
        target: { conversation: conversationId },
        decide: (state) => commands.commitTurn(state, turn),
      })
      return written.kind === 'written'
        ? ({ kind: 'committed', state: written.state } as const)
        : ({ kind: 'late' } as const)
    },

    claim: (tenantId: string, id: string, person: commands.Person) =>
      command(tenantId, id, (state) => commands.claim(state, person)),
    /** `messageId` said again is not written again, so that a reply whose answer was lost can be sent once more. */
    async reply(
      tenantId: string,
      id: string,
      { person, compose, messageId }: { person: commands.Person; compose: Compose; messageId?: string },
    ) {
      const state = messageId === undefined ? undefined : await store.find(tenantId, id)
      const once =
        state && messageId !== undefined ? { customerId: state.customerId, externalId: messageId } : undefined
      const decide: Command['decide'] = (now) => {
        const { message, effects } = compose(now)
        return withDelivery(commands.reply(now, person, message), effects)
      }
      return command(tenantId, id, once ? { decide, once } : decide)
    },
    addNote: (tenantId: string, id: string, { person, text }: { person: commands.Person; text: string }) =>
      command(tenantId, id, () => commands.addNote(person, text)),
    handBack: (tenantId: string, id: string, { person, compose }: { person: commands.Person; compose: Compose }) =>
      command(tenantId, id, (state) => {
        const { message, effects } = compose(state)
        return withDelivery(commands.handBack(state, person, message), effects)
      }),
    /** Puts a conversation of the bot into the line; one that it does not have stays as it is. */
    handOff: (tenantId: string, id: string, { reason, compose }: { reason: string; compose: Compose }) =>
      command(tenantId, id, (state) => {
        const { message, effects } = compose(state)
        return withDelivery(commands.handOff(state, reason, message), effects)
      }),
    /** Takes a conversation out of the line again: nothing where it is claimed by now, or the customer went on since `turn` began. */
    withdraw: (tenantId: string, id: string, { turn, compose }: { turn: number; compose: Compose }) =>
      command(tenantId, id, (state) => {
        const { message, effects } = compose(state)
        return withDelivery(commands.withdraw(state, turn, message), effects)
      }),
    closeQuiet: (
      tenantId: string,
      id: string,
      asked: { before: string; person: commands.Person; compose: Compose | undefined },
    ) =>
      command(tenantId, id, (state) => {
        const survey = asked.compose?.(state)
        const outcome = commands.closeQuiet(state, asked.before, { person: asked.person, survey: survey?.message })
        return withDelivery(outcome, survey?.effects ?? [])
      }),
    /** Puts the open conversations of a person back into the line. */
    async releaseAll(tenantId: string, staffId: string): Promise<void> {
      const theirs = await store.listView(tenantId, { of: 'mine', staffId, limit: 10_000 })
      await Promise.all(theirs.map(({ id }) => command(tenantId, id, (state) => commands.release(state, staffId))))
    },
    resolve: (tenantId: string, id: string, asked: { person: commands.Person; compose: Compose | undefined }) =>
      command(tenantId, id, (state) => {
        const survey = asked.compose?.(state)
        return withDelivery(commands.resolve(state, asked.person, survey?.message), survey?.effects ?? [])
      }),
    recordDelivery: (tenantId: string, id: string, { messageId, outcome }: { messageId: string; outcome: string }) =>
      command(tenantId, id, () => commands.recordDelivery(messageId, outcome)),

    /** Keeps how a message felt that waits for a person. */
    readMood: (tenantId: string, id: string, read: Parameters<typeof commands.readMood>[1]) =>
      command(tenantId, id, (state) => commands.readMood(state, read)),

    /** A customer's verdict on their own conversation: the named one, or the newest. */
    async rate(tenantId: string, customerId: string, rating: Rating): Promise<void> {
      const own = await store.listOfCustomer(tenantId, customerId, { limit: 50 })
      const rated = rating.conversationId
        ? own.find(({ id }) => id === rating.conversationId)
        : own.find(({ status }) => status === 'resolved')
      if (!rated) throw new Problem(rating.conversationId ? 'not-found' : 'not-rateable')
      await command(tenantId, rated.id, (state) => commands.rate(state, rating))
    },

    /** Writes down what became of an action; of one that nobody waits for, nothing. */
    recordAction: (tenantId: string, id: string, performed: Parameters<typeof commands.recordAction>[1]) =>
      command(tenantId, id, (state) => commands.recordAction(state, performed)),
    /** A person's word on an action; `perform` is what is done where they allow it. */
    judgeAction: (
      tenantId: string,
      id: string,
      { perform, ...judged }: Parameters<typeof commands.judgeAction>[1] & { perform: commands.Effect[] },
    ) => command(tenantId, id, (state) => commands.judgeAction(state, judged, perform)),
    /** An event from outside, said once by its `externalId`. */
    receiveEvent: async (tenantId: string, id: string, received: Parameters<typeof commands.receiveEvent>[1]) => {
      const there = await store.find(tenantId, id)
      const once = there && { customerId: there.customerId, externalId: received.externalId }
      const decide: Command['decide'] = (state) => commands.receiveEvent(state, received)
      return command(tenantId, id, once ? { decide, once } : decide)
    },

    find: (tenantId: string, id: string) => store.find(tenantId, id),
    /** The turn it is in, without asking the database; undefined when this process does not know. */
    knownTurn: recent.turnOf,
    /** The events after a number, oldest first. */
    eventsAfter: async (tenantId: string, id: string, seq: number): Promise<ConversationEvent[]> =>
      recent.after(id, seq) ?? store.readEvents(tenantId, id, { after: seq }),
    /** The newest events, at most `count`, oldest first. */
    async latestEvents(
      tenantId: string,
      state: { id: string; seq: number },
      count: number,
    ): Promise<ConversationEvent[]> {
      return (
        recent.after(state.id, Math.max(0, state.seq - count)) ?? store.readEvents(tenantId, state.id, { last: count })
      )
    },
    listOfCustomer: store.listOfCustomer,
    nextOpenedAt: store.nextOpenedAt,
    listView: async (
      tenantId: string,
      view: { of: ConversationView; staffId: string; limit: number; after?: string[] | undefined },
    ) => (await store.listView(tenantId, view)).map(summarise),
    count: store.count,
    /** What a crash, or a hand-back, left to be answered: silent since `before` (ISO). */
    listDue: store.listDue,
    listQuiet: store.listQuiet,
    /** With an action of which nobody knows what became, though nobody's word is needed; silent since `before` (ISO). */
    listPending: store.listPending,
    /** With an action that waits for a person's word. */
    listAwaiting: store.listAwaiting,
    listChanged: store.listChanged,
    listNewest: store.listNewest,
    listIdle: store.listIdle,
    isDue,
    summarise,
    idle: writer.idle,
  }
}

/** The words of a message and the job that delivers it, for the state in which it is written. */
export type Compose = (state: ConversationState) => { message: OutboundMessage; effects: commands.Effect[] }

function withDelivery(outcome: commands.Outcome, effects: commands.Effect[]): commands.Outcome {
  return 'refused' in outcome || outcome.steps.length === 0 ? outcome : { ...outcome, effects }
}

function receivedOf({ conversationId, event }: Extract<Written, { kind: 'repeated' }>) {
  return { conversationId, messageId: event.type === 'message-received' ? event.messageId : '' }
}
