/** What was found by looking at everything at once, and whether it is to be looked at again, in SQL. */
import { sql } from 'kysely'
import type { Handle, TeachingTables } from './teaching-store.ts'

export type LookKind = 'findings' | 'suggestions'
/** `wanted`: the state that somebody wants looked at; `seen`: the one that `result` is of, -1 before the first look. */
export type KeptLook<Result> = { wanted: number; seen: number; result: Result | null; at: string | null }

export function createLooksStore({ tables }: TeachingTables) {
  return {
    async find<Result>(
      tenantId: string,
      kind: LookKind,
      handle: Handle = tables,
    ): Promise<KeptLook<Result> | undefined> {
      const query = handle.selectFrom('teaching_looks').selectAll().where('tenant_id', '=', tenantId)
      const row = await query.where('kind', '=', kind).executeTakeFirst()
      if (!row) return undefined
      const result = row.result as Result | null
      return { wanted: Number(row.wanted), seen: Number(row.seen), result, at: row.looked_at }
    },

    /** False when as much was wanted before. */
    async want(tenantId: string, { kind, state }: { kind: LookKind; state: number }, handle: Handle): Promise<boolean> {
      const { rows } =
        await sql`insert into teaching_looks (tenant_id, kind, wanted, seen) values (${tenantId}, ${kind}, ${state}, -1)
        on conflict (tenant_id, kind) do update set wanted = excluded.wanted
        where teaching_looks.wanted < excluded.wanted returning kind`.execute(handle)
      return rows.length > 0
    },

    /** Nobody looks any more: whoever wants it next asks anew. */
    async giveUp(tenantId: string, kind: LookKind): Promise<void> {
      await sql`update teaching_looks set wanted = seen where tenant_id = ${tenantId} and kind = ${kind}`.execute(
        tables,
      )
    },

    /** What was found of a later state stays. */
    async keep(
      tenantId: string,
      { kind, state, result, at }: { kind: LookKind; state: number; result: object; at: string },
    ): Promise<void> {
      await sql`insert into teaching_looks (tenant_id, kind, wanted, seen, result, looked_at)
        values (${tenantId}, ${kind}, ${state}, ${state}, ${JSON.stringify(result)}, ${at})
        on conflict (tenant_id, kind) do update
        set seen = excluded.seen, result = excluded.result, looked_at = excluded.looked_at
        where teaching_looks.seen <= excluded.seen`.execute(tables)
    },

    /** Changes what was found without another look. */
    async amend<Result extends object>(
      tenantId: string,
      { kind, change }: { kind: LookKind; change: (result: Result) => Result },
      handle: Handle,
    ): Promise<void> {
      const query = handle.selectFrom('teaching_looks').select('result').where('tenant_id', '=', tenantId)
      const row = await query.where('kind', '=', kind).forUpdate().executeTakeFirst()
      if (!row?.result) return
      await handle
        .updateTable('teaching_looks')
        .set({ result: JSON.stringify(change(row.result as Result)) })
        .where('tenant_id', '=', tenantId)
        .where('kind', '=', kind)
        .execute()
    },
  }
}
