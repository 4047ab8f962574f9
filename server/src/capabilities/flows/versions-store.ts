/** Versions of flows, what is planned for them, and which were let begin when, in SQL. */
import type { FlowPlan, FlowRelease } from '@lingxi/contract/flow-versions'
import { sql } from 'kysely'
import type { AboutVersion, FlowTables, Handle } from './flows-store.ts'

export type KeptVersion = {
  number: number
  note: string
  about: AboutVersion
  createdAt: string
  createdBy: string | null
}

export function createVersionsStore({ tables }: FlowTables) {
  const listed = (tenantId: string, handle: Handle) =>
    handle
      .selectFrom('flow_versions')
      .select(['number', 'note', 'about', 'created_at as createdAt', 'created_by as createdBy'])
      .where('tenant_id', '=', tenantId)

  return {
    /** Newest first. */
    list: (tenantId: string, { limit, offset }: { limit: number; offset: number }): Promise<KeptVersion[]> =>
      listed(tenantId, tables).orderBy('number', 'desc').limit(limit).offset(offset).execute(),

    find: (tenantId: string, number: number, handle: Handle = tables): Promise<KeptVersion | undefined> =>
      listed(tenantId, handle).where('number', '=', number).executeTakeFirst(),

    /** The highest number; 0 when there is none. As versions are never removed it is also how many there are. */
    async last(tenantId: string, handle: Handle = tables): Promise<number> {
      const query = handle.selectFrom('flow_versions').where('tenant_id', '=', tenantId)
      return (await query.select(({ fn }) => fn.max('number').as('number')).executeTakeFirst())?.number ?? 0
    },

    /** What is in it, as JSON. */
    async content(tenantId: string, number: number, handle: Handle = tables): Promise<string | undefined> {
      const query = handle.selectFrom('flow_versions').select('content').where('tenant_id', '=', tenantId)
      return (await query.where('number', '=', number).executeTakeFirst())?.content
    },

    async insert(
      tenantId: string,
      { number, note, about, content, createdAt, createdBy }: KeptVersion & { content: string },
      handle: Handle,
    ): Promise<void> {
      const said = { number, note, content, about: JSON.stringify(about), created_at: createdAt, created_by: createdBy }
      await handle
        .insertInto('flow_versions')
        .values({ tenant_id: tenantId, ...said })
        .execute()
    },

    /** The next first. `due`: only those whose time has come by then. */
    async plans(tenantId: string, { due }: { due?: string } = {}, handle: Handle = tables): Promise<FlowPlan[]> {
      let query = handle
        .selectFrom('flow_plans')
        .select(['id', 'number', 'share', 'at', 'by_staff as by'])
        .where('tenant_id', '=', tenantId)
      if (due !== undefined) query = query.where('at', '<=', sql<string>`${due}::timestamptz`)
      return query.orderBy('at').orderBy('id').execute()
    },
    async insertPlan(tenantId: string, { by, ...plan }: FlowPlan, handle: Handle): Promise<void> {
      await handle
        .insertInto('flow_plans')
        .values({ tenant_id: tenantId, ...plan, by_staff: by })
        .execute()
    },
    async removePlan(tenantId: string, id: string, handle: Handle): Promise<boolean> {
      const query = handle.deleteFrom('flow_plans').where('tenant_id', '=', tenantId).where('id', '=', id)
      return (await query.returning('id').execute()).length > 0
    },

    /** Newest first. */
    releases: (tenantId: string): Promise<FlowRelease[]> =>
      tables
        .selectFrom('flow_releases')
        .select(['at', 'by_staff as by', 'kind', 'number', 'share', 'planned'])
        .where('tenant_id', '=', tenantId)
        .orderBy('id', 'desc')
        .limit(100)
        .execute(),
    async insertRelease(tenantId: string, { by, ...release }: FlowRelease & { id: string }, handle: Handle) {
      await handle
        .insertInto('flow_releases')
        .values({ tenant_id: tenantId, ...release, by_staff: by })
        .execute()
    },
  }
}
export type VersionsStore = ReturnType<typeof createVersionsStore>
