/** What was looked for in the help centre, in SQL. At most `mostKept` rows of a company, none older than `longestKept`. */
import type { Language } from '@lingxi/contract/message'
import { sql } from 'kysely'
import { type Database, withTables } from '#platform/database'

type HelpQuestions = {
  tenant_id: string
  id: string
  at: string
  language: Language
  question: string
  opened: boolean
  article_id: string | null
  trouble: HelpTrouble | null
  gap_id: string | null
  grouped: boolean
}
export type HelpTrouble = 'nothing-found' | 'not-opened' | 'unhelpful' | 'comment'
type Told = Pick<HelpQuestions, 'id' | 'at' | 'language' | 'question' | 'article_id' | 'trouble'>

const mostKept = 20_000
const longestKept = 180 * 86_400_000

export function createHelpQuestionsStore(database: Database) {
  const tables = withTables<{ help_questions: HelpQuestions }>(database)

  return {
    /** Told again under the same id, it takes the place of what was told before, and is looked at for gaps anew. */
    async put(tenantId: string, told: Told): Promise<void> {
      await tables
        .insertInto('help_questions')
        .values({ tenant_id: tenantId, opened: false, grouped: false, gap_id: null, ...told })
        .onConflict((conflict) =>
          conflict.columns(['tenant_id', 'id']).doUpdateSet({ at: told.at, question: told.question, grouped: false }),
        )
        .execute()
    },

    async markOpened(tenantId: string, id: string, articleId: string): Promise<void> {
      await tables
        .updateTable('help_questions')
        .set({ opened: true, article_id: articleId })
        .where('tenant_id', '=', tenantId)
        .where('id', '=', id)
        .where('trouble', 'is', null)
        .execute()
    },

    async markUnhelpful(tenantId: string, id: string): Promise<void> {
      await tables
        .updateTable('help_questions')
        .set({ trouble: 'unhelpful', grouped: false })
        .where('tenant_id', '=', tenantId)
        .where('id', '=', id)
        .where('opened', '=', true)
        .execute()
    },

    async remove(tenantId: string, id: string): Promise<void> {
      await tables.deleteFrom('help_questions').where('tenant_id', '=', tenantId).where('id', '=', id).execute()
    },

    /** Says how the searches before `before` (ISO) ended, forgets those that went well, and what is over the bounds. */
    async settle(tenantId: string, { before, now }: { before: string; now: string }): Promise<void> {
      const open = sql`tenant_id = ${tenantId} and trouble is null and at <= ${before}::timestamptz`
      await sql`delete from help_questions where ${open} and opened`.execute(tables)
      await sql`update help_questions set trouble = 'not-opened' where ${open}`.execute(tables)
      const oldest = new Date(Date.parse(now) - longestKept).toISOString()
      await sql`delete from help_questions where tenant_id = ${tenantId} and (at < ${oldest}::timestamptz or (at, id) <= (
        select at, id from help_questions where tenant_id = ${tenantId} order by at desc, id desc offset ${mostKept} limit 1))`.execute(
        tables,
      )
    },
  }
}
export type HelpQuestionsStore = ReturnType<typeof createHelpQuestionsStore>
