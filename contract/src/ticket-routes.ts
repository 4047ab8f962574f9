import { z } from 'zod'
import { route } from './route.ts'
import { Ticket, TicketChange, TicketDraft, ticketPriorities, ticketStatuses } from './ticket.ts'

const byId = z.strictObject({ id: z.string().max(80) })
const area = 'Tickets'

/** Tickets: opened by the bot or a person, listed, read and changed. */
export const ticketRoutes = {
  listTickets: route({
    method: 'GET',
    path: '/api/v1/tickets',
    area,
    access: 'staff',
    summary: 'Tickets, what changed last first; by status, priority, assignee (`none`: nobody), words and conversation',
    query: z.strictObject({
      status: z.enum(ticketStatuses).optional(),
      priority: z.enum(ticketPriorities).optional(),
      assignee: z.string().max(80).optional(),
      conversation: z.string().max(80).optional(),
      search: z.string().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
      offset: z.coerce.number().int().min(0).max(10_000_000).default(0),
    }),
    ok: z.strictObject({ tickets: z.array(Ticket), total: z.int() }),
  }),
  getTicket: route({
    method: 'GET',
    path: '/api/v1/tickets/:id',
    area,
    access: 'staff',
    summary: 'One ticket, by its id or its number',
    params: byId,
    ok: Ticket,
  }),
  openTicket: route({
    method: 'POST',
    path: '/api/v1/tickets',
    area,
    access: 'staff',
    summary: 'Open a ticket; of a conversation, it is that customer’s',
    body: TicketDraft,
    ok: Ticket,
    status: 201,
  }),
  changeTicket: route({
    method: 'PATCH',
    path: '/api/v1/tickets/:id',
    area,
    access: 'staff',
    summary: 'Change what is named, at the version that was read',
    params: byId,
    body: TicketChange,
    ok: Ticket,
  }),
}
