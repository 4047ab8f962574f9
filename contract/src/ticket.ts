/** A matter that outlives its conversation, under a number that the customer is told. */
import { z } from 'zod'

export const ticketPriorities = ['low', 'normal', 'high', 'urgent'] as const
export const ticketStatuses = ['open', 'solved'] as const

const subject = z.string().trim().min(1).max(200)
const text = z.string().trim().max(10_000)

export const Ticket = z
  .strictObject({
    id: z.string(),
    /** T-1, T-2 …, in the order in which a company's were opened. */
    number: z.string(),
    subject,
    text,
    priority: z.enum(ticketPriorities),
    status: z.enum(ticketStatuses),
    conversationId: z.string().nullable(),
    customerId: z.string().nullable(),
    customerName: z.string().nullable(),
    /** The person who opened it; null: the bot. */
    openedBy: z.string().nullable(),
    assigneeId: z.string().nullable(),
    version: z.int().positive(),
    openedAt: z.string(),
    updatedAt: z.string(),
    solvedAt: z.string().nullable(),
  })
  .meta({ id: 'Ticket' })
export type Ticket = z.infer<typeof Ticket>

export const TicketDraft = z
  .strictObject({
    subject,
    text: text.default(''),
    priority: z.enum(ticketPriorities).default('normal'),
    conversationId: z.string().max(80).nullable().default(null),
    assigneeId: z.string().max(80).nullable().default(null),
  })
  .meta({ id: 'TicketDraft' })
export type TicketDraft = z.infer<typeof TicketDraft>

export const TicketChange = z
  .strictObject({
    version: z.int().positive(),
    subject: subject.optional(),
    text: text.optional(),
    priority: z.enum(ticketPriorities).optional(),
    status: z.enum(ticketStatuses).optional(),
    assigneeId: z.string().max(80).nullable().optional(),
  })
  .meta({ id: 'TicketChange' })
export type TicketChange = z.infer<typeof TicketChange>
