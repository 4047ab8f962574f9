/** The parts of the draft, in SQL. */
import type { FlowPartKind } from '@lingxi/contract/flow-finding'
import type { FlowPartName } from '@lingxi/contract/flow-versions'
import { sql } from 'kysely'
import type { FlowTables, Handle, PartRow } from './flows-store.ts'

export type WrittenPart = FlowPartName & { content: object; at: string; by: string | null }

export function createPartsStore({ tables }: FlowTables) {
  const ofTenant = (tenantId: string, handle: Handle) =>
    handle
      .selectFrom('flow_parts')
      .select(['kind', 'name', 'content', 'version', 'updated_at', 'updated_by'])
      .where('tenant_id', '=', tenantId)

  return {
    /** Flows, slots, tables, each by name. */
    list(tenantId: string, handle: Handle = tables): Promise<PartRow[]> {
      return ofTenant(tenantId, handle).orderBy('kind').orderBy(sql`name collate "C"`).execute()
    },

    find: (tenantId: string, { kind, name }: FlowPartName, handle: Handle = tables): Promise<PartRow | undefined> =>
      ofTenant(tenantId, handle).where('kind', '=', kind).where('name', '=', name).executeTakeFirst(),

    async count(tenantId: string, kind: FlowPartKind, handle: Handle): Promise<number> {
      const query = handle.selectFrom('flow_parts').where('tenant_id', '=', tenantId).where('kind', '=', kind)
      const row = await query.select(({ fn }) => fn.countAll<string>().as('count')).executeTakeFirstOrThrow()
      return Number(row.count)
    },

    /** False when one of that name is there. */
    async insert(tenantId: string, { kind, name, content, at, by }: WrittenPart, handle: Handle): Promise<boolean> {
      const row = { kind, name, content: JSON.stringify(content), version: 1, updated_at: at, updated_by: by }
      const query = handle.insertInto('flow_parts').values({ tenant_id: tenantId, ...row })
      const added = await query
        .onConflict((conflict) => conflict.doNothing())
        .returning('name')
        .executeTakeFirst()
      return added !== undefined
    },

    /** `version`: the one the edit started from; undefined: whichever it is. False when it is another, or there is none. */
    async change(
      tenantId: string,
      { kind, name, content, at, by, version }: WrittenPart & { version?: number | undefined },
      handle: Handle,
    ): Promise<boolean> {
      let query = handle
        .updateTable('flow_parts')
        .set({
          content: JSON.stringify(content),
          version: sql<number>`version + 1`,
          updated_at: at,
          updated_by: by,
        })
        .where('tenant_id', '=', tenantId)
        .where('kind', '=', kind)
        .where('name', '=', name)
      if (version !== undefined) query = query.where('version', '=', version)
      return (await query.returning('name').execute()).length > 0
    },

    /** The same with another name. */
    async rename(tenantId: string, { kind, name, to }: FlowPartName & { to: string }, handle: Handle): Promise<void> {
      await handle
        .updateTable('flow_parts')
        .set({ name: to })
        .where('tenant_id', '=', tenantId)
        .where('kind', '=', kind)
        .where('name', '=', name)
        .execute()
    },

    async remove(
      tenantId: string,
      { kind, name, version }: FlowPartName & { version?: number | undefined },
      handle: Handle,
    ): Promise<boolean> {
      let query = handle
        .deleteFrom('flow_parts')
        .where('tenant_id', '=', tenantId)
        .where('kind', '=', kind)
        .where('name', '=', name)
      if (version !== undefined) query = query.where('version', '=', version)
      return (await query.returning('name').execute()).length > 0
    },
  }
}
