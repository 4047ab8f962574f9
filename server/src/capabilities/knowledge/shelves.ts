/** The shelves of all tenants in this process: each filled from the database at the first need, and kept right afterwards. */
import type { Article } from '@lingxi/contract/knowledge'
import type { Clock } from '#platform/clock'
import type { Log } from '#platform/log'
import type { SearchIndex, Tokens } from '#platform/search'
import type { ArticleStore } from './article-store.ts'
import type { ReadConcepts } from './asked-words.ts'
import type { CompanyWords } from './company-words.ts'
import { cutShelfAgain } from './cut-shelf-again.ts'
import type { Editions } from './editions.ts'
import { createFinding, type Finding } from './finding.ts'
import type { CompanyMeaning, Meaning } from './meaning/meaning.ts'
import { createShelf, type Shelf } from './shelf.ts'

export type FilledShelf = Shelf & { finding: Finding }
type Parts = {
  store: Pick<ArticleStore, 'find' | 'published'>
  words: Pick<CompanyWords, 'of'>
  /** An empty index for one tenant, over the tokens of its own words. */
  createIndex: (tokens: Tokens, tenantId: string) => SearchIndex
  readConcepts: ReadConcepts
  meaning: Meaning | undefined
  /** Told of every change of a shelf, once it is there to be found. */
  editions: Editions
  clock: Clock
  log: Log
  /** Called with a shelf that was just filled, before anybody asks it. */
  onFilled: (tenantId: string, shelf: FilledShelf) => Promise<void>
}

export function createShelves({ store, words, createIndex, readConcepts, meaning, editions, ...parts }: Parts) {
  const { clock, log, onFilled } = parts
  const shelves = new Map<string, Promise<FilledShelf>>()
  const background = new Set<Promise<void>>()

  async function fill(tenantId: string): Promise<FilledShelf> {
    const begun = clock.reading()
    const own = await words.of(tenantId)
    const ofMeaning = meaning && telling(meaning.of(tenantId), () => editions.rise(tenantId))
    const shelf = createShelf(createIndex(own.tokens, tenantId), own, { meaning: ofMeaning, readConcepts })
    for (let page = await store.published(tenantId); page.length > 0; ) {
      await shelf.put(page)
      editions.put(tenantId, page)
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

  // What failed half-way has changed something all the same: the edition rises whatever happens.
  async function put(tenantId: string, changed: Article[]): Promise<void> {
    const shelf = await of(tenantId)
    await shelf.put(changed).finally(() => editions.put(tenantId, changed))
  }
  async function remove(tenantId: string, articleId: string): Promise<void> {
    const shelf = await of(tenantId)
    await shelf.remove(articleId).finally(() => editions.remove(tenantId, articleId))
  }

  /** Follows a change that another process made to an article, removal included. */
  async function reload(tenantId: string, articleId: string): Promise<void> {
    await of(tenantId)
    const article = await store.find(tenantId, articleId)
    if (article) await put(tenantId, [article])
    else await remove(tenantId, articleId)
  }

  return {
    of,

    reload,

    /** Reads what is of another version than on the shelf, and takes off what is not published any more. */
    async catchUp(tenantId: string): Promise<void> {
      const shelf = await of(tenantId)
      const known = shelf.versions()
      for (let page = await store.published(tenantId); page.length > 0; ) {
        await put(
          tenantId,
          page.filter(({ id, version }) => known.get(id) !== version),
        )
        for (const { id } of page) known.delete(id)
        page = await store.published(tenantId, page.at(-1)!.id)
      }
      for (const id of known.keys()) await reload(tenantId, id)
    },

    put,
    remove,

    /** What holds a word that came or went is cut again in the background; nothing is missing meanwhile. */
    cutAgain(tenantId: string, changed: string[]): void {
      if (changed.length === 0) return
      const cutting = of(tenantId)
        .then((shelf) => cutShelfAgain(shelf, changed, store.published.bind(null, tenantId)))
        .finally(() => editions.rise(tenantId))
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

/** Vectors that come later change what is found. */
function telling(meaning: CompanyMeaning, changed: () => void): CompanyMeaning {
  return {
    ...meaning,
    later: (documents, give) => meaning.later(documents, (made) => give(made).finally(changed)),
  }
}
