/** One tenant's passages and the index over them, in this process. Derived from the articles and never stored. */
import { marksOfAudience } from '@lingxi/contract/audience'
import type { Article } from '@lingxi/contract/knowledge'
import type { Language } from '@lingxi/contract/message'
import type { IndexHit, SearchIndex, SearchQuery } from '#platform/search'
import { type Passage, passagesOf } from './passages.ts'

export type Shelved = { passage: Passage; hit: IndexHit }

export function createShelf(index: SearchIndex) {
  const passages = new Map<string, Passage>()
  const byArticle = new Map<string, { version: number; ids: string[] }>()

  async function remove(articleId: string): Promise<void> {
    const ids = byArticle.get(articleId)?.ids ?? []
    byArticle.delete(articleId)
    for (const id of ids) passages.delete(id)
    await index.remove(ids)
  }

  /** Puts articles on the shelf as they are now; drafts are taken off. An older version than the one there is ignored. */
  async function put(articles: Article[]): Promise<void> {
    for (const article of articles) {
      if ((byArticle.get(article.id)?.version ?? 0) > article.version) continue
      const cut = article.status === 'published' ? passagesOf(article) : []
      const ids = cut.map(({ id }) => id)
      const gone = byArticle.get(article.id)?.ids.filter((id) => !ids.includes(id)) ?? []
      for (const id of gone) passages.delete(id)
      for (const passage of cut) passages.set(passage.id, passage)
      byArticle.set(article.id, { version: article.version, ids })
      await index.remove(gone)
      await index.upsert(cut.map((passage) => toDocument(passage, article)))
    }
  }

  return {
    index,
    put,
    remove,
    /** Hits in the asked language and at the asked moment, with their passages. */
    async search(query: SearchQuery & { language?: Language | undefined }): Promise<Shelved[]> {
      const hits = await index.search(query)
      return hits.flatMap((hit) => {
        const passage = passages.get(hit.id)
        return passage ? [{ passage, hit }] : []
      })
    },
    size: () => ({ articles: byArticle.size, passages: passages.size }),
  }
}
export type Shelf = ReturnType<typeof createShelf>

function toDocument(passage: Passage, article: Article) {
  const { validFrom, validUntil } = article
  return {
    id: passage.id,
    title: [passage.title, ...passage.alternatives].join('\n'),
    heading: passage.heading,
    body: passage.text,
    language: passage.language,
    readers: marksOfAudience(article.audience),
    labels: labelsOf(article),
    from: validFrom === null ? null : Date.parse(validFrom),
    until: validUntil === null ? null : Date.parse(validUntil),
  }
}

/** A category stands for those above it too: `category:A/B` and `category:A`. */
function labelsOf({ category, products, origin }: Article): string[] {
  const path = category?.split('/') ?? []
  const above = path.map((_, depth) => `category:${path.slice(0, depth + 1).join('/')}`)
  const source = origin ? [`source:${origin.sourceId}`] : []
  return [...above, ...products.map((product) => `product:${product}`), ...source]
}
