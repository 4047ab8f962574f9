/** What was found wrong with articles, in SQL. One row a matter, for ever: it opens, is ignored, is solved, opens again. */
import type { FindingKind, FindingSpot, FindingState } from '@lingxi/contract/learning'
import { type ColumnType, type Selectable, sql } from 'kysely'
import { type Database, withTables } from '#platform/database'
import type { NewFinding } from './comparing.ts'

type Json<T> = ColumnType<T, string, string>
type Findings = {
  tenant_id: string
  id: string
  kind: FindingKind
  key: string
  article_ids: Json<string[]>
  severity: NewFinding['severity']
  spots: Json<FindingSpot[]>
  fingerprint: string
  state: FindingState
  first_seen_at: string
  changed_at: string
  ignored_by: string | null
  ignored_why: string | null
}
type Tables = { findings: Findings }
export type FindingRow = Omit<Selectable<Findings>, 'tenant_id'>
export type Found = NewFinding & { key: string; fingerprint: string }
export type FindingFilter = {
  state?: FindingState | undefined
  kinds?: FindingKind[] | undefined
  articleId?: string | undefined
  limit: number
  offset: number
}

const bySeverity = sql`case severity when 'high' then 0 when 'medium' then 1 else 2 end`

export function createFindingsStore(database: Database) {
  const tables = withTables<Tables>(database)

  function matching(tenantId: string, { state, kinds, articleId }: Omit<FindingFilter, 'limit' | 'offset'>) {
    let query = tables.selectFrom('findings').where('tenant_id', '=', tenantId)
    if (state) query = query.where('state', '=', state)
    if (kinds && kinds.length > 0) query = query.where('kind', 'in', kinds)
    if (articleId) query = query.where(sql<boolean>`article_ids @> ${JSON.stringify([articleId])}::jsonb`)
    return query
  }

  return {
    /**
     * Writes down all that is wrong with an article now, of these kinds: new matters open, known ones stay as they are,
     * solved ones open again, ignored ones only when they say something else, and what is not found any more is solved.
     */
    async replace(
      tenantId: string,
      about: { articleId: string; kinds: FindingKind[]; found: Found[]; at: string; newId: () => string },
    ): Promise<{ opened: number; solved: number }> {
      const { articleId, kinds, found, at } = about
      return tables.transaction().execute(async (within) => {
        const known = await within
          .selectFrom('findings')
          .select(['id', 'key', 'state', 'fingerprint'])
          .where('tenant_id', '=', tenantId)
          .where('kind', 'in', kinds)
          .where(sql<boolean>`article_ids @> ${JSON.stringify([articleId])}::jsonb`)
          .forUpdate()
          .execute()
        const byKey = new Map(known.map((row) => [row.key, row]))
        let opened = 0
        for (const each of found) {
          const before = byKey.get(each.key)
          const content = { severity: each.severity, spots: JSON.stringify(each.spots), fingerprint: each.fingerprint }
          const opens =
            !before ||
            before.state === 'solved' ||
            (before.state === 'ignored' && before.fingerprint !== each.fingerprint)
          if (opens) opened++
          if (before) {
            if (!opens && before.fingerprint === each.fingerprint) continue
            const state = opens
              ? { state: 'open' as const, changed_at: at, ignored_by: null, ignored_why: null }
              : { changed_at: at }
            await within
              .updateTable('findings')
              .set({ ...content, ...state })
              .where('tenant_id', '=', tenantId)
              .where('id', '=', before.id)
              .execute()
          } else
            await within
              .insertInto('findings')
              .values({
                tenant_id: tenantId,
                id: about.newId(),
                kind: each.kind,
                key: each.key,
                article_ids: JSON.stringify(each.articleIds),
                ...content,
                state: 'open',
                first_seen_at: at,
                changed_at: at,
                ignored_by: null,
                ignored_why: null,
              })
              .onConflict((conflict) => conflict.columns(['tenant_id', 'key']).doNothing())
              .execute()
        }
        const keys = new Set(found.map(({ key }) => key))
        const gone = known.filter((row) => row.state !== 'solved' && !keys.has(row.key)).map(({ id }) => id)
        if (gone.length > 0)
          await within
            .updateTable('findings')
            .set({ state: 'solved', changed_at: at })
            .where('tenant_id', '=', tenantId)
            .where('id', 'in', gone)
            .execute()
        return { opened, solved: gone.length }
      })
    },

    async find(tenantId: string, id: string): Promise<FindingRow | undefined> {
      const query = tables.selectFrom('findings').selectAll().where('tenant_id', '=', tenantId).where('id', '=', id)
      const found = await query.executeTakeFirst()
      if (!found) return undefined
      const { tenant_id: _tenant, ...row } = found
      return row
    },

    async list(tenantId: string, filter: FindingFilter): Promise<{ findings: FindingRow[]; total: number }> {
      const rows = await matching(tenantId, filter)
        .selectAll()
        .orderBy(bySeverity)
        .orderBy('first_seen_at', 'desc')
        .orderBy('id', 'desc')
        .limit(filter.limit)
        .offset(filter.offset)
        .execute()
      const { total } = await matching(tenantId, filter)
        .select(({ fn }) => fn.countAll<number>().as('total'))
        .executeTakeFirstOrThrow()
      return { findings: rows.map(({ tenant_id: _tenant, ...row }) => row), total: Number(total) }
    },

    async countsOpen(tenantId: string): Promise<Record<string, number>> {
      const { rows } = await sql<{ kind: string; count: number }>`select kind, count(*)::int as count from findings
        where tenant_id = ${tenantId} and state = 'open' group by kind`.execute(tables)
      return Object.fromEntries(rows.map(({ kind, count }) => [kind, count]))
    },

    /** How many open findings each of these articles has. */
    async openOf(tenantId: string, articleIds: string[]): Promise<Map<string, number>> {
      const { rows } = await sql<{ id: string; count: number }>`
        select each.id, count(*)::int as count from findings, jsonb_array_elements_text(article_ids) as each(id)
        where tenant_id = ${tenantId} and state = 'open'
          and each.id in (select jsonb_array_elements_text(${JSON.stringify(articleIds)}::jsonb))
        group by each.id`.execute(tables)
      return new Map(rows.map(({ id, count }) => [id, count]))
    },

    /** The articles of every matter that is not solved, for looking whether they are still there. */
    async articlesOfUnsolved(tenantId: string): Promise<string[]> {
      const { rows } = await sql<{ id: string }>`
        select distinct jsonb_array_elements_text(article_ids) as id from findings
        where tenant_id = ${tenantId} and state <> 'solved' order by id limit 20000`.execute(tables)
      return rows.map(({ id }) => id)
    },

    /** The one it is now, or nothing when there is none in such a state. */
    async decide(
      tenantId: string,
      id: string,
      decision: { from: FindingState; to: FindingState; by: string | null; why: string | null; at: string },
    ): Promise<FindingRow | undefined> {
      const row = await tables
        .updateTable('findings')
        .set({ state: decision.to, ignored_by: decision.by, ignored_why: decision.why, changed_at: decision.at })
        .where('tenant_id', '=', tenantId)
        .where('id', '=', id)
        .where('state', '=', decision.from)
        .returningAll()
        .executeTakeFirst()
      if (!row) return undefined
      const { tenant_id: _tenant, ...finding } = row
      return finding
    },
  }
}
