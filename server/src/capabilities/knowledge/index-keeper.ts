/** Saves the index of a shelf now and then, so that the next start need not cut every article again. */
import type { Log } from '#platform/log'
import { writeKept } from './kept-articles.ts'
import type { Shelf } from './shelf.ts'

type Kept = {
  shelf: Pick<Shelf, 'index' | 'settledArticles' | 'size'>
  tenantId: string
  /** With what the articles on the shelf were cut; undefined while they are being cut again. */
  cutNow: () => string | undefined
  /** So many changed articles are worth saving, or two in a hundred if those are more. */
  worthSaving: number
  log: Log
}
const share = 0.02

export function createIndexKeeper({ shelf, tenantId, cutNow, worthSaving, log }: Kept) {
  let unsaved = 0
  /** Some engines keep nothing beyond a process. */
  let keeps = true
  let saving: Promise<void> | undefined

  async function save(): Promise<void> {
    const cut = cutNow()
    if (cut === undefined) return
    const counted = unsaved
    const kept = await writeKept(cut, shelf.settledArticles())
    // Words that changed while this was written down have begun to cut articles otherwise.
    if (cutNow() !== cut) return
    await shelf.index.save(kept)
    unsaved -= counted
    keeps = (await shelf.index.position()) !== undefined
  }

  const isDue = () => keeps && cutNow() !== undefined && unsaved >= Math.max(worthSaving, shelf.size().articles * share)

  async function work(): Promise<void> {
    try {
      while (isDue()) await save()
    } catch (error) {
      // Tried again with the next change.
      log.error('search-index-not-saved', { tenantId }, error)
    } finally {
      saving = undefined
    }
  }

  return {
    /** Told of each change once it stands in the index. */
    changed(articles: number): void {
      unsaved += articles
      if (isDue()) saving ??= work()
    },
    /** Resolves when nothing is being saved. */
    async settled(): Promise<void> {
      await saving
    },
  }
}
export type IndexKeeper = ReturnType<typeof createIndexKeeper>
