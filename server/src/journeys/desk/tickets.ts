/** A ticket comes out of a conversation, opened by the bot or a person: it is that customer's, and says so. */
import { Problem } from '@lingxi/contract/problem'
import type { Handlers } from '@lingxi/contract/route'
import type { ticketRoutes } from '@lingxi/contract/ticket-routes'
import type { OpenTicket } from '#actions'
import type { Conversations } from '#conversations'
import type { Tickets } from '#tickets'

type Parts = {
  tickets: Tickets
  conversations: Pick<Conversations, 'find'>
  /** Whether somebody works here, so that a ticket may be theirs. */
  isStaff: (tenantId: string, staffId: string) => Promise<boolean>
}

export function createOpenTicketOf({ tickets, conversations }: Pick<Parts, 'tickets' | 'conversations'>): OpenTicket {
  return async function openTicket(tenantId, { conversationId, priority, runId, subject, text }) {
    const state = conversationId === undefined ? undefined : await conversations.find(tenantId, conversationId)
    const of = {
      conversationId: state?.id ?? null,
      customerId: state?.customerId ?? null,
      customerName: state?.customerName ?? null,
    }
    const { number } = await tickets.open(tenantId, {
      ...of,
      subject,
      text,
      priority,
      runId,
      openedBy: null,
      assigneeId: null,
    })
    return { number }
  }
}

export function createTicketRoutes({ tickets, conversations, isStaff }: Parts): Handlers<typeof ticketRoutes> {
  async function checkAssignee(tenantId: string, assigneeId: string | null | undefined): Promise<void> {
    if (!assigneeId || (await isStaff(tenantId, assigneeId))) return
    throw new Problem('invalid-request', { errors: [{ path: 'body.assigneeId', message: 'is nobody who works here' }] })
  }

  return {
    listTickets: ({ query }, { tenantId }) => tickets.list(tenantId, query),
    getTicket: ({ params }, { tenantId }) => tickets.get(tenantId, params.id),
    async openTicket({ body: { conversationId, ...draft } }, { tenantId, staffId }) {
      await checkAssignee(tenantId, draft.assigneeId)
      const state = conversationId === null ? undefined : await conversations.find(tenantId, conversationId)
      if (conversationId !== null && !state) throw new Problem('not-found')
      const { customerId = null, customerName = null } = state ?? {}
      return tickets.open(tenantId, {
        ...draft,
        conversationId,
        customerId,
        customerName,
        openedBy: staffId,
        runId: null,
      })
    },
    async changeTicket({ params, body }, { tenantId }) {
      await checkAssignee(tenantId, body.assigneeId)
      return tickets.change(tenantId, params.id, body)
    },
  }
}
