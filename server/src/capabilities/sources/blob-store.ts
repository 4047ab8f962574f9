/** Original bytes and the text that was read from them, in SQL. */
import { sql } from 'kysely'
import { type Database, withTables } from '#platform/database'

type Blobs = { tenant_id: string; blob_id: string; number: number; content: Uint8Array; created_at: string }
export type PlacedPage = { page: number; label?: string | undefined; start: number }
/** The body of an article from `start` on stands from `from` to `until`; `retold`: the whole of it, in another form. */
export type PlacedSpan = { start: number; from: number; until: number; retold?: true | undefined }
export type ReadText = { text: string; pages: PlacedPage[]; places: Record<string, PlacedSpan[]> }
type Texts = { tenant_id: string; item_id: string; text: string; pages: unknown; places: unknown }
type Tables = { source_blobs: Blobs; source_texts: Texts; source_items: { tenant_id: string; blob_id: string | null } }

const pieceBytes = 256 * 1024

export function createBlobStore(database: Database) {
  const tables = withTables<Tables>(database)
  return {
    /** Keeps a stream in pieces; nothing but one piece is ever held. Throws what the stream throws. */
    async write(tenantId: string, { blobId, at }: { blobId: string; at: string }, chunks: AsyncIterable<Uint8Array>) {
      let number = 0
      const keep = (content: Uint8Array) =>
        tables
          .insertInto('source_blobs')
          .values({ tenant_id: tenantId, blob_id: blobId, number: number++, content, created_at: at })
          .execute()
      let held: Uint8Array[] = []
      let length = 0
      for await (const chunk of chunks) {
        held.push(chunk)
        length += chunk.length
        while (length >= pieceBytes) {
          const all = Buffer.concat(held)
          await keep(all.subarray(0, pieceBytes))
          held = [all.subarray(pieceBytes)]
          length -= pieceBytes
        }
      }
      if (length > 0) await keep(Buffer.concat(held))
    },

    async *read(tenantId: string, blobId: string): AsyncGenerator<Uint8Array> {
      for (let number = 0; ; number++) {
        const row = await tables
          .selectFrom('source_blobs')
          .select('content')
          .where('tenant_id', '=', tenantId)
          .where('blob_id', '=', blobId)
          .where('number', '=', number)
          .executeTakeFirst()
        if (!row) return
        yield row.content
      }
    },

    async remove(tenantId: string, blobIds: string[]): Promise<void> {
      if (blobIds.length === 0) return
      const query = tables.deleteFrom('source_blobs').where('tenant_id', '=', tenantId)
      await query.where('blob_id', 'in', blobIds).execute()
    },

    /** What broken uploads have left. */
    async sweep(tenantId: string, before: string): Promise<void> {
      await tables
        .deleteFrom('source_blobs')
        .where('tenant_id', '=', tenantId)
        .where('created_at', '<', before)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('source_items')
                .select('source_items.blob_id')
                .whereRef('source_items.tenant_id', '=', 'source_blobs.tenant_id')
                .whereRef('source_items.blob_id', '=', 'source_blobs.blob_id'),
            ),
          ),
        )
        .execute()
    },

    async writeText(tenantId: string, itemId: string, { text, pages, places }: ReadText): Promise<void> {
      const read = { text, pages: JSON.stringify(pages), places: JSON.stringify(places) }
      await tables
        .insertInto('source_texts')
        .values({ tenant_id: tenantId, item_id: itemId, ...read })
        .onConflict((conflict) => conflict.columns(['tenant_id', 'item_id']).doUpdateSet(read))
        .execute()
    },

    async findText(tenantId: string, itemId: string): Promise<{ text: string; pages: PlacedPage[] } | undefined> {
      const query = tables.selectFrom('source_texts').select(['text', 'pages']).where('tenant_id', '=', tenantId)
      const row = await query.where('item_id', '=', itemId).executeTakeFirst()
      return row && { text: row.text, pages: row.pages as PlacedPage[] }
    },

    /** Empty where an article is not of this document, or where none were kept when it was read. */
    async findPlaces(tenantId: string, itemId: string, articleId: string): Promise<PlacedSpan[]> {
      const row = await tables
        .selectFrom('source_texts')
        .select(sql<PlacedSpan[] | null>`places -> ${articleId}`.as('spans'))
        .where('tenant_id', '=', tenantId)
        .where('item_id', '=', itemId)
        .executeTakeFirst()
      return row?.spans ?? []
    },

    async removeTexts(tenantId: string, itemIds: string[]): Promise<void> {
      if (itemIds.length === 0) return
      const query = tables.deleteFrom('source_texts').where('tenant_id', '=', tenantId)
      await query.where('item_id', 'in', itemIds).execute()
    },
  }
}
export type BlobStore = ReturnType<typeof createBlobStore>
