/** Tickets, in SQL. The next number of a company is its own row, so that two who open at once wait for each other. */
import type { Ticket } from '@lingxi/contract/ticket'
import { type Selectable, sql } from 'kysely'
import { type Database, withTables } from '#platform/database'

type Rows = {
  tenant_id: string
  id: string
  number: number
  subject: string
  text: string
  priority: Ticket['priority']
  status: Ticket['status']
  conversation_id: string | null
  customer_id: string | null
  customer_name: string | null
  opened_by: string | null
  assignee_id: string | null
  run_id: string | null
  version: number
  opened_at: string
  updated_at: string
  solved_at: string | null
}
type Tables = { tickets: Rows; ticket_numbers: { tenant_id: string; last: number } }
export type TicketRow = Omit<Selectable<Rows>, 'tenant_id'>
export type TicketPage = {
  status?: Ticket['status'] | undefined
  priority?: Ticket['priority'] | undefined
  assignee?: string | undefined
  conversation?: string | undefined
  search?: string | undefined
  limit: number
  offset: number
}

export function createTicketStore(database: Database) {
  const tables = withTables<Tables>(database)
  const ofTenant = (tenantId: string) => tables.selectFrom('tickets').where('tenant_id', '=', tenantId)

  function matching(tenantId: string, { status, priority, assignee, conversation, search }: TicketPage) {
    const words = `%${(search ?? '').replaceAll(/[\\%_]/g, (mark) => `\\${mark}`)}%`
    const inText = sql<boolean>`(subject ilike ${words} or text ilike ${words} or 'T-' || number ilike ${words}
      or customer_name ilike ${words})`
    return ofTenant(tenantId)
      .$if(status !== undefined, (query) => query.where('status', '=', status!))
      .$if(priority !== undefined, (query) => query.where('priority', '=', priority!))
      .$if(assignee === 'none', (query) => query.where('assignee_id', 'is', null))
      .$if(assignee !== undefined && assignee !== 'none', (query) => query.where('assignee_id', '=', assignee!))
      .$if(conversation !== undefined, (query) => query.where('conversation_id', '=', conversation!))
      .$if(search !== undefined && search.trim() !== '', (query) => query.where(inText))
  }

  return {
    /** The ticket under a new number; of a run that opened one before, that one. */
    open: (tenantId: string, ticket: Omit<TicketRow, 'number'>): Promise<TicketRow> =>
      tables.transaction().execute(async (handle) => {
        const { rows } = await sql<{ last: number }>`insert into ticket_numbers values (${tenantId}, 1)
          on conflict (tenant_id) do update set last = ticket_numbers.last + 1 returning last`.execute(handle)
        const { run_id: runId } = ticket
        const there =
          runId === null
            ? undefined
            : await handle
                .selectFrom('tickets')
                .selectAll()
                .where('tenant_id', '=', tenantId)
                .where('run_id', '=', runId)
                .executeTakeFirst()
        if (there) {
          // Nobody else can have taken a number meanwhile: this row is held until the end.
          await sql`update ticket_numbers set last = last - 1 where tenant_id = ${tenantId}`.execute(handle)
          return there
        }
        const row = { ...ticket, number: rows[0]!.last }
        await handle
          .insertInto('tickets')
          .values({ ...row, tenant_id: tenantId })
          .execute()
        return row
      }),

    async list(tenantId: string, page: TicketPage): Promise<{ rows: TicketRow[]; total: number }> {
      const [rows, counted] = await Promise.all([
        matching(tenantId, page)
          .selectAll()
          .orderBy('updated_at', 'desc')
          .orderBy('number', 'desc')
          .limit(page.limit)
          .offset(page.offset)
          .execute(),
        matching(tenantId, page)
          .select(({ fn }) => fn.countAll<string>().as('count'))
          .executeTakeFirst(),
      ])
      return { rows, total: Number(counted?.count ?? 0) }
    },

    find: (tenantId: string, by: { id: string } | { number: number }): Promise<TicketRow | undefined> => {
      const query = ofTenant(tenantId).selectAll()
      return ('id' in by ? query.where('id', '=', by.id) : query.where('number', '=', by.number)).executeTakeFirst()
    },

    /** Whether it was still at the version before. */
    async replace(tenantId: string, { id, number: _number, version, ...rest }: TicketRow): Promise<boolean> {
      const query = tables
        .updateTable('tickets')
        .set({ ...rest, version })
        .where('tenant_id', '=', tenantId)
        .where('id', '=', id)
        .where('version', '=', version - 1)
      return (await query.executeTakeFirst()).numUpdatedRows > 0n
    },
  }
}
