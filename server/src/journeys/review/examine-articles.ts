/**
 * Articles are held against what else is known when they change: other articles that say the same, the catalogue, the
 * pages they link to, the document they were taken from. Behind a cursor over their changes, so that a run that breaks off
 * is taken up by the next; when the catalogue changes, and once a week, everything is looked at again.
 */
import { createHash } from 'node:crypto'
import { keeper } from '@lingxi/contract/audience'
import type { Article } from '@lingxi/contract/knowledge'
import type { Knowledge } from '#knowledge'
import type { Learning, Product } from '#learning'
import type { Clock } from '#platform/clock'
import type { Log } from '#platform/log'

type Parts = {
  knowledge: Pick<Knowledge, 'catalogue' | 'listChanged' | 'listEnding' | 'findAll' | 'search'>
  learning: Pick<Learning, 'readUntil' | 'keepReadUntil' | 'findings' | 'brokenLinks'>
  /** When the document an article was taken from has changed or been withdrawn since, in ISO; else nothing. */
  sourceChanged?: ((tenantId: string, article: Article) => Promise<string | null>) | undefined
  clock: Clock
  log: Log
}

const cursor = 'articles'
const catalogueCursor = 'catalogue'
const page = 25
const longest = 120_000
const lookAgainAfter = 7 * 86_400_000
const mostAlike = { title: 15, sentence: 4, other: 6 }

export function createExamineArticles({ knowledge, learning, sourceChanged, clock, log }: Parts) {
  const { findings } = learning

  async function othersOf(tenantId: string, article: Article): Promise<Article[]> {
    const { own, other } = findings.soughtBy(article)
    const ids = new Set<string>()
    const look = async (text: string, language: Article['language'], limit: number) => {
      for (const hit of await knowledge.search(tenantId, { text, language, limit, reader: keeper }))
        ids.add(hit.articleId)
    }
    for (const [place, text] of own.entries())
      await look(text, article.language, place === 0 ? mostAlike.title : mostAlike.sentence)
    if (other) await look(other, article.language === 'zh' ? 'en' : 'zh', mostAlike.other)
    // What it clashed with before is looked at again, found or not.
    const known = await findings.list(tenantId, { articleId: article.id, limit: 200, offset: 0 })
    for (const id of known.findings.flatMap(({ article_ids }) => article_ids)) ids.add(id)
    ids.delete(article.id)
    return (await knowledge.findAll(tenantId, [...ids])).filter(({ status }) => status === 'published')
  }

  async function examine(tenantId: string, article: Article, products: Product[]) {
    const linked = [...article.body.matchAll(/art_[0-9a-z]+/gi)].map(([id]) => id)
    const there = new Set(
      (await knowledge.findAll(tenantId, linked)).filter(({ status }) => status === 'published').map(({ id }) => id),
    )
    return findings.examine(tenantId, article, {
      others: article.status === 'published' ? await othersOf(tenantId, article) : [],
      products,
      exists: (id) => there.has(id),
      brokenLinks: await learning.brokenLinks(tenantId),
      sourceChanged: (await sourceChanged?.(tenantId, article)) ?? null,
    })
  }

  /** From the beginning when the catalogue has changed, and each week: what lies outside changes without a word. */
  async function startOf(tenantId: string, products: Product[]) {
    const id = createHash('sha256').update(JSON.stringify(products)).digest('hex')
    const before = await learning.readUntil(tenantId, catalogueCursor)
    const isRecent = before && clock.now() - Date.parse(before.at) < lookAgainAfter
    if (isRecent && before.id === id) return learning.readUntil(tenantId, cursor)
    const at = new Date(clock.now()).toISOString()
    const start = { at: '1970-01-01T00:00:00.000Z', id: '' }
    await learning.keepReadUntil(tenantId, cursor, start)
    await learning.keepReadUntil(tenantId, catalogueCursor, { at, id })
    return start
  }

  /** Removed articles, and those whose time has come, change nothing that the cursor would see. */
  async function lookAround(tenantId: string, products: Product[]): Promise<void> {
    const known = await findings.articlesOfUnsolved(tenantId)
    const there = new Set((await knowledge.findAll(tenantId, known)).map(({ id }) => id))
    for (const id of known) if (!there.has(id)) await findings.forget(tenantId, id)
    for (const article of await knowledge.listEnding(tenantId, new Date(clock.now()).toISOString()))
      await examine(tenantId, article, products)
  }

  /** The products that the company sells: article number, name and price, as their articles state them. */
  async function productsOf(tenantId: string): Promise<Product[]> {
    const { products } = await knowledge.catalogue(tenantId, { reader: keeper })
    return products
      .flatMap(({ code, title: name, price, articleId }) =>
        code === null ? [] : [{ code, name, price: price?.amount ?? null, articleId }],
      )
      .toSorted((one, other) => one.articleId.localeCompare(other.articleId))
  }

  async function examineArticles(tenantId: string): Promise<{ examined: number; opened: number; solved: number }> {
    const begun = clock.reading()
    const products = await productsOf(tenantId)
    const total = { examined: 0, opened: 0, solved: 0 }
    let after = await startOf(tenantId, products)
    for (;;) {
      const articles = await knowledge.listChanged(tenantId, after, page)
      for (const article of articles) {
        const { opened, solved } = await examine(tenantId, article, products)
        after = { at: article.updatedAt, id: article.id }
        await learning.keepReadUntil(tenantId, cursor, after)
        total.examined++
        total.opened += opened
        total.solved += solved
      }
      if (articles.length < page || clock.reading() - begun > longest) break
    }
    await lookAround(tenantId, products)
    if (total.examined > 0)
      log.info('articles-examined', { tenantId, ...total, milliseconds: Math.round(clock.reading() - begun) })
    return total
  }

  return {
    /** Everything that changed since the last time. */
    examineArticles,
    /** These articles again, because something around them has changed. */
    async examineThese(tenantId: string, ids: string[]): Promise<void> {
      const products = await productsOf(tenantId)
      for (const article of await knowledge.findAll(tenantId, ids)) await examine(tenantId, article, products)
    },
  }
}
