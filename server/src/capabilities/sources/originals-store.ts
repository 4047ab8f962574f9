/** Originals as they travel when all knowledge is exported: given piece by piece, and kept only when they are what they should be. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { type Database, type RowHandle, withTables } from '#platform/database'
import type { Ids } from '#platform/ids'
import { createBlobStore } from './blob-store.ts'

type Items = { tenant_id: string; id: string; blob_id: string | null; content_hash: string | null; bytes: number }
export type Expected = { contentHash: string; bytes: number }
export type KeptOriginal = { itemId: string; blobId: string; contentHash: string }

const page = 500

export function createOriginals({ database, ids }: { database: Database; ids: Pick<Ids, 'next'> }) {
  const blobs = createBlobStore(database)
  const tables = withTables<{ source_items: Items }>(database)
  const kept = (tenantId: string) =>
    tables.selectFrom('source_items').where('tenant_id', '=', tenantId).where('blob_id', 'is not', null)

  return {
    /** The bytes of all of them together. */
    async size(tenantId: string): Promise<number> {
      const query = kept(tenantId).select(sql<string | null>`sum(bytes)`.as('sum'))
      return Number((await query.executeTakeFirst())?.sum ?? 0)
    },

    /** Each item that has one, in order of ids. */
    async *list(tenantId: string): AsyncGenerator<{ itemId: string; read: () => AsyncGenerator<Uint8Array> }> {
      for (let after = ''; ; ) {
        const rows = await kept(tenantId)
          .select(['id', 'blob_id'])
          .where('id', '>', after)
          .orderBy('id')
          .limit(page)
          .execute()
        for (const { id, blob_id } of rows) yield { itemId: id, read: () => blobs.read(tenantId, blob_id!) }
        if (rows.length < page) return
        after = rows.at(-1)!.id
      }
    },

    /** Whether there is an item of this id that needs no original any more, or was made of another. */
    async isSettled(tenantId: string, itemId: string, { contentHash }: Expected): Promise<boolean> {
      const query = tables
        .selectFrom('source_items')
        .select(['blob_id', 'content_hash'])
        .where('tenant_id', '=', tenantId)
      const item = await query.where('id', '=', itemId).executeTakeFirst()
      return item !== undefined && (item.blob_id !== null || item.content_hash !== contentHash)
    },

    /**
     * Reads the bytes and, with `at`, keeps them under a name that no item bears yet; nothing where they are not the expected.
     * What is never attached is swept after a day.
     */
    async take(
      tenantId: string,
      chunks: AsyncIterable<Uint8Array>,
      { contentHash, bytes, at }: Expected & { at: string | undefined },
    ): Promise<{ blobId: string } | undefined> {
      const blobId = ids.next('blob')
      const hash = createHash('sha256')
      let left = bytes
      async function* counted() {
        for await (const chunk of chunks) {
          left -= chunk.length
          // What unpacks to more is another, and may be endless.
          if (left < 0) return
          hash.update(chunk)
          yield chunk
        }
      }
      if (at !== undefined) await blobs.write(tenantId, { blobId, at }, counted())
      else for await (const _ of counted());
      if (left === 0 && hash.digest('hex') === contentHash) return { blobId }
      await blobs.remove(tenantId, [blobId])
      return undefined
    },

    /** Gives an item its original where it has none; false where nothing waits for it. */
    async attach(handle: RowHandle, tenantId: string, { itemId, blobId, contentHash }: KeptOriginal): Promise<boolean> {
      const { rows } = await sql`
        update source_items set blob_id = ${blobId}
        where tenant_id = ${tenantId} and id = ${itemId} and blob_id is null and content_hash = ${contentHash}
        returning id`.execute(handle)
      return rows.length > 0
    },

    drop: (tenantId: string, blobIds: string[]): Promise<void> => blobs.remove(tenantId, blobIds),
  }
}
export type Originals = ReturnType<typeof createOriginals>
