/** A matter that outlives the conversation is written down for people, under a number that the customer is told. */
import { type TicketDraft, ticketPriorities } from '@lingxi/contract/ticket'
import { z } from 'zod'
import { builtIn } from '../built-in.ts'

/** Who keeps tickets. Asked twice with the same `runId`, it tells the number that the first asking was given. */
export type OpenTicket = (
  tenantId: string,
  ticket: Pick<TicketDraft, 'subject' | 'text' | 'priority'> & { runId: string; conversationId: string | undefined },
) => Promise<{ number: string }>

const input = z.strictObject({
  subject: z.string().trim().min(1).max(200).describe('What it is about, in one line'),
  text: z.string().max(10_000).default('').describe('What is known so far'),
  priority: z.enum(ticketPriorities).default('normal'),
})

export const createOpenTicket = (open: OpenTicket) =>
  builtIn({
    name: 'open_ticket',
    title: { zh: '开工单', en: 'Open a ticket' },
    description: 'Writes down a matter that people of the company have to deal with, and tells its number.',
    effect: 'act',
    care: 'none',
    input,
    output: z.strictObject({ number: z.string() }),
    async perform(ticket, { tenantId, runId, conversationId }) {
      const { number } = await open(tenantId, { ...ticket, runId, conversationId })
      return { kind: 'done', output: { number } }
    },
  })
