/** Tickets for another assistant: opened once for one key of its own, found again, personal data covered. */
import { Problem } from '@lingxi/contract/problem'
import { type Ticket, TicketDraft, ticketPriorities, ticketStatuses } from '@lingxi/contract/ticket'
import { z } from 'zod'
import type { Conversations } from '#conversations'
import { describeTool, type ServedTool } from '#platform/mcp'
import type { Tickets } from '#tickets'

export type TicketParts = {
  tickets: Pick<Tickets, 'open' | 'list' | 'get'>
  conversations: Pick<Conversations, 'find'>
  createCover: () => (text: string) => string
}
type Holder = { tenantId: string; keyId: string }

const Told = z.object({
  number: z.string(),
  subject: z.string(),
  text: z.string(),
  priority: z.enum(ticketPriorities),
  status: z.enum(ticketStatuses),
  conversationId: z.string().nullable(),
  openedAt: z.string(),
  updatedAt: z.string(),
  solvedAt: z.string().nullable(),
})

export function createTicketTools({ tickets, createCover }: Omit<TicketParts, 'conversations'>, { tenantId }: Holder) {
  const tell = (ticket: Ticket) => toTold(ticket, createCover())
  return [
    describeTool({
      name: 'list_tickets',
      title: 'List tickets',
      description: 'Lists tickets, what changed last first. Personal data is covered by marks.',
      input: z.strictObject({
        status: z.enum(ticketStatuses).optional(),
        priority: z.enum(ticketPriorities).optional(),
        conversation: z.string().max(80).optional(),
        search: z.string().max(200).optional(),
        limit: z.int().min(1).max(100).default(20),
        offset: z.int().min(0).max(1_000_000).default(0),
      }),
      output: z.object({ tickets: z.array(Told), total: z.int() }),
      looks: true,
      async perform(asked) {
        const { tickets: found, total } = await tickets.list(tenantId, asked)
        return { tickets: found.map(tell), total }
      },
    }),
    describeTool({
      name: 'get_ticket',
      title: 'Read a ticket',
      description: 'Reads one ticket by its number, such as T-12. Personal data is covered by marks.',
      input: z.strictObject({ number: z.string().min(1).max(80) }),
      output: Told,
      looks: true,
      perform: async ({ number }) => tell(await tickets.get(tenantId, number)),
    }),
  ]
}

export function createOpenTicketTool(
  { tickets, conversations, createCover }: TicketParts,
  { tenantId, keyId }: Holder,
): ServedTool {
  const Draft = TicketDraft.omit({ assigneeId: true })
  return describeTool({
    name: 'open_ticket',
    title: 'Open a ticket',
    description:
      'Opens a ticket for the company’s people; of a conversation, it is that customer’s. With the same idempotencyKey again, the ticket that was opened is told and none is added.',
    input: Draft.extend({ idempotencyKey: z.string().min(1).max(100).optional() }),
    output: Told,
    looks: false,
    async perform({ idempotencyKey, ...draft }) {
      const state = draft.conversationId === null ? undefined : await conversations.find(tenantId, draft.conversationId)
      if (draft.conversationId !== null && !state) throw new Problem('not-found', { detail: 'no such conversation' })
      const opened = await tickets.open(tenantId, {
        ...draft,
        customerId: state?.customerId ?? null,
        customerName: state?.customerName ?? null,
        openedBy: null,
        assigneeId: null,
        runId: idempotencyKey === undefined ? null : `${keyId} ${idempotencyKey}`,
      })
      return toTold(opened, createCover())
    },
  })
}

function toTold(ticket: Ticket, cover: (text: string) => string) {
  const { number, subject, text, priority, status, conversationId, openedAt, updatedAt, solvedAt } = ticket
  const of = { priority, status, conversationId, openedAt, updatedAt, solvedAt }
  return { number, subject: cover(subject), text: cover(text), ...of }
}
