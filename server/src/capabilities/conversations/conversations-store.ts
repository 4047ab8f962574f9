/** The log and the rows beside it, in SQL. Whole batches go as one JSON parameter each: a statement, not a loop. */
import type { ConversationEvent, ConversationView } from '@lingxi/contract/conversation'
import type { Database, DatabaseTransaction } from '#platform/database'
import { withTables } from '#platform/database'
import { type Kysely, sql } from 'kysely'
import { type ConversationRow, fromRow, toRow } from './conversation-row.ts'
import type { ConversationState } from './conversation-state.ts'

type EventRow = {
  tenant_id: string
  conversation_id: string
  seq: number
  customer_id: string | null
  external_id: string | null
  body: unknown
}
export type Tables = { conversations: ConversationRow; conversation_events: EventRow }
export type Heard = { customerId: string; externalId: string }
export type NewEvent = { state: ConversationState; event: ConversationEvent }

type Between = { from?: string | undefined; to?: string | undefined }

export function createConversationsStore(database: Database) {
  const tables = withTables<Tables>(database)
  return {
    transaction: <Result>(work: (transaction: DatabaseTransaction<Tables>) => Promise<Result>) =>
      tables.transaction().execute(work),

    /** Locks and reads the named conversations, and the open ones of the named customers. */
    async lock(tenantId: string, ids: { conversations: string[]; customers: string[] }, within: Kysely<Tables>) {
      const { rows } = await sql<ConversationRow>`
        select * from conversations where tenant_id = ${tenantId} and (
          id in (select jsonb_array_elements_text(${JSON.stringify(ids.conversations)}::jsonb))
          or (status = 'open' and customer_id in (select jsonb_array_elements_text(${JSON.stringify(ids.customers)}::jsonb)))
        ) order by id for update`.execute(within)
      return rows.map(fromRow)
    },

    /** Which of these messages are in the log already, and where. */
    async findHeard(tenantId: string, heard: Heard[], within: Kysely<Tables>) {
      const asked = JSON.stringify(heard.map(({ customerId, externalId }) => ({ c: customerId, e: externalId })))
      const { rows } = await sql<{
        customer_id: string
        external_id: string
        conversation_id: string
        seq: number
        body: ConversationEvent
      }>`
        select customer_id, external_id, conversation_id, seq, body from conversation_events
        join jsonb_to_recordset(${asked}::jsonb) as asked(c text, e text) on customer_id = c and external_id = e
        where tenant_id = ${tenantId} and external_id is not null`.execute(within)
      return rows
    },

    async append(tenantId: string, news: { events: NewEvent[]; states: ConversationState[] }, within: Kysely<Tables>) {
      const events = news.events.map(({ state, event }) => ({
        tenant_id: tenantId,
        conversation_id: state.id,
        seq: event.seq,
        customer_id: externalIdOf(event) === null ? null : state.customerId,
        external_id: externalIdOf(event),
        body: event,
      }))
      await sql`insert into conversation_events
        select * from jsonb_populate_recordset(null::conversation_events, ${JSON.stringify(events)}::jsonb)`.execute(
        within,
      )
      const rows = news.states.map((state) => toRow(tenantId, state))
      await sql`insert into conversations
        select * from jsonb_populate_recordset(null::conversations, ${JSON.stringify(rows)}::jsonb)
        on conflict (tenant_id, id) do update set
          language = excluded.language, status = excluded.status, owner_kind = excluded.owner_kind,
          owner_id = excluded.owner_id, owner_name = excluded.owner_name, turn = excluded.turn, seq = excluded.seq,
          heard_seq = excluded.heard_seq, settled_seq = excluded.settled_seq,
          unknowns_in_row = excluded.unknowns_in_row, soothed = excluded.soothed, moods = excluded.moods, guide = excluded.guide,
          dialogue = excluded.dialogue, pending = excluded.pending, model_use = excluded.model_use,
          preview = excluded.preview,
          hand_off_reason = excluded.hand_off_reason, waiting_since = excluded.waiting_since,
          updated_at = excluded.updated_at, resolved_at = excluded.resolved_at,
          rating_solved = excluded.rating_solved, rating_stars = excluded.rating_stars`.execute(within)
    },

    async find(tenantId: string, id: string): Promise<ConversationState | undefined> {
      const row = await tables
        .selectFrom('conversations')
        .selectAll()
        .where('tenant_id', '=', tenantId)
        .where('id', '=', id)
        .executeTakeFirst()
      return row && fromRow(row)
    },

    /** The conversations of a customer from `from` on (ids sort by time), newest first. */
    async listOfCustomer(tenantId: string, customerId: string, page: { from?: string | undefined; limit: number }) {
      const rows = await tables
        .selectFrom('conversations')
        .selectAll()
        .where('tenant_id', '=', tenantId)
        .where('customer_id', '=', customerId)
        .where('id', '>=', page.from ?? '')
        .orderBy('id', 'desc')
        .limit(page.limit)
        .execute()
      return rows.map(fromRow)
    },

    /** When the same customer opened the next one (ids sort by time); undefined where they did not. */
    async nextOpenedAt(tenantId: string, { customerId, id }: ConversationState): Promise<string | undefined> {
      const query = tables.selectFrom('conversations').select('opened_at').where('tenant_id', '=', tenantId)
      const next = query.where('customer_id', '=', customerId).where('id', '>', id).orderBy('id').limit(1)
      return (await next.executeTakeFirst())?.opened_at
    },

    /** Events after `after`, oldest first; or with `last`, the newest so many, oldest first too. */
    async readEvents(
      tenantId: string,
      id: string,
      range: { after?: number; last?: number },
    ): Promise<ConversationEvent[]> {
      const rows = await tables
        .selectFrom('conversation_events')
        .select('body')
        .where('tenant_id', '=', tenantId)
        .where('conversation_id', '=', id)
        .where('seq', '>', range.after ?? 0)
        .orderBy('seq', range.last ? 'desc' : 'asc')
        .$if(range.last !== undefined, (query) => query.limit(range.last!))
        .execute()
      const events = rows.map(({ body }) => body as ConversationEvent)
      return range.last ? events.reverse() : events
    },

    /** Open conversations of the bot with an unanswered message, silent since `before`. */
    async listDue(tenantId: string, before: string): Promise<ConversationState[]> {
      const { rows } = await sql<ConversationRow>`
        select * from conversations where tenant_id = ${tenantId} and status = 'open' and owner_kind = 'bot'
          and heard_seq > settled_seq and updated_at < ${before} order by updated_at limit 500`.execute(tables)
      return rows.map(fromRow)
    },

    /** Conversations in the order in which something last happened in them, after one of them and before a moment. */
    async listChanged(
      tenantId: string,
      page: { after: { at: string; id: string } | undefined; before: string; limit: number },
    ): Promise<ConversationState[]> {
      const { at, id } = page.after ?? { at: '1970-01-01T00:00:00Z', id: '' }
      const { rows } = await sql<ConversationRow>`
        select * from conversations where tenant_id = ${tenantId} and (updated_at, id) > (${at}::timestamptz, ${id})
          and updated_at < ${page.before} order by updated_at, id limit ${page.limit}`.execute(tables)
      return rows.map(fromRow)
    },

    /** Those in which something happened last, newest first; where it is said, `from` then or later and before `to`. */
    async listNewest(tenantId: string, limit: number, { from, to }: Between = {}): Promise<ConversationState[]> {
      let query = tables.selectFrom('conversations').selectAll().where('tenant_id', '=', tenantId)
      if (from !== undefined) query = query.where('updated_at', '>=', from)
      if (to !== undefined) query = query.where('updated_at', '<', to)
      return (await query.orderBy('updated_at', 'desc').orderBy('id', 'desc').limit(limit).execute()).map(fromRow)
    },

    /** Open conversations of the bot in which nothing happened since `before`. */
    async listQuiet(tenantId: string, before: string): Promise<ConversationState[]> {
      const { rows } = await sql<ConversationRow>`
        select * from conversations where tenant_id = ${tenantId} and status = 'open' and owner_kind = 'bot'
          and heard_seq <= settled_seq and updated_at < ${before} order by updated_at limit 500`.execute(tables)
      return rows.map(fromRow)
    },

    /** Conversations with an action that needs nobody's word, in which nothing happened since `before`. */
    async listPending(tenantId: string, before: string): Promise<ConversationState[]> {
      const { rows } = await sql<ConversationRow>`
        select * from conversations where tenant_id = ${tenantId} and pending @> '[{"needs": "nothing"}]'
          and updated_at < ${before} order by updated_at limit 500`.execute(tables)
      return rows.map(fromRow)
    },

    /** Open conversations with an action that waits for a person's word, the longest waiting first. */
    async listAwaiting(tenantId: string): Promise<ConversationState[]> {
      const { rows } = await sql<ConversationRow>`
        select * from conversations where tenant_id = ${tenantId} and status = 'open'
          and pending @> '[{"needs": "approval"}]' order by updated_at limit 200`.execute(tables)
      return rows.map(fromRow)
    },

    /** The bot's open conversations in which everything was answered, after one of them, by id; `inFlow`: with a flow open. */
    async listIdle(
      tenantId: string,
      page: { inFlow: boolean; after: string; limit: number },
    ): Promise<ConversationState[]> {
      const { rows } = await sql<ConversationRow>`
        select * from conversations where tenant_id = ${tenantId} and status = 'open' and owner_kind = 'bot'
          and heard_seq <= settled_seq and id > ${page.after} ${page.inFlow ? sql`and dialogue is not null` : sql``}
        order by id limit ${page.limit}`.execute(tables)
      return rows.map(fromRow)
    },

    async listView(
      tenantId: string,
      view: { of: ConversationView; staffId: string; limit: number; after?: string[] | undefined },
    ) {
      const waiting = view.of === 'waiting'
      const when = waiting ? sql`waiting_since` : sql`updated_at`
      const [time, id] = view.after ?? []
      const beyond =
        time && id ? sql`and (${when}, id) ${sql.raw(waiting ? '>' : '<')} (${time}::timestamptz, ${id})` : sql``
      const order = sql.raw(waiting ? 'asc' : 'desc')
      const { rows } = await sql<ConversationRow>`
        select * from conversations where tenant_id = ${tenantId} and ${whereOf(view.of, view.staffId)} ${beyond}
        order by ${when} ${order}, id ${order} limit ${view.limit}`.execute(tables)
      return rows.map(fromRow)
    },

    async count(tenantId: string, view: { of: ConversationView; staffId: string }): Promise<number> {
      const { rows } = await sql<{ count: number }>`select count(*)::int as count from conversations
        where tenant_id = ${tenantId} and ${whereOf(view.of, view.staffId)}`.execute(tables)
      return rows[0]?.count ?? 0
    },
  }
}
export type ConversationsStore = ReturnType<typeof createConversationsStore>

/** What makes a second writing of the same message known: the channel's id of a customer's, our own of a person's. */
export function externalIdOf(event: ConversationEvent): string | null {
  if (event.type === 'message-received' || event.type === 'event-received') return event.externalId
  return event.type === 'message-sent' && event.speaker.kind === 'staff' ? event.messageId : null
}

/** The same rule as `belongsTo` of the contract; a test holds them together. */
function whereOf(view: ConversationView, staffId: string) {
  switch (view) {
    case 'resolved':
      return sql`status = 'resolved'`
    case 'open':
      return sql`status = 'open'`
    case 'waiting':
      return sql`status = 'open' and owner_kind = 'queue'`
    case 'mine':
      return sql`status = 'open' and owner_kind = 'staff' and owner_id = ${staffId}`
  }
}
