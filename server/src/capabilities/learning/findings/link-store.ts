/** What became of external addresses when they were last looked at, in SQL. */
import { sql } from 'kysely'
import { type Database, withTables } from '#platform/database'

type Checks = {
  tenant_id: string
  url: string
  checked_at: string
  outcome: string
  status: number | null
  failures: number
}
export type LinkOutcome = { outcome: 'works' | 'gone' | 'fails'; status: number | null }

/** A page that does not answer once may be back tomorrow; one that says it is gone is gone. */
const mostFailures = 3

export function createLinkStore(database: Database) {
  const tables = withTables<{ link_checks: Checks }>(database)
  return {
    async broken(tenantId: string): Promise<Set<string>> {
      const query = tables.selectFrom('link_checks').select('url').where('tenant_id', '=', tenantId)
      const rows = await query
        .where(({ eb, or }) => or([eb('outcome', '=', 'gone'), eb('failures', '>=', mostFailures)]))
        .limit(20_000)
        .execute()
      return new Set(rows.map(({ url }) => url))
    },
    /** Of these addresses those that were not looked at since `since`. */
    async unchecked(tenantId: string, urls: string[], since: string): Promise<string[]> {
      const { rows } = await sql<{ url: string }>`
        select asked.url from jsonb_array_elements_text(${JSON.stringify(urls)}::jsonb) as asked(url)
        left join link_checks checked on checked.tenant_id = ${tenantId} and checked.url = asked.url
        where checked.url is null or checked.checked_at < ${since}::timestamptz`.execute(tables)
      return rows.map(({ url }) => url)
    },
    /** Whether it is broken now and was not, or the other way round. */
    async record(tenantId: string, url: string, checked: LinkOutcome & { at: string }): Promise<boolean> {
      const before = (await this.broken(tenantId)).has(url)
      const failed = checked.outcome === 'fails' ? 1 : 0
      await sql`insert into link_checks (tenant_id, url, checked_at, outcome, status, failures)
        values (${tenantId}, ${url}, ${checked.at}, ${checked.outcome}, ${checked.status}, ${failed})
        on conflict (tenant_id, url) do update set checked_at = excluded.checked_at, outcome = excluded.outcome,
          status = excluded.status, failures = case when excluded.failures = 0 then 0 else link_checks.failures + 1 end`.execute(
        tables,
      )
      return before !== (await this.broken(tenantId)).has(url)
    },
  }
}
