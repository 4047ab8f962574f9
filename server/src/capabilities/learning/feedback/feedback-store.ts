/** What was asked and how it turned out, in SQL. Counts are always counted from the rows, so nothing is counted twice. */
import type { Language } from '@lingxi/contract/message'
import { type ColumnType, type Kysely, sql } from 'kysely'
import { type Database, type DatabaseTransaction, withTables } from '#platform/database'
import type { ReadTurn, Trouble } from './read-turns.ts'

type Asked = {
  tenant_id: string
  conversation_id: string
  seq: number
  customer_id: string
  at: string
  language: Language
  channel: string
  question: string
  decision: ReadTurn['decision']
  trouble: Trouble | null
  solved: boolean | null
  asked_again: boolean
  asked_person: boolean
  handed_off: boolean
  came_back: boolean
  reply: string | null
  gap_id: string | null
  grouped: boolean
  path: ColumnType<string[] | null, string | null, string | null>
}
type Cited = {
  tenant_id: string
  conversation_id: string
  seq: number
  article_id: string
  start_at: number
  end_at: number
  at: string
}
type Cursor = { tenant_id: string; name: string; at: string; id: string }
type Opened = { tenant_id: string; article_id: string; reader_id: string; day: string }
type Tables = { asked_questions: Asked; cited_articles: Cited; learning_cursors: Cursor; opened_articles: Opened }

export type Conversed = { id: string; customerId: string; channel: string }
export type Place = { at: string; id: string }
export type EarlierQuestion = { conversationId: string; seq: number; at: string; question: string; cameBack: boolean }
/** How often an article answered since a moment, and how that turned out. */
export type ArticleUse = {
  answered: number
  solved: number
  unsolved: number
  returned: number
  opened: number
}

export function createFeedbackStore(database: Database) {
  const tables = withTables<Tables>(database)
  type Handle = Kysely<Tables>

  return {
    transaction: <Result>(work: (within: DatabaseTransaction<Tables>) => Promise<Result>) =>
      tables.transaction().execute(work),

    async findCursor(tenantId: string, name: string): Promise<Place | undefined> {
      const query = tables.selectFrom('learning_cursors').select(['at', 'id']).where('tenant_id', '=', tenantId)
      return query.where('name', '=', name).executeTakeFirst()
    },

    async keepCursor(tenantId: string, name: string, place: Place): Promise<void> {
      await tables
        .insertInto('learning_cursors')
        .values({ tenant_id: tenantId, name, ...place })
        .onConflict((conflict) => conflict.columns(['tenant_id', 'name']).doUpdateSet(place))
        .execute()
    },

    /** What was written of a conversation before, by the event that decided each question. */
    async questionsOf(tenantId: string, conversationId: string, within: Handle) {
      const query = within.selectFrom('asked_questions').selectAll().where('tenant_id', '=', tenantId)
      const rows = await query.where('conversation_id', '=', conversationId).orderBy('seq').forUpdate().execute()
      return new Map(rows.map((row) => [row.seq, row]))
    },

    /** Writes a conversation's questions in the place of what was written of it before. */
    async replace(
      tenantId: string,
      { conversation, questions }: { conversation: Conversed; questions: (ReadTurn & Kept)[] },
      within: Handle,
    ): Promise<void> {
      const inConversation = { tenant_id: tenantId, conversation_id: conversation.id }
      for (const table of ['asked_questions', 'cited_articles'] as const)
        await within
          .deleteFrom(table)
          .where('tenant_id', '=', tenantId)
          .where('conversation_id', '=', conversation.id)
          .execute()
      if (questions.length === 0) return
      const { customerId: customer_id, channel } = conversation
      const rows = questions.map((turn) => ({ ...inConversation, customer_id, channel, ...toRow(turn) }))
      await within.insertInto('asked_questions').values(rows).execute()
      const cited = questions.flatMap(({ seq, at, cited: articles }) =>
        articles.map(({ articleId, start, end }) => {
          return { ...inConversation, seq, at, article_id: articleId, start_at: start, end_at: end }
        }),
      )
      if (cited.length > 0) await within.insertInto('cited_articles').values(cited).execute()
    },

    /** The questions of a customer in other conversations, asked between two moments. */
    async questionsAround(
      tenantId: string,
      { conversation, from, until }: { conversation: Conversed; from: string; until: string },
      within: Handle,
    ): Promise<EarlierQuestion[]> {
      const query = within.selectFrom('asked_questions').where('tenant_id', '=', tenantId)
      const rows = await query
        .select(['conversation_id', 'seq', 'at', 'question', 'came_back'])
        .where('customer_id', '=', conversation.customerId)
        .where('conversation_id', '!=', conversation.id)
        .where('at', '>=', from)
        .where('at', '<=', until)
        .orderBy('at')
        .orderBy('seq')
        .limit(500)
        .execute()
      return rows.map(({ conversation_id, came_back, ...row }) => ({
        ...row,
        conversationId: conversation_id,
        cameBack: came_back,
      }))
    },

    async markCameBack(
      tenantId: string,
      { conversationId, seq }: { conversationId: string; seq: number },
      within: Handle,
    ): Promise<void> {
      await within
        .updateTable('asked_questions')
        .set({ came_back: true })
        .where('tenant_id', '=', tenantId)
        .where('conversation_id', '=', conversationId)
        .where('seq', '=', seq)
        .execute()
    },

    async recordOpened(tenantId: string, opened: { articleId: string; readerId: string; day: string }): Promise<void> {
      await tables
        .insertInto('opened_articles')
        .values({ tenant_id: tenantId, article_id: opened.articleId, reader_id: opened.readerId, day: opened.day })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    },

    /** How answers turned out, the newest first. */
    async served(tenantId: string, most: number): Promise<ServedRow[]> {
      const { rows } = await sql<ServedRow>`
        select asked.question, asked.language, cited.article_id as "articleId", asked.solved,
          (asked.trouble is not null or asked.came_back) as troubled
        from asked_questions asked
        join (select distinct conversation_id, seq, article_id from cited_articles where tenant_id = ${tenantId}) cited
          on cited.conversation_id = asked.conversation_id and cited.seq = asked.seq
        where asked.tenant_id = ${tenantId} and asked.decision = 'answer'
        order by asked.at desc, asked.conversation_id, asked.seq limit ${most}`.execute(tables)
      return rows
    },

    /** Questions that were answered over the graph, the newest first. */
    async servedPaths(tenantId: string, most: number): Promise<ServedPathRow[]> {
      const rows = await tables
        .selectFrom('asked_questions')
        .select(['question', 'path', 'solved', 'trouble', 'came_back'])
        .where('tenant_id', '=', tenantId)
        .where('path', 'is not', null)
        .orderBy('at', 'desc')
        .limit(most)
        .execute()
      return rows.map(({ question, path, solved, trouble, came_back }) => {
        return { question, path: path!, solved, troubled: trouble !== null || came_back }
      })
    },

    /** For each named article that answered something since `since`. */
    async uses(tenantId: string, articleIds: string[], since: string): Promise<Map<string, ArticleUse>> {
      const ids = JSON.stringify(articleIds)
      const { rows } = await sql<ArticleUse & { article_id: string }>`
        with used as (
          select distinct cited.article_id, cited.conversation_id, cited.seq from cited_articles cited
          where cited.tenant_id = ${tenantId} and cited.at >= ${since}::timestamptz
            and cited.article_id in (select jsonb_array_elements_text(${ids}::jsonb))
        ), opened as (
          select article_id, count(*)::int as opened from opened_articles
          where tenant_id = ${tenantId} and day >= ${since.slice(0, 10)}::date
            and article_id in (select jsonb_array_elements_text(${ids}::jsonb)) group by article_id
        ), answered as (
          select used.article_id, count(*)::int as answered,
            count(*) filter (where asked.solved)::int as solved,
            count(*) filter (where not asked.solved)::int as unsolved,
            count(*) filter (where asked.asked_again or asked.asked_person or asked.handed_off or asked.came_back)::int as returned
          from used join asked_questions asked on asked.tenant_id = ${tenantId}
            and asked.conversation_id = used.conversation_id and asked.seq = used.seq
          group by used.article_id
        )
        select coalesce(answered.article_id, opened.article_id) as article_id, coalesce(answered, 0) as answered,
          coalesce(solved, 0) as solved, coalesce(unsolved, 0) as unsolved, coalesce(returned, 0) as returned,
          coalesce(opened, 0) as opened
        from answered full join opened on opened.article_id = answered.article_id`.execute(tables)
      return new Map(rows.map(({ article_id, ...use }) => [article_id, use]))
    },
  }
}
export type ServedPathRow = { question: string; path: string[]; solved: boolean | null; troubled: boolean }
export type ServedRow = {
  question: string
  language: Language
  articleId: string
  solved: boolean | null
  troubled: boolean
}
export type FeedbackStore = ReturnType<typeof createFeedbackStore>

export type Kept = { cameBack: boolean; gapId: string | null; grouped: boolean }

function toRow(turn: ReadTurn & Kept) {
  return {
    seq: turn.seq,
    at: turn.at,
    language: turn.language,
    question: turn.question,
    decision: turn.decision,
    trouble: turn.trouble,
    solved: turn.solved,
    asked_again: turn.askedAgain,
    asked_person: turn.askedPerson,
    handed_off: turn.handedOff,
    came_back: turn.cameBack,
    reply: turn.reply,
    gap_id: turn.gapId,
    grouped: turn.grouped,
    path: turn.path && JSON.stringify(turn.path),
  }
}
