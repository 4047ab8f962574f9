/** Gaps and the questions in them, in SQL. How many there are is counted from the questions. */
import type { GapState } from '@lingxi/contract/learning'
import type { Language } from '@lingxi/contract/message'
import { type ColumnType, type Kysely, type Selectable, sql } from 'kysely'
import { type Database, type DatabaseTransaction, withTables } from '#platform/database'

type Gaps = {
  tenant_id: string
  id: string
  name: string
  language: Language
  state: GapState
  centre: ColumnType<Record<string, number>, string, string>
  size: number
  first_at: string
  last_at: string
  article_id: string | null
  proposed_at: string | null
  proposed_by: string | null
  released_at: string | null
  ignored_by: string | null
  ignored_why: string | null
}
export type Origin = 'conversation' | 'help-centre'
/** What was asked, in a conversation (`id`) at an event (`place`), or in the help centre. */
type Questions = {
  tenant_id: string
  origin: Origin
  id: string
  place: number
  at: string
  language: Language
  question: string
  trouble: string | null
  reply: string | null
  article_id: string | null
  gap_id: string | null
  grouped: boolean
}
type Assigned = { tenant_id: string; gap_id: string | null; grouped: boolean }
type Tables = {
  gaps: Gaps
  gap_questions: Questions
  asked_questions: Assigned & { conversation_id: string; seq: number }
  help_questions: Assigned & { id: string }
}
export type GapRow = Omit<Selectable<Gaps>, 'tenant_id'>
export type AskedRow = Omit<Questions, 'tenant_id' | 'grouped'>
export type Shares = { asked: number; answered: number; rated: number; solved: number }
type Handle = Kysely<Tables>

export function createGapsStore(database: Database) {
  const tables = withTables<Tables>(database)
  const askedColumns = [
    'origin',
    'id',
    'place',
    'at',
    'language',
    'question',
    'trouble',
    'reply',
    'article_id',
    'gap_id',
  ] as const

  return {
    transaction: <Result>(work: (within: DatabaseTransaction<Tables>) => Promise<Result>) =>
      tables.transaction().execute(work),

    /** Questions that have not been looked at for gaps since they last changed, in the order in which they were asked. */
    async ungrouped(tenantId: string, limit: number, within: Handle): Promise<AskedRow[]> {
      const query = within.selectFrom('gap_questions').select(askedColumns).where('tenant_id', '=', tenantId)
      return query.where('grouped', '=', false).orderBy('at').orderBy('id').orderBy('place').limit(limit).execute()
    },

    /** The gaps that a question may belong to, the newest first. */
    async all(tenantId: string, within: Handle): Promise<GapRow[]> {
      const query = within.selectFrom('gaps').selectAll().where('tenant_id', '=', tenantId)
      return (await query.orderBy('last_at', 'desc').orderBy('id').limit(3000).execute()).map(withoutTenant)
    },

    async put(tenantId: string, gap: GapRow, within: Handle): Promise<void> {
      const { id, ...content } = gap
      const values = { ...content, centre: JSON.stringify(gap.centre) }
      await within
        .insertInto('gaps')
        .values({ tenant_id: tenantId, id, ...values })
        .onConflict((conflict) => conflict.columns(['tenant_id', 'id']).doUpdateSet(values))
        .execute()
    },

    async assign(
      tenantId: string,
      { asked, gapId }: { asked: AskedRow; gapId: string | null },
      within: Handle,
    ): Promise<void> {
      const set = { gap_id: gapId, grouped: true }
      const { origin, id, place } = asked
      if (origin === 'conversation')
        await within
          .updateTable('asked_questions')
          .set(set)
          .where('tenant_id', '=', tenantId)
          .where('conversation_id', '=', id)
          .where('seq', '=', place)
          .execute()
      else
        await within
          .updateTable('help_questions')
          .set(set)
          .where('tenant_id', '=', tenantId)
          .where('id', '=', id)
          .execute()
    },

    async find(tenantId: string, id: string): Promise<GapRow | undefined> {
      const query = tables.selectFrom('gaps').selectAll().where('tenant_id', '=', tenantId).where('id', '=', id)
      const row = await query.executeTakeFirst()
      return row && withoutTenant(row)
    },

    /** Gaps in a state with at least one question in trouble, the fullest of the last weeks first. */
    async list(tenantId: string, asked: { state: GapState; since: string; limit: number; offset: number }) {
      const { rows } = await sql<Selectable<Gaps> & { total: number }>`
        select gaps.*, count(*) over ()::int as total from gaps
        join lateral (select count(*)::int as troubled, count(*) filter (where at >= ${asked.since}::timestamptz)::int as lately
          from gap_questions where tenant_id = gaps.tenant_id and gap_id = gaps.id and trouble is not null) counted on true
        where gaps.tenant_id = ${tenantId} and gaps.state = ${asked.state} and counted.troubled > 0
        order by counted.lately desc, counted.troubled desc, gaps.id limit ${asked.limit} offset ${asked.offset}`.execute(
        tables,
      )
      return { gaps: rows.map(({ total: _total, ...row }) => withoutTenant(row)), total: rows[0]?.total ?? 0 }
    },

    /** The newest questions of a gap. */
    async questions(tenantId: string, gapId: string, limit: number): Promise<AskedRow[]> {
      const query = tables.selectFrom('gap_questions').select(askedColumns).where('tenant_id', '=', tenantId)
      return query
        .where('gap_id', '=', gapId)
        .orderBy('at', 'desc')
        .orderBy('id')
        .orderBy('place')
        .limit(limit)
        .execute()
    },

    /** By kind of trouble and week, for several gaps at once. */
    async counts(tenantId: string, gapIds: string[], from: string) {
      const { rows } = await sql<{
        gap_id: string
        trouble: string | null
        week: number
        count: number
        replies: number
      }>`
        select gap_id, trouble, greatest(-1, floor(extract(epoch from at - ${from}::timestamptz) / 604800))::int as week,
          count(*)::int as count, count(reply)::int as replies
        from gap_questions where tenant_id = ${tenantId}
          and gap_id in (select jsonb_array_elements_text(${JSON.stringify(gapIds)}::jsonb))
        group by gap_id, trouble, week`.execute(tables)
      return rows
    },

    /** Of conversations alone: of what was looked for by oneself, what went well is not kept. */
    async shares(tenantId: string, gapId: string, span: { from: string; until: string }): Promise<Shares> {
      const { rows } = await sql<Shares>`
        select count(*)::int as asked, count(*) filter (where decision = 'answer' and trouble is distinct from 'unsolved')::int as answered,
          count(*)::int as rated, count(*) filter (where trouble is null)::int as solved
        from asked_questions where tenant_id = ${tenantId} and gap_id = ${gapId}
          and at >= ${span.from}::timestamptz and at < ${span.until}::timestamptz`.execute(tables)
      return rows[0] ?? { asked: 0, answered: 0, rated: 0, solved: 0 }
    },

    async decide(
      tenantId: string,
      id: string,
      { from, change }: { from: GapState[]; change: Partial<GapRow> },
    ): Promise<GapRow | undefined> {
      const { centre: _centre, ...plain } = change
      const row = await tables
        .updateTable('gaps')
        .set(plain)
        .where('tenant_id', '=', tenantId)
        .where('id', '=', id)
        .where('state', 'in', from)
        .returningAll()
        .executeTakeFirst()
      return row && withoutTenant(row)
    },
  }
}
export type GapsStore = ReturnType<typeof createGapsStore>

const withoutTenant = ({ tenant_id: _tenant, ...row }: Selectable<Gaps>): GapRow => row
