/**
 * What is learnt for each company, version by version: asked for, then learnt or failed, and at most one at work. Each thing
 * that learns has a table of its own, of the same columns.
 */
import type { ColumnType, Kysely } from 'kysely'

type Json<Value> = ColumnType<Value | null, string | null, string | null>
type State = 'requested' | 'learnt' | 'failed'
type Row<Learnt, Figures> = {
  tenant_id: string
  version: number
  state: State
  active: boolean
  figures: Json<Figures>
  learnt: Json<Learnt>
  created_at: string
}
/** `createdAt`: the instant at which it was asked for. */
type Version<Figures> = { version: number; state: State; active: boolean; figures: Figures | null; createdAt: string }

const mostVersions = 20

export function createLearntVersions<Learnt, Figures>(
  tables: Kysely<Record<string, Row<Learnt, Figures>>>,
  table: string,
) {
  const ofTenant = (tenantId: string) => tables.selectFrom(table).where('tenant_id', '=', tenantId)

  return {
    /** The newest first. */
    async list(tenantId: string): Promise<Version<Figures>[]> {
      const rows = await ofTenant(tenantId)
        .select(['version', 'state', 'active', 'figures', 'created_at'])
        .orderBy('version', 'desc')
        .limit(mostVersions)
        .execute()
      return rows.map(({ version, state, active, figures, created_at: createdAt }) => {
        return { version, state, active, figures: figures as Figures | null, createdAt }
      })
    },

    /** What the version at work learnt. */
    async active(tenantId: string): Promise<Learnt | undefined> {
      const row = await ofTenant(tenantId).select('learnt').where('active', '=', true).executeTakeFirst()
      return (row?.learnt as Learnt | null | undefined) ?? undefined
    },

    /** The oldest that nobody has taken up yet. */
    async requested(tenantId: string): Promise<number | undefined> {
      const query = ofTenant(tenantId).select('version').where('state', '=', 'requested').orderBy('version')
      return (await query.executeTakeFirst())?.version
    },

    /** Of several who ask at once one makes it. */
    async request(tenantId: string, at: string): Promise<void> {
      const newest = await ofTenant(tenantId).select('version').orderBy('version', 'desc').executeTakeFirst()
      const version = (newest?.version ?? 0) + 1
      await tables
        .insertInto(table)
        .values({ tenant_id: tenantId, version, state: 'requested', active: false, created_at: at })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    },

    /** How a request ended; undefined: it failed. */
    async record(tenantId: string, version: number, outcome: { learnt: Learnt; figures: Figures } | undefined) {
      await tables
        .updateTable(table)
        .set(
          outcome
            ? { state: 'learnt', learnt: JSON.stringify(outcome.learnt), figures: JSON.stringify(outcome.figures) }
            : { state: 'failed' },
        )
        .where('tenant_id', '=', tenantId)
        .where('version', '=', version)
        .execute()
    },

    /** Puts a version to work, or none. False: there is no such version that was learnt. */
    activate(tenantId: string, version: number | null): Promise<boolean> {
      return tables.transaction().execute(async (transaction) => {
        // Held until the end: of two who do this at once the later sees what the earlier has put to work.
        const learnt = await transaction
          .selectFrom(table)
          .select('version')
          .where('tenant_id', '=', tenantId)
          .where('state', '=', 'learnt')
          .orderBy('version')
          .forUpdate()
          .execute()
        if (version !== null && !learnt.some((each) => each.version === version)) return false
        const ofTenant = transaction.updateTable(table).where('tenant_id', '=', tenantId)
        await ofTenant.set({ active: false }).where('active', '=', true).execute()
        if (version !== null) await ofTenant.set({ active: true }).where('version', '=', version).execute()
        return true
      })
    },
  }
}
