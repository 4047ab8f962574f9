/** The vectors of passages, in SQL. */
import { sql } from 'kysely'
import { type Database, withTables } from '#platform/database'

type PassageVectors = {
  tenant_id: string
  passage_id: string
  model: string
  content_hash: string
  vector: Uint8Array
}
type Tables = { passage_vectors: PassageVectors }
export type KeptVector = { id: string; hash: string; vector: Float32Array }

const batch = 500

export function createVectorsStore(database: Database) {
  const tables = withTables<Tables>(database)
  const inBatches = async <Each>(all: readonly Each[], work: (some: Each[]) => Promise<void>) => {
    for (let start = 0; start < all.length; start += batch) await work(all.slice(start, start + batch))
  }

  return {
    /** Those of these passages that this model made. */
    async find(tenantId: string, model: string, ids: readonly string[]): Promise<KeptVector[]> {
      const found: KeptVector[] = []
      await inBatches(ids, async (some) => {
        const query = tables.selectFrom('passage_vectors').selectAll().where('tenant_id', '=', tenantId)
        const rows = await query.where('model', '=', model).where('passage_id', 'in', some).execute()
        for (const { passage_id: id, content_hash: hash, vector } of rows)
          found.push({ id, hash, vector: toVector(vector) })
      })
      return found
    },

    /** All who do this go one way, so that none of them is in another's. */
    async put(tenantId: string, model: string, vectors: readonly KeptVector[]): Promise<void> {
      const inOrder = vectors.toSorted((one, other) => (one.id < other.id ? -1 : 1))
      await inBatches(inOrder, async (some) => {
        const rows = some.map(({ id, hash, vector }) => ({
          tenant_id: tenantId,
          passage_id: id,
          model,
          content_hash: hash,
          vector: Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength),
        }))
        await tables
          .insertInto('passage_vectors')
          .values(rows)
          .onConflict((conflict) =>
            conflict.columns(['tenant_id', 'passage_id']).doUpdateSet({
              model: sql`excluded.model`,
              content_hash: sql`excluded.content_hash`,
              vector: sql`excluded.vector`,
            }),
          )
          .execute()
      })
    },

    async remove(tenantId: string, ids: readonly string[]): Promise<void> {
      await inBatches(ids, async (some) => {
        const query = tables.deleteFrom('passage_vectors').where('tenant_id', '=', tenantId)
        await query.where('passage_id', 'in', some).execute()
      })
    },
  }
}
export type VectorsStore = ReturnType<typeof createVectorsStore>

/** A copy: numbers of 32 bits have to begin at a multiple of four. */
const toVector = (bytes: Uint8Array) => new Float32Array(Uint8Array.from(bytes).buffer)
