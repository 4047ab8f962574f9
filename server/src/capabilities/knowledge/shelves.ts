/** The shelves of all tenants in this process: each filled from the database at the first need, and kept right afterwards. */
import type { Article } from '@lingxi/contract/knowledge'
import type { Clock } from '#platform/clock'
import type { Log } from '#platform/log'
import type { CreateIndex } from '#platform/search'
import type { ArticleStore } from './article-store.ts'
import type { ReadConcepts } from './asked-words.ts'
import type { CompanyWords } from './company-words.ts'
import { cutShelfAgain, pause } from './cut-shelf-again.ts'
import type { Editions } from './editions.ts'
import { createFinding, type Finding } from './finding.ts'
import { createIndexKeeper, type IndexKeeper } from './index-keeper.ts'
import { cutBy, isCutBy, readKept } from './kept-articles.ts'
import type { CompanyMeaning, Meaning } from './meaning/meaning.ts'
import { createShelf, type Shelf } from './shelf.ts'

export type FilledShelf = Shelf & { finding: Finding }
/** `cut`: with what all articles were cut; undefined while some are being cut again, `cutting` times at once. */
type Held = { shelf: FilledShelf; keeper: IndexKeeper; cut: string | undefined; next: string; cutting: number }
type Parts = {
  store: Pick<ArticleStore, 'find' | 'published'>
  words: Pick<CompanyWords, 'of'>
  createIndex: CreateIndex
  /** So many changed articles are worth saving the index for. */
  worthSaving: number
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
  const { clock, log, onFilled, worthSaving } = parts
  const shelves = new Map<string, Promise<Held>>()
  const background = new Set<Promise<void>>()

  async function fill(tenantId: string): Promise<Held> {
    const begun = clock.reading()
    const own = await words.of(tenantId)
    const cut = cutBy(own.tokens, meaning?.model)
    const ofMeaning = meaning && telling(meaning.of(tenantId), () => editions.rise(tenantId))
    const index = await createIndex(own.tokens, tenantId, (saved) => isCutBy(saved, cut))
    const shelf = createShelf(index, own, { meaning: ofMeaning, readConcepts })
    const began = await index.size()
    const saved = await readKept((await index.position()) ?? '')
    const isSaved = saved.size > 0
    if (isSaved) shelf.countLater()
    let anew = 0
    for (let page = await store.published(tenantId); page.length > 0; ) {
      anew += await shelf.put(page, saved)
      editions.put(tenantId, page)
      page = await store.published(tenantId, page.at(-1)!.id)
    }
    // What the database does not know any more is out before anybody asks.
    await index.remove([...saved.values()].flatMap(({ ids }) => ids))
    const milliseconds = Math.round(clock.reading() - begun)
    log.info('knowledge-loaded', { tenantId, ...shelf.size(), saved: began, milliseconds })
    const filled = { ...shelf, finding: createFinding(own, readConcepts) }
    await onFilled(tenantId, filled)
    const held: Held = {
      shelf: filled,
      keeper: createIndexKeeper({ shelf, tenantId, worthSaving, log, cutNow: () => held.cut }),
      cut,
      next: cut,
      cutting: 0,
    }
    held.keeper.changed(anew + saved.size)
    if (isSaved) inBackground(tenantId, shelf.recount(pause))
    return held
  }

  function inBackground(tenantId: string, work: Promise<void>): void {
    work.catch((error) => log.error('cutting-again-failed', { tenantId }, error))
    background.add(work)
    void work.finally(() => background.delete(work)).catch(() => undefined)
  }

  /** Filled once, at the first need at the latest; a failed filling is tried again by the next who asks. */
  function heldOf(tenantId: string): Promise<Held> {
    const there = shelves.get(tenantId)
    if (there) return there
    const loading = fill(tenantId)
    shelves.set(tenantId, loading)
    loading.catch(() => shelves.delete(tenantId))
    return loading
  }
  const of = async (tenantId: string): Promise<FilledShelf> => (await heldOf(tenantId)).shelf

  // What failed half-way has changed something all the same: the edition rises whatever happens.
  async function put(tenantId: string, changed: Article[]): Promise<void> {
    const { shelf, keeper } = await heldOf(tenantId)
    await shelf.put(changed).finally(() => editions.put(tenantId, changed))
    keeper.changed(changed.length)
  }
  async function remove(tenantId: string, articleId: string): Promise<void> {
    const { shelf, keeper } = await heldOf(tenantId)
    await shelf.remove(articleId).finally(() => editions.remove(tenantId, articleId))
    keeper.changed(1)
  }

  /** Follows a change that another process made to an article, removal included. */
  async function reload(tenantId: string, articleId: string): Promise<void> {
    await of(tenantId)
    const article = await store.find(tenantId, articleId)
    if (article) await put(tenantId, [article])
    else await remove(tenantId, articleId)
  }

  /** Nothing is saved while some articles are cut with other words than the rest. */
  async function cutAgain(tenantId: string, changed: string[]): Promise<void> {
    const held = await heldOf(tenantId)
    const { shelf, keeper } = held
    held.cut = undefined
    held.cutting++
    held.next = cutBy(shelf.own.tokens, meaning?.model)
    await cutShelfAgain(shelf, changed, store.published.bind(null, tenantId))
    // Left undefined when it failed: what was cut how is not known until the next start.
    if (--held.cutting > 0) return
    held.cut = held.next
    keeper.changed(shelf.size().articles)
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
      const cutting = cutAgain(tenantId, changed).finally(() => editions.rise(tenantId))
      inBackground(tenantId, cutting)
    },

    /** Resolves when nothing is being cut again, nor saved. */
    async settled(): Promise<void> {
      await Promise.allSettled(background)
      for (const held of shelves.values()) await held.then(({ keeper }) => keeper.settled()).catch(() => undefined)
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
