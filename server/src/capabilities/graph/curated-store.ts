/** What people say of every tenant's graph, in SQL, and who said it. */
import type { ColumnType } from 'kysely'
import { type Database, withTables } from '#platform/database'
import type { AddedEdge, Curated, Overlay, Verdict } from './tenant-graph.ts'

type Json<T> = ColumnType<T, string, string>
type Tables = {
  graph_curated_entities: Stamps & {
    tenant_id: string
    entity: string
    name: string | null
    type: string | null
    merged_into: string | null
  }
  graph_added_edges: Stamps & {
    tenant_id: string
    id: string
    subject: string
    subject_name: string
    relation: string
    object: string
    object_name: string
    readers: Json<string[]>
  }
  graph_verdicts: Stamps & { tenant_id: string; statement: string; verdict: Verdict }
  graph_changes: Stamps & {
    tenant_id: string
    id: string
    kind: string
    about: string
    detail: Json<Record<string, unknown>>
  }
}
type Stamps = { by_staff: string; at: string }
export type By = { by: string; at: string }
export type GraphChange = By & { id: string; kind: string; about: string; detail: Record<string, unknown> }

export type Saying = {
  curated?: Curated[]
  added?: AddedEdge
  /** The id of an added edge that goes. */
  removed?: string
  /** Null takes a verdict back. */
  verdict?: { statement: string; verdict: Verdict | null }
}

export function createCuratedStore(database: Database) {
  const tables = withTables<Tables>(database)

  return {
    async overlay(tenantId: string): Promise<Overlay> {
      const curated = await tables
        .selectFrom('graph_curated_entities')
        .selectAll()
        .where('tenant_id', '=', tenantId)
        .orderBy('entity')
        .execute()
      const added = await tables
        .selectFrom('graph_added_edges')
        .selectAll()
        .where('tenant_id', '=', tenantId)
        .orderBy('id')
        .execute()
      const verdicts = await tables
        .selectFrom('graph_verdicts')
        .select(['statement', 'verdict'])
        .where('tenant_id', '=', tenantId)
        .execute()
      return {
        curated: curated.map(({ entity, name, type, merged_into }) => ({
          entity,
          name,
          type,
          mergedInto: merged_into,
        })),
        added: added.map(({ id, subject, subject_name, relation, object, object_name, readers }) => ({
          id,
          subject,
          subjectName: subject_name,
          relation,
          object,
          objectName: object_name,
          readers,
        })),
        verdicts,
      }
    },

    /** Writes what somebody says, and that they said it, in one transaction. */
    async curate(tenantId: string, { curated, added, removed, verdict }: Saying, change: GraphChange): Promise<void> {
      const stamps = { by_staff: change.by, at: change.at }
      await tables.transaction().execute(async (handle) => {
        for (const { entity, mergedInto, ...said } of curated ?? []) {
          const row = { ...said, merged_into: mergedInto, ...stamps }
          await handle
            .insertInto('graph_curated_entities')
            .values({ tenant_id: tenantId, entity, ...row })
            .onConflict((conflict) => conflict.columns(['tenant_id', 'entity']).doUpdateSet(row))
            .execute()
        }
        if (added) {
          const { subjectName, objectName, readers, ...edge } = added
          await handle
            .insertInto('graph_added_edges')
            .values({
              tenant_id: tenantId,
              ...edge,
              subject_name: subjectName,
              object_name: objectName,
              readers: JSON.stringify(readers),
              ...stamps,
            })
            .execute()
        }
        if (removed)
          await handle
            .deleteFrom('graph_added_edges')
            .where('tenant_id', '=', tenantId)
            .where('id', '=', removed)
            .execute()
        if (verdict?.verdict) {
          const row = { verdict: verdict.verdict, ...stamps }
          await handle
            .insertInto('graph_verdicts')
            .values({ tenant_id: tenantId, statement: verdict.statement, ...row })
            .onConflict((conflict) => conflict.columns(['tenant_id', 'statement']).doUpdateSet(row))
            .execute()
        } else if (verdict)
          await handle
            .deleteFrom('graph_verdicts')
            .where('tenant_id', '=', tenantId)
            .where('statement', '=', verdict.statement)
            .execute()
        const { id, kind, about, detail } = change
        await handle
          .insertInto('graph_changes')
          .values({ tenant_id: tenantId, id, kind, about, detail: JSON.stringify(detail), ...stamps })
          .execute()
      })
    },

    async changes(tenantId: string, limit: number): Promise<GraphChange[]> {
      const rows = await tables
        .selectFrom('graph_changes')
        .selectAll()
        .where('tenant_id', '=', tenantId)
        .orderBy('id', 'desc')
        .limit(limit)
        .execute()
      return rows.map(({ id, kind, about, detail, by_staff, at }) => ({ id, kind, about, detail, by: by_staff, at }))
    },
  }
}
export type CuratedStore = ReturnType<typeof createCuratedStore>
