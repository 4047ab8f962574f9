/** The shelves of all tenants in this process: each filled from the database at the first need, and kept right afterwards. */
import type { Article } from '@lingxi/contract/knowledge'
import type { Clock } from '#platform/clock'
import type { Log } from '#platform/log'
import type { SearchIndex, Tokens } from '#platform/search'
import type { ArticleStore } from './article-store.ts'
import type { ReadConcepts } from './asked-words.ts'
import type { CompanyWords } from './company-words.ts'
import { cutShelfAgain } from './cut-shelf-again.ts'
import { createFinding, type Finding } from './finding.ts'
import type { Meaning } from './meaning/meaning.ts'
import { createShelf, type Shelf } from './shelf.ts'

export type FilledShelf = Shelf & { finding: Finding }
type Parts = {
  store: Pick<ArticleStore, 'find' | 'published'>
  words: Pick<CompanyWords, 'of'>
  /** An empty index for one tenant, over the tokens of its own words. */
  createIndex: (tokens: Tokens, tenantId: string) => SearchIndex
  readConcepts: ReadConcepts
  meaning: Meaning | undefined
  clock: Clock
  log: Log
  /** Called with a shelf that was just filled, before anybody asks it. */
  onFilled: (tenantId: string, shelf: FilledShelf) => Promise<void>
}

export function createShelves({ store, words, createIndex, readConcepts, meaning, clock, log, onFilled }: Parts) {
  const shelves = new Map<string, Promise<FilledShelf>>()
  const background = new Set<Promise<void>>()

  async function fill(tenantId: string): Promise<FilledShelf> {
    const begun = clock.reading()
    const own = await words.of(tenantId)
    const shelf = createShelf(createIndex(own.tokens, tenantId), own, { meaning: meaning?.of(tenantId), readConcepts })
    for (let page = await store.published(tenantId); page.length > 0; ) {
      await shelf.put(page)
      page = await store.published(tenantId, page.at(-1)!.id)
    }
    log.info('knowledge-loaded', { tenantId, ...shelf.size(), milliseconds: Math.round(clock.reading() - begun) })
    const filled = { ...shelf, finding: createFinding(own, readConcepts) }
    await onFilled(tenantId, filled)
    return filled
  }

  /** Filled once, at the first need at the latest; a failed filling is tried again by the next who asks. */
  function of(tenantId: string): Promise<FilledShelf> {
    const there = shelves.get(tenantId)
    if (there) return there
    const loading = fill(tenantId)
    shelves.set(tenantId, loading)
    loading.catch(() => shelves.delete(tenantId))
    return loading
  }

  return {
    of,

    /** Follows a change that another process made to an article, removal included. */
    async reload(tenantId: string, articleId: string): Promise<void> {
      const shelf = await of(tenantId)
      const article = await store.find(tenantId, articleId)
      if (article) await shelf.put([article])
      else await shelf.remove(articleId)
    },

    async put(tenantId: string, changed: Article[]): Promise<void> {
      await (await of(tenantId)).put(changed)
    },

    async remove(tenantId: string, articleId: string): Promise<void> {
      await (await of(tenantId)).remove(articleId)
    },

    /** What holds a word that came or went is cut again in the background; nothing is missing meanwhile. */
    cutAgain(tenantId: string, changed: string[]): void {
      if (changed.length === 0) return
      const cutting = of(tenantId).then((shelf) => cutShelfAgain(shelf, changed, store.published.bind(null, tenantId)))
      cutting.catch((error) => log.error('cutting-again-failed', { tenantId }, error))
      background.add(cutting)
      void cutting.finally(() => background.delete(cutting)).catch(() => undefined)
    },

    /** Resolves when nothing is being cut again. */
    async settled(): Promise<void> {
      await Promise.allSettled(background)
    },
  }
}
