/**
 * Tickets: matters that outlive their conversation. Promises: numbers are given once each and in order, without gaps; what
 * an action opened it opened once; who changes a ticket changes the one they read.
 */
import { Problem } from '@lingxi/contract/problem'
import type { Ticket, TicketChange, TicketDraft } from '@lingxi/contract/ticket'
import { type Clock, isoInstant } from '#platform/clock'
import type { Database } from '#platform/database'
import type { Ids } from '#platform/ids'
import { createTicketStore, type TicketPage, type TicketRow } from './ticket-store.ts'

type Parts = { database: Database; clock: Clock; ids: Ids }
export type Of = { conversationId: string | null; customerId: string | null; customerName: string | null }
type Opening = Omit<TicketDraft, 'conversationId'> & Of & { openedBy: string | null; runId: string | null }

export function createTickets({ database, clock, ids }: Parts) {
  const store = createTicketStore(database)

  async function get(tenantId: string, id: string): Promise<TicketRow> {
    const number = /^T-(\d{1,9})$/i.exec(id)?.[1]
    const row = await store.find(tenantId, number ? { number: Number(number) } : { id })
    if (!row) throw new Problem('not-found')
    return row
  }

  return {
    /** Opens a ticket. The same `runId` again is told the ticket that it opened. */
    async open(tenantId: string, opening: Opening): Promise<Ticket> {
      const { subject, text, priority, conversationId, customerId, customerName, openedBy, assigneeId, runId } = opening
      const at = isoInstant(clock)
      const row = await store.open(tenantId, {
        id: ids.next('tic'),
        subject,
        text,
        priority,
        status: 'open',
        conversation_id: conversationId,
        customer_id: customerId,
        customer_name: customerName,
        opened_by: openedBy,
        assignee_id: assigneeId,
        run_id: runId,
        version: 1,
        opened_at: at,
        updated_at: at,
        solved_at: null,
      })
      return present(row)
    },
    async list(tenantId: string, page: TicketPage): Promise<{ tickets: Ticket[]; total: number }> {
      const { rows, total } = await store.list(tenantId, page)
      return { tickets: rows.map(present), total }
    },
    /** By its id or its number; throws `not-found`. */
    get: async (tenantId: string, id: string): Promise<Ticket> => present(await get(tenantId, id)),
    /** Throws `changed-meanwhile` when somebody else was quicker. */
    async change(tenantId: string, id: string, { version, assigneeId, ...change }: TicketChange): Promise<Ticket> {
      const was = await get(tenantId, id)
      const at = isoInstant(clock)
      const status = change.status ?? was.status
      const row: TicketRow = {
        ...was,
        subject: change.subject ?? was.subject,
        text: change.text ?? was.text,
        priority: change.priority ?? was.priority,
        status,
        assignee_id: assigneeId === undefined ? was.assignee_id : assigneeId,
        solved_at: status === 'open' ? null : (was.solved_at ?? at),
        updated_at: at,
        version: version + 1,
      }
      if (was.version !== version || !(await store.replace(tenantId, row))) throw new Problem('changed-meanwhile')
      return present(row)
    },
  }
}
export type Tickets = ReturnType<typeof createTickets>

const instant = (at: string) => new Date(at).toISOString()
const present = (row: TicketRow): Ticket => ({
  id: row.id,
  number: `T-${row.number}`,
  subject: row.subject,
  text: row.text,
  priority: row.priority,
  status: row.status,
  conversationId: row.conversation_id,
  customerId: row.customer_id,
  customerName: row.customer_name,
  openedBy: row.opened_by,
  assigneeId: row.assignee_id,
  version: row.version,
  openedAt: instant(row.opened_at),
  updatedAt: instant(row.updated_at),
  solvedAt: row.solved_at && instant(row.solved_at),
})
