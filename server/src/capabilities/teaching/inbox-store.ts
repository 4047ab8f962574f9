/** Messages of customers and what people say they mean, in SQL. */
import type { InboxMessage, InboxState, inboxOrders, Label } from '@lingxi/contract/labelling'
import type { Language } from '@lingxi/contract/message'
import { type Selectable, sql } from 'kysely'
import type { Handle, InboxRow, TeachingTables } from './teaching-store.ts'

export type InboxFilter = {
  order: (typeof inboxOrders)[number]
  state: InboxState
  language?: Language | undefined
  intent?: string | undefined
  q?: string | undefined
  /** Said at or after this moment. */
  since?: string | undefined
  limit: number
  offset: number
}
export type Heard = { id: string; key: string; text: string; language: Language; at: string }
export type Guessed = Pick<InboxMessage, 'id' | 'guess' | 'unsure' | 'disagreeing'>
export type KeptLabel = { messageId: string; staffId: string; label: Label; at: string }

const columns = {
  unsure: 'unsure',
  disagreeing: 'disagreeing',
  frequent: 'count',
  newest: 'last_at',
  'teaches-most': 'teaches',
} as const
/** What is frequent, unsure and disputed between readers teaches most. */
const teaching = sql<number>`(unsure + disagreeing) * ln(1 + count)`

export function createInboxStore({ tables }: TeachingTables) {
  const ofTenant = (tenantId: string, handle: Handle = tables) =>
    handle.selectFrom('inbox_messages').where('tenant_id', '=', tenantId)

  function matching(
    tenantId: string,
    { state, language, intent, q, since }: Omit<InboxFilter, 'order' | 'limit' | 'offset'>,
  ) {
    let query = ofTenant(tenantId).where('state', '=', state)
    if (since !== undefined) query = query.where('last_at', '>=', since)
    if (language) query = query.where('language', '=', language)
    if (intent !== undefined)
      query = query.where(sql<boolean>`coalesce(guess->>'intent', '') = ${intent} and guess is not null`)
    if (q) query = query.where(sql<boolean>`position(lower(${q}) in lower(text)) > 0`)
    return query
  }

  return {
    async list(tenantId: string, filter: InboxFilter): Promise<{ messages: InboxMessage[]; total: number }> {
      const reading = matching(tenantId, filter)
        .selectAll()
        .orderBy(columns[filter.order], 'desc')
        .orderBy('id', 'desc')
      const rows = await reading.limit(filter.limit).offset(filter.offset).execute()
      const counting = matching(tenantId, filter).select(({ fn }) => fn.countAll<string>().as('total'))
      return { messages: rows.map(toMessage), total: Number((await counting.executeTakeFirstOrThrow()).total) }
    },
    async countByState(tenantId: string, since?: string): Promise<Map<InboxState, number>> {
      const all = ofTenant(tenantId)
      const query = (since === undefined ? all : all.where('last_at', '>=', since))
        .select('state')
        .select(({ fn }) => fn.countAll<string>().as('count'))
      return new Map((await query.groupBy('state').execute()).map(({ state, count }) => [state, Number(count)]))
    },
    /** Held until the transaction ends; in the order in which they are added, so that none is in another's way. */
    async hold(tenantId: string, ids: string[], handle: Handle): Promise<InboxMessage[]> {
      const those = ofTenant(tenantId, handle).selectAll().where('id', 'in', ids)
      return (await those.orderBy(sql`text_key collate "C"`).forUpdate().execute()).map(toMessage)
    },

    /** How far a conversation was read. */
    async readTo(tenantId: string, conversationId: string, handle: Handle = tables): Promise<number> {
      const query = handle.selectFrom('inbox_read').select('seq').where('tenant_id', '=', tenantId)
      return (await query.where('conversation_id', '=', conversationId).executeTakeFirst())?.seq ?? 0
    },
    /** The same, and until the transaction ends nobody else reads on. */
    async holdReadTo(
      tenantId: string,
      { conversationId, at }: { conversationId: string; at: string },
      handle: Handle,
    ): Promise<number> {
      await sql`insert into inbox_read (tenant_id, conversation_id, seq, read_at)
        values (${tenantId}, ${conversationId}, 0, ${at}) on conflict do nothing`.execute(handle)
      const query = handle.selectFrom('inbox_read').select('seq').where('tenant_id', '=', tenantId)
      return (await query.where('conversation_id', '=', conversationId).forUpdate().executeTakeFirstOrThrow()).seq
    },
    async keepReadTo(
      tenantId: string,
      { conversationId, seq, at }: { conversationId: string; seq: number; at: string },
      handle: Handle,
    ) {
      await sql`insert into inbox_read (tenant_id, conversation_id, seq, read_at) values (${tenantId}, ${conversationId}, ${seq}, ${at})
        on conflict (tenant_id, conversation_id) do update set seq = ${seq}, read_at = ${at}`.execute(handle)
    },
    /** What is said again is counted; what is taught already is left out. */
    async add(tenantId: string, heard: Heard[], handle: Handle): Promise<void> {
      const inOrder = heard.toSorted((one, other) => (one.key < other.key ? -1 : 1))
      for (const { id, key, text, language, at } of inOrder)
        await sql`insert into inbox_messages (tenant_id, id, text_key, text, language, count, state, unsure, disagreeing, teaches, first_at, last_at)
          select ${tenantId}, ${id}, ${key}, ${text}, ${language}, 1, 'open', 0, 0, 0, ${at}, ${at}
          where not exists (select 1 from taught_examples where tenant_id = ${tenantId} and text_key = ${key} and belongs <> '')
          on conflict (tenant_id, text_key) do update
          set count = inbox_messages.count + 1, last_at = greatest(inbox_messages.last_at, excluded.last_at)`.execute(
          handle,
        )
    },
    /** The oldest that nobody works on go, and so does what was not said since `before`. */
    async trim(tenantId: string, { most, before }: { most: number; before: string }, handle: Handle): Promise<void> {
      await sql`delete from inbox_messages where tenant_id = ${tenantId} and state in ('open', 'dismissed', 'taught')
        and (last_at < ${before} or id in (select id from inbox_messages where tenant_id = ${tenantId}
          and state in ('open', 'dismissed', 'taught') order by last_at desc, id desc offset ${most}))`.execute(handle)
      await sql`delete from inbox_read where tenant_id = ${tenantId} and read_at < ${before}`.execute(handle)
    },

    /** Open ones that were not read by this version, the newest first. */
    async unguessed(tenantId: string, version: string, limit: number): Promise<InboxMessage[]> {
      const query = ofTenant(tenantId).selectAll().where('state', '=', 'open')
      const stale = query.where(sql<boolean>`guessed_by is distinct from ${version}`)
      return (await stale.orderBy('last_at', 'desc').limit(limit).execute()).map(toMessage)
    },
    async keepGuesses(tenantId: string, { version, guessed }: { version: string; guessed: Guessed[] }): Promise<void> {
      for (const { id, guess, unsure, disagreeing } of guessed)
        await tables
          .updateTable('inbox_messages')
          .set({ guess: JSON.stringify(guess), guessed_by: version, unsure, disagreeing })
          .where('tenant_id', '=', tenantId)
          .where('id', '=', id)
          .execute()
      await sql`update inbox_messages set teaches = ${teaching} where tenant_id = ${tenantId} and state = 'open'`.execute(
        tables,
      )
    },

    async setState(
      tenantId: string,
      { ids, from, to, by = null }: { ids: string[]; from: InboxState[]; to: InboxState; by?: string | null },
      handle: Handle = tables,
    ): Promise<number> {
      const { numUpdatedRows } = await handle
        .updateTable('inbox_messages')
        .set({ state: to, decided_by: by })
        .where('tenant_id', '=', tenantId)
        .where('id', 'in', ids)
        .where('state', 'in', from)
        .executeTakeFirst()
      return Number(numUpdatedRows)
    },

    async keepLabel(tenantId: string, { messageId, staffId, label, at }: KeptLabel, handle: Handle): Promise<void> {
      const intentId = label.kind === 'intent' ? label.intentId : null
      await sql`insert into message_labels (tenant_id, message_id, staff_id, kind, intent_id, at)
        values (${tenantId}, ${messageId}, ${staffId}, ${label.kind}, ${intentId}, ${at})
        on conflict (tenant_id, message_id, staff_id) do update set kind = excluded.kind, intent_id = excluded.intent_id, at = excluded.at`.execute(
        handle,
      )
    },
    /** Of these messages, or of all; in the order in which they were said. */
    async labels(tenantId: string, messageIds?: string[], handle: Handle = tables): Promise<KeptLabel[]> {
      const query = handle.selectFrom('message_labels').selectAll().where('tenant_id', '=', tenantId)
      const chosen = messageIds ? query.where('message_id', 'in', messageIds) : query
      return (await chosen.orderBy('at').orderBy('staff_id').limit(100_000).execute()).map((row) => ({
        messageId: row.message_id,
        staffId: row.staff_id,
        label: row.intent_id === null ? { kind: row.kind as 'unclear' } : { kind: 'intent', intentId: row.intent_id },
        at: row.at,
      }))
    },
    /** What waits for a label of this person, the oldest first. */
    async tasksOf(tenantId: string, staffId: string, limit: number) {
      const waiting = ofTenant(tenantId)
        .where('state', '=', 'in-labelling')
        .where(sql<boolean>`not exists (select 1 from message_labels where message_labels.tenant_id = ${tenantId}
          and message_labels.message_id = inbox_messages.id and staff_id = ${staffId})`)
      const rows = await waiting.selectAll().orderBy('first_at').orderBy('id').limit(limit).execute()
      const counting = waiting.select(({ fn }) => fn.countAll<string>().as('total'))
      return { messages: rows.map(toMessage), total: Number((await counting.executeTakeFirstOrThrow()).total) }
    },
    async countDecided(tenantId: string): Promise<number> {
      const query = ofTenant(tenantId).where('decided_by', 'is not', null)
      return Number((await query.select(({ fn }) => fn.countAll<string>().as('count')).executeTakeFirstOrThrow()).count)
    },
  }
}

/** Who lists messages for people adds how they feel, see the inbox. */
const unsaid = { sentiment: null, emotion: null }

const toMessage = (row: Selectable<InboxRow>): InboxMessage => ({
  id: row.id,
  text: row.text,
  language: row.language,
  count: row.count,
  state: row.state,
  guess: row.guess,
  mood: unsaid,
  unsure: row.unsure,
  disagreeing: row.disagreeing,
  teaches: row.teaches,
  firstAt: row.first_at,
  lastAt: row.last_at,
})
