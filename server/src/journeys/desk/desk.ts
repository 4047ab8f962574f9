/**
 * A person takes over: sees what waits, claims, replies, notes, hands back, resolves. Who may do what is decided with
 * the conversation's state in the same transaction; from a claim on the bot is silent there.
 */
import type { deskRoutes } from '@lingxi/contract/desk-routes'
import type { ActionRequest } from '@lingxi/contract/dialogue'
import { Problem } from '@lingxi/contract/problem'
import type { Caller, Handlers } from '@lingxi/contract/route'
import type { Settings } from '@lingxi/contract/staff'
import type { Words } from '#answering'
import type { Conversations, ConversationState, Effect, Person } from '#conversations'
import type { Ids } from '#platform/ids'
import { createComposeWith } from './compose-with.ts'

type Parts = {
  conversations: Conversations
  settings: (tenantId: string) => Promise<Settings>
  words: Words
  /** The job that brings a message to the customer, where the channel needs one. */
  deliveryOf: (channel: string, conversationId: string, messageId: string) => Effect[]
  /** The bot has something to answer again. */
  takeTurn: (tenantId: string, state: ConversationState) => void
  /** The job that does what was allowed. */
  performOf: (conversationId: string, request: ActionRequest) => Effect
  ids: Ids
}
type StaffCaller = Extract<Caller, { kind: 'staff' }>

const earlierShown = 20

export function createDesk({
  conversations,
  settings,
  words,
  deliveryOf,
  takeTurn,
  performOf,
  ids,
}: Parts): Handlers<typeof deskRoutes> {
  const composeWith = createComposeWith({ deliveryOf, ids })

  return {
    async listConversations({ query: { state: of, limit, after } }, { tenantId, staffId }) {
      const page = await conversations.listView(tenantId, { of, staffId, limit: limit + 1, after: after?.split('|') })
      const shown = page.slice(0, limit)
      const [waiting, mine, open] = await Promise.all(
        (['waiting', 'mine', 'open'] as const).map((view) => conversations.count(tenantId, { of: view, staffId })),
      )
      const last = page.length > limit ? shown.at(-1) : undefined
      const next = last ? `${of === 'waiting' ? last.waitingSince : last.updatedAt}|${last.id}` : null
      return { conversations: shown, counts: { waiting: waiting ?? 0, mine: mine ?? 0, open: open ?? 0 }, next }
    },

    async getConversation({ params: { id } }, { tenantId }) {
      const state = await conversations.find(tenantId, id)
      if (!state) throw new Problem('not-found')
      const events = await conversations.eventsAfter(tenantId, id, 0)
      const others = await conversations.listOfCustomer(tenantId, state.customerId, { limit: earlierShown + 1 })
      const earlier = others.filter((other) => other.id < id).slice(0, earlierShown)
      // The log may have grown since the row was read: whoever shows both sees the events as the newer truth.
      return { ...conversations.summarise(state), events, earlier: earlier.map(conversations.summarise) }
    },

    claim: async ({ params: { id } }, caller) =>
      (await conversations.claim(caller.tenantId, id, personOf(caller))).summary,

    async reply({ params: { id }, body: { text, id: replyId } }, caller) {
      const messageId = replyId && `msg_${caller.staffId}_${replyId}`
      const { staffId, name } = caller
      const compose = composeWith(() => ({
        kind: 'answer',
        speaker: { kind: 'staff', staffId, name },
        text,
        quickReplies: [],
        ...(messageId && { messageId }),
      }))
      return (
        await conversations.reply(caller.tenantId, id, {
          person: personOf(caller),
          compose,
          ...(messageId && { messageId }),
        })
      ).summary
    },

    note: async ({ params: { id }, body: { text } }, caller) =>
      (await conversations.addNote(caller.tenantId, id, { person: personOf(caller), text })).summary,

    async handBack({ params: { id } }, caller) {
      const { botName } = await settings(caller.tenantId)
      const speaker = { kind: 'bot' as const, name: botName }
      const compose = composeWith(({ language }) => ({
        kind: 'notice',
        speaker,
        ...words.sayHandedBack(language, caller.name),
      }))
      const { summary, state } = await conversations.handBack(caller.tenantId, id, {
        person: personOf(caller),
        compose,
      })
      takeTurn(caller.tenantId, state)
      return summary
    },

    async listApprovals(_asked, { tenantId }) {
      const awaiting = await conversations.listAwaiting(tenantId)
      const approvals = awaiting.flatMap((state) =>
        state.pending
          .filter(({ needs }) => needs === 'approval')
          .map((request) => ({ conversation: conversations.summarise(state), request })),
      )
      return { approvals }
    },

    async judgeAction({ params: { id, runId }, body: { allowed, reason } }, { tenantId, staffId, name }) {
      const asked = (await conversations.find(tenantId, id))?.pending.find((each) => each.runId === runId)
      if (!asked) throw new Problem('not-pending')
      const judged = { runId, allowed, staffId, name, ...(reason && { reason }) }
      const perform = [performOf(id, asked)]
      const { summary, state } = await conversations.judgeAction(tenantId, id, { ...judged, perform })
      if (!allowed) takeTurn(tenantId, state)
      return summary
    },

    async resolve({ params: { id } }, caller) {
      const { botName, askSatisfaction } = await settings(caller.tenantId)
      const speaker = { kind: 'bot' as const, name: botName }
      const compose = composeWith(({ language }) => ({ kind: 'survey', speaker, ...words.askSolved(language) }))
      const asked = { person: personOf(caller), compose: askSatisfaction ? compose : undefined }
      return (await conversations.resolve(caller.tenantId, id, asked)).summary
    },
  }
}

const personOf = ({ staffId, name, role }: StaffCaller): Person => ({ staffId, name, mayTakeOver: role !== 'staff' })
