/** Types of entities, the entries of their dictionaries, and patterns, in SQL: one table, since all are kept alike. */
import { sql } from 'kysely'
import { isUniqueViolation } from '#platform/database'
import type { Stamp } from './intents-store.ts'
import type { EntityKind, Handle, TeachingTables } from './teaching-store.ts'

export type KeptEntity = {
  id: string
  type: string
  content: object
  version: number
  updatedAt: string
  updatedBy: string | null
}
export type EntityDraft = { id: string; type: string; key: string; content: object }

export function createEntitiesStore({ tables }: TeachingTables) {
  const ofKind = (tenantId: string, kind: EntityKind, handle: Handle = tables) =>
    handle.selectFrom('taught_entities').where('tenant_id', '=', tenantId).where('kind', '=', kind)

  return {
    /** In order of type and key. `q` looks in the content. */
    async list(
      tenantId: string,
      kind: EntityKind,
      filter: { type?: string | undefined; q?: string | undefined; limit?: number; offset?: number } = {},
    ): Promise<{ kept: KeptEntity[]; total: number }> {
      let query = ofKind(tenantId, kind)
      if (filter.type !== undefined) query = query.where('type', '=', filter.type)
      if (filter.q) query = query.where(sql<boolean>`position(lower(${filter.q}) in lower(content::text)) > 0`)
      let reading = query.selectAll().orderBy('type').orderBy('key')
      if (filter.limit !== undefined) reading = reading.limit(filter.limit).offset(filter.offset ?? 0)
      const rows = await reading.execute()
      const counting = query.select(({ fn }) => fn.countAll<string>().as('total'))
      return {
        kept: rows.map((row) => ({
          id: row.id,
          type: row.type,
          content: row.content,
          version: row.version,
          updatedAt: row.updated_at,
          updatedBy: row.updated_by,
        })),
        total: Number((await counting.executeTakeFirstOrThrow()).total),
      }
    },

    async find(tenantId: string, kind: EntityKind, id: string): Promise<KeptEntity | undefined> {
      const row = await ofKind(tenantId, kind).selectAll().where('id', '=', id).executeTakeFirst()
      if (!row) return undefined
      const { type, content, version, updated_at: updatedAt, updated_by: updatedBy } = row
      return { id, type, content, version, updatedAt, updatedBy }
    },

    async countByType(tenantId: string, kind: EntityKind): Promise<Map<string, number>> {
      const query = ofKind(tenantId, kind)
        .select(['type'])
        .select(({ fn }) => fn.countAll<string>().as('count'))
        .groupBy('type')
      return new Map((await query.execute()).map(({ type, count }) => [type, Number(count)]))
    },

    /** How many examples show each type. */
    async countAnnotated(tenantId: string): Promise<Map<string, number>> {
      const { rows } = await sql<{ type: string; count: string }>`
        select one->>'type' as type, count(distinct id) as count
        from taught_examples, jsonb_array_elements(entities) as one
        where tenant_id = ${tenantId} and entities <> '[]'::jsonb group by 1`.execute(tables)
      return new Map(rows.map(({ type, count }) => [type, Number(count)]))
    },

    /** The ids of those that were not there. */
    async insert(
      tenantId: string,
      { kind, drafts, at, by }: Stamp & { kind: EntityKind; drafts: EntityDraft[] },
      handle: Handle,
    ): Promise<Set<string>> {
      const added = new Set<string>()
      for (let start = 0; start < drafts.length; start += 500) {
        const rows = drafts.slice(start, start + 500).map(({ content, ...draft }) => ({
          tenant_id: tenantId,
          kind,
          ...draft,
          content: JSON.stringify(content),
          version: 1,
          updated_at: at,
          updated_by: by,
        }))
        const inserting = handle.insertInto('taught_entities').values(rows)
        const there = inserting.onConflict((conflict) => conflict.doNothing()).returning('id')
        for (const { id } of await there.execute()) added.add(id)
      }
      return added
    },

    /** `stale`: another version, or no such thing; `taken`: the same is there. */
    async change(
      tenantId: string,
      { kind, draft, version, at, by }: Stamp & { kind: EntityKind; draft: EntityDraft; version: number },
      handle: Handle,
    ): Promise<'changed' | 'stale' | 'taken'> {
      try {
        const { id, content, ...rest } = draft
        const rows = await handle
          .updateTable('taught_entities')
          .set({ ...rest, content: JSON.stringify(content), version: version + 1, updated_at: at, updated_by: by })
          .where('tenant_id', '=', tenantId)
          .where('kind', '=', kind)
          .where('id', '=', id)
          .where('version', '=', version)
          .returning('id')
          .execute()
        return rows.length > 0 ? 'changed' : 'stale'
      } catch (error) {
        if (isUniqueViolation(error)) return 'taken'
        throw error
      }
    },

    async remove(tenantId: string, which: { kind: EntityKind; id: string }, handle: Handle): Promise<boolean> {
      const query = handle.deleteFrom('taught_entities').where('tenant_id', '=', tenantId)
      const chosen = query.where('kind', '=', which.kind).where('id', '=', which.id)
      return (await chosen.returning('id').execute()).length > 0
    },
    async removeOfType(tenantId: string, type: string, handle: Handle): Promise<void> {
      await handle.deleteFrom('taught_entities').where('tenant_id', '=', tenantId).where('type', '=', type).execute()
    },
  }
}
export type EntitiesStore = ReturnType<typeof createEntitiesStore>
