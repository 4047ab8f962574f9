/** How each example was read by a model that had not seen it, for each version, in SQL. */
import type { JudgedExample } from '@lingxi/contract/training'
import { sql } from 'kysely'
import type { Handle, TeachingTables } from './teaching-store.ts'

export type JudgedFilter = {
  taught?: string | undefined
  read?: string | undefined
  wrong?: boolean | undefined
  limit: number
  offset: number
}
export type Pair = { text: string; taught: string; read: string; withRead: string }

export function createJudgedStore({ tables }: TeachingTables) {
  return {
    async insert(
      tenantId: string,
      { versionId, judged }: { versionId: string; judged: JudgedExample[] },
      handle: Handle,
    ) {
      for (let start = 0; start < judged.length; start += 1_000) {
        const rows = judged.slice(start, start + 1_000).map((each) => ({
          tenant_id: tenantId,
          version_id: versionId,
          example_id: each.exampleId,
          text: each.text,
          taught: each.taught,
          read: each.read,
          probability: each.probability,
          out_of_scope: each.outOfScope,
        }))
        await handle.insertInto('judged_examples').values(rows).execute()
      }
    },

    /** The surest first. */
    async list(
      tenantId: string,
      versionId: string,
      filter: JudgedFilter,
    ): Promise<{ examples: JudgedExample[]; total: number }> {
      let query = tables
        .selectFrom('judged_examples')
        .where('tenant_id', '=', tenantId)
        .where('version_id', '=', versionId)
      if (filter.taught !== undefined) query = query.where('taught', '=', filter.taught)
      if (filter.read !== undefined) query = query.where('read', '=', filter.read)
      if (filter.wrong !== undefined) query = query.where(sql<boolean>`(taught <> read) = ${filter.wrong}`)
      const reading = query.selectAll().orderBy('probability', 'desc').orderBy('example_id')
      const rows = await reading.limit(filter.limit).offset(filter.offset).execute()
      const counting = query.select(({ fn }) => fn.countAll<string>().as('total'))
      return {
        examples: rows.map((row) => ({
          exampleId: row.example_id,
          text: row.text,
          taught: row.taught,
          read: row.read,
          probability: row.probability,
          outOfScope: row.out_of_scope,
        })),
        total: Number((await counting.executeTakeFirstOrThrow()).total),
      }
    },

    /** Of each example that both versions were judged on, and that means the same to both, how each of them read it. */
    async pairs(tenantId: string, versionId: string, withVersionId: string): Promise<Pair[]> {
      const { rows } = await sql<Pair>`
        select one.text, one.taught, one.read, other.read as "withRead"
        from judged_examples as one
        join judged_examples as other on other.tenant_id = one.tenant_id and other.example_id = one.example_id
          and other.taught = one.taught and other.version_id = ${withVersionId}
        where one.tenant_id = ${tenantId} and one.version_id = ${versionId}
        order by one.example_id`.execute(tables)
      return rows
    },
  }
}
