/** Questions that people say the way of, in SQL. */
import { createHash } from 'node:crypto'
import type { GraphExample, GraphExampleDraft, NamedPath } from '@lingxi/contract/graph-learning'
import type { ColumnType } from 'kysely'
import { type Database, withTables } from '#platform/database'

type Tables = {
  graph_examples: {
    tenant_id: string
    id: string
    question: string
    path: ColumnType<NamedPath, string, string>
    by_staff: string
    at: string
  }
}
export type KeptExample = Omit<GraphExample, 'fault'>

export const idOfExample = ({ question, path }: GraphExampleDraft) =>
  createHash('sha256')
    .update(JSON.stringify([question, path]))
    .digest('hex')
    .slice(0, 32)

export function createExampleStore(database: Database) {
  const tables = withTables<Tables>(database)
  const ofTenant = (tenantId: string) => tables.selectFrom('graph_examples').where('tenant_id', '=', tenantId)

  return {
    async list(tenantId: string, { limit, offset }: { limit: number; offset: number }): Promise<KeptExample[]> {
      const rows = await ofTenant(tenantId)
        .select(['id', 'question', 'path', 'by_staff', 'at'])
        .orderBy('at', 'desc')
        .orderBy('id')
        .limit(limit)
        .offset(offset)
        .execute()
      return rows.map(({ by_staff: by, ...row }) => ({ ...row, by }))
    },

    async count(tenantId: string): Promise<number> {
      const query = ofTenant(tenantId).select(({ fn }) => fn.countAll<string>().as('count'))
      return Number((await query.executeTakeFirstOrThrow()).count)
    },

    /** The ids of those that were not there. */
    async insert(tenantId: string, examples: KeptExample[]): Promise<Set<string>> {
      if (examples.length === 0) return new Set()
      const rows = examples.map(({ by, path, ...row }) => {
        return { tenant_id: tenantId, ...row, path: JSON.stringify(path), by_staff: by }
      })
      const added = await tables
        .insertInto('graph_examples')
        .values(rows)
        .onConflict((conflict) => conflict.doNothing())
        .returning('id')
        .execute()
      return new Set(added.map(({ id }) => id))
    },

    /** False: there was none. */
    async remove(tenantId: string, id: string): Promise<boolean> {
      const query = tables.deleteFrom('graph_examples').where('tenant_id', '=', tenantId).where('id', '=', id)
      return (await query.returning('id').execute()).length > 0
    },
  }
}
export type ExampleStore = ReturnType<typeof createExampleStore>
