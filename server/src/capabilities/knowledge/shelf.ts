/** One tenant's passages and the index over them, in this process. Derived from the articles and never stored. */
import { marksOfAudience } from '@lingxi/contract/audience'
import type { Article } from '@lingxi/contract/knowledge'
import type { Language } from '@lingxi/contract/message'
import { createVocabulary, type IndexHit, type SearchIndex, type SearchQuery } from '#platform/search'
import type { OwnWords } from './company-words.ts'
import { type Passage, passagesOf } from './passages.ts'

export type Shelved = { passage: Passage; hit: IndexHit }

export function createShelf(index: SearchIndex, own: OwnWords) {
  let vocabulary = createVocabulary(own)
  const passages = new Map<string, Passage>()
  /** What everyone may read: only its words may be proposed to whoever mistypes one. */
  const open = new Map<string, Passage>()
  const byArticle = new Map<string, { version: number; ids: string[] }>()

  function remember(passage: Passage, { audience }: Article): void {
    passages.set(passage.id, passage)
    if (audience.kind !== 'public') return
    open.set(passage.id, passage)
    vocabulary.add(wordingOf(passage))
  }
  function forget(id: string): void {
    const passage = open.get(id)
    if (passage) vocabulary.remove(wordingOf(passage))
    open.delete(id)
    passages.delete(id)
  }

  async function remove(articleId: string): Promise<void> {
    const ids = byArticle.get(articleId)?.ids ?? []
    byArticle.delete(articleId)
    ids.forEach(forget)
    await index.remove(ids)
  }

  /** Puts articles on the shelf as they are now; drafts are taken off. An older version than the one there is ignored. */
  async function put(articles: Article[]): Promise<void> {
    for (const article of articles) {
      if ((byArticle.get(article.id)?.version ?? 0) > article.version) continue
      const cut = article.status === 'published' ? passagesOf(article) : []
      const ids = cut.map(({ id }) => id)
      const gone = byArticle.get(article.id)?.ids.filter((id) => !ids.includes(id)) ?? []
      ids.concat(gone).forEach(forget)
      for (const passage of cut) remember(passage, article)
      byArticle.set(article.id, { version: article.version, ids })
      await index.remove(gone)
      await index.upsert(cut.map((passage) => toDocument(passage, article)))
    }
  }

  return {
    index,
    own,
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
    /** What may have been meant by words that no passage uses which everyone may read. */
    corrections: (text: string) => vocabulary.corrections(text),
    /** Counts every word again, after the company's own words changed; a slice at a time, and questions go on meanwhile. */
    async recount(pause: () => Promise<void>): Promise<void> {
      const fresh = createVocabulary(own)
      const counted = new Map<string, Passage>()
      for (const [place, passage] of [...open.values()].entries()) {
        if (place % slice === slice - 1) await pause()
        if (open.get(passage.id) !== passage) continue
        counted.set(passage.id, passage)
        fresh.add(wordingOf(passage))
      }
      for (const [id, passage] of counted) if (open.get(id) !== passage) fresh.remove(wordingOf(passage))
      for (const [id, passage] of open) if (counted.get(id) !== passage) fresh.add(wordingOf(passage))
      vocabulary = fresh
    },
    size: () => ({ articles: byArticle.size, passages: passages.size }),
  }
}
export type Shelf = ReturnType<typeof createShelf>

const slice = 500
const wordingOf = ({ title, alternatives, heading, text }: Passage) =>
  [title, ...alternatives, heading, text].join('\n')

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
