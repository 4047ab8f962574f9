/**
 * Where knowledge comes from. A source names a place; a run reads it step by step; each document is an item whose original
 * is kept. Here are the places, the originals and the books that are kept of reading; what becomes of a text is the
 * business of a journey. Everything that reads is repeatable: a step that broke off is simply taken again.
 */
import { Problem } from '@lingxi/contract/problem'
import { createFetchStep } from './reading/fetch-step.ts'
import { wantedLinks } from './reading/web-address.ts'
import { placeOf } from './place-of.ts'
import { createReceiving } from './receiving.ts'
import { createRunning } from './running.ts'
import { createSettingUp } from './setting-up.ts'
import { createStores, isoAt, type SourceParts } from './source-parts.ts'
import { createTelling } from './telling.ts'

export { sourceTables } from './source-tables.ts'
export { createOriginals, type KeptOriginal, type Originals } from './originals-store.ts'
export type { StoredItem } from './item-store.ts'
export type { StoredRun } from './run-store.ts'
export type { Step, StepResult } from './step-store.ts'
export type { StoredSource } from './source-store.ts'
export type { Fetched } from './reading/fetched.ts'
export { presentItem, presentReport, presentRun } from './present.ts'
export { isSigned, signEvent } from './signature.ts'

export function createSources(parts: SourceParts) {
  const stores = createStores(parts.database)
  const running = createRunning(parts, stores)

  /** Throws `not-found`. */
  async function getItem(tenantId: string, id: string) {
    const item = await stores.items.find(tenantId, id)
    if (!item) throw new Problem('not-found')
    return item
  }

  return {
    ...createSettingUp(parts, stores),
    ...running,
    ...createReceiving(parts, { stores, running }),
    ...createTelling(parts, stores),
    fetchStep: createFetchStep(parts, stores),
    getItem,
    findItem: stores.items.find,
    wantedLinks,
    now: () => isoAt(parts.clock.now()),

    listItems: stores.items.list,

    /** The bytes as they came, piece by piece; nothing when none are kept. */
    readOriginal: (tenantId: string, blobId: string) => stores.blobs.read(tenantId, blobId),

    /** The text that was read, with its pages. Throws `not-found` when nothing was. */
    async getText(tenantId: string, itemId: string) {
      const text = await stores.blobs.findText(tenantId, itemId)
      if (!text) throw new Problem('not-found')
      return text
    },

    findText: stores.blobs.findText,

    /** Where words of an article's body stand in the text of its document, as far as is known. UTF-16 offsets. */
    async findPlace(tenantId: string, of: { itemId: string; articleId: string; start: number; end: number }) {
      return placeOf(await stores.blobs.findPlaces(tenantId, of.itemId, of.articleId), of)
    },

    /** Removes an item with its original and its text; its articles are the caller's to remove first. */
    async removeItem(tenantId: string, id: string): Promise<void> {
      const { blobId } = await getItem(tenantId, id)
      await stores.items.remove(tenantId, [id])
      await stores.blobs.removeTexts(tenantId, [id])
      if (blobId) await stores.blobs.remove(tenantId, [blobId])
    },

    /** Forgets what broken uploads left, and events so old that nobody sends them again. */
    async sweep(tenantId: string): Promise<void> {
      const day = 86_400_000
      await stores.blobs.sweep(tenantId, isoAt(parts.clock.now() - day))
      await stores.events.sweep(tenantId, isoAt(parts.clock.now() - 30 * day))
    },
  }
}
export type Sources = ReturnType<typeof createSources>
