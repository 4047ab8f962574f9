/** One tenant's passages and the index over them, in this process. Derived from the articles and never stored. */
import { marksOfAudience } from '@lingxi/contract/audience'
import type { Article } from '@lingxi/contract/knowledge'
import type { Language } from '@lingxi/contract/message'
import type { Situation } from '@lingxi/contract/variant'
import {
  createVocabulary,
  type IndexHit,
  type SearchDocument,
  type SearchIndex,
  type SearchQuery,
} from '#platform/search'
import { type ReadConcepts, wordsAlone } from './asked-words.ts'
import { createCatalogue } from './catalogue.ts'
import type { OwnWords } from './company-words.ts'
import { conceptTerms } from './concept-terms.ts'
import type { CompanyMeaning } from './meaning/meaning.ts'
import { createSchemes, cutTexts, type CutPassage, marksOfText } from './variants.ts'
import type { Passage } from './passages.ts'
import type { Learnt } from './ranking/rank-passages.ts'

type Fresh = { passage: Passage; document: SearchDocument }
/** A passage with who may find it, as its document says. */
type Placed = CutPassage & { readers: readonly string[] }
export type Shelved = { passage: Passage; hit: IndexHit }
/** `situation`: in which somebody asks, so that of each article they are given the one text that is theirs; absent: all. */
export type ShelfQuery = SearchQuery & { language?: Language | undefined; situation?: Situation | undefined }

/** `meaning`: where an embedding model is configured. `readConcepts`: what words mean in everyday speech. */
export function createShelf(
  index: SearchIndex,
  own: OwnWords,
  {
    meaning,
    readConcepts = wordsAlone(own.tokens),
  }: { meaning?: CompanyMeaning | undefined; readConcepts?: ReadConcepts | undefined } = {},
) {
  let vocabulary = createVocabulary(own)
  const passages = new Map<string, Placed>()
  /** What everyone may read: only its words may be proposed to whoever mistypes one. */
  const open = new Map<string, Passage>()
  const byArticle = new Map<string, { version: number; ids: string[]; scheme?: string | undefined }>()
  const schemes = createSchemes()
  const catalogue = createCatalogue()

  function remember(placed: Placed, { audience }: Article): void {
    const { passage } = placed
    passages.set(passage.id, placed)
    // A text for some tiers is no less theirs alone for standing in an article that is for everybody.
    if (audience.kind !== 'public' || passage.variant?.by.includes('tier')) return
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
    schemes.remove(byArticle.get(articleId)?.scheme)
    byArticle.delete(articleId)
    catalogue.remove(articleId)
    ids.forEach(forget)
    await index.remove(ids)
    await meaning?.forget(ids)
  }

  /** Puts articles on the shelf as they are now; drafts are taken off. An older version than the one there is ignored. */
  async function put(articles: Article[]): Promise<void> {
    const gone: string[] = []
    const fresh: Fresh[] = []
    for (const article of articles) {
      if ((byArticle.get(article.id)?.version ?? 0) > article.version) continue
      catalogue.put(article)
      const cut = placedOf(article)
      const ids = cut.map(({ passage }) => passage.id)
      const before = byArticle.get(article.id)
      const left = before?.ids.filter((id) => !ids.includes(id)) ?? []
      ids.concat(left).forEach(forget)
      for (const each of cut) remember(each, article)
      const scheme = cut.length > 0 ? schemes.add(article) : undefined
      schemes.remove(before?.scheme)
      byArticle.set(article.id, { version: article.version, ids, scheme })
      gone.push(...left)
      fresh.push(...cut.map((each) => ({ passage: each.passage, document: toDocument(each, article) })))
    }
    await index.remove(gone)
    await upsert(fresh)
    await meaning?.forget(gone)
  }

  /** What the words of a passage mean is found like its words: that of its title as in a heading, the rest as in its body. */
  function withConcepts<Found extends { title: string; heading: string; body: string }>(document: Found): Found {
    const { title, heading, body } = document
    const above = conceptTerms(readConcepts(`${title}\n${heading}`))
    return { ...document, heading: `${heading}\n${above}`, body: `${body}\n${conceptTerms(readConcepts(body))}` }
  }

  async function upsert(fresh: Fresh[]): Promise<void> {
    if (!meaning) return index.upsert(fresh.map(({ document }) => withConcepts(document)))
    const documents = await meaning.attach(fresh.map(({ document }) => document))
    const current = new Map(fresh.map(({ passage }) => [passage.id, passage]))
    // While vectors were looked up, or made, an article may have changed again.
    const asItStands = ({ id }: SearchDocument) => passages.get(id)?.passage === current.get(id)
    await index.upsert(documents.filter(asItStands).map(withConcepts))
    const missing = documents.filter(({ vector }) => !vector)
    meaning.later(missing, (made) => index.upsert(made.filter(asItStands).map(withConcepts)))
  }

  /** By words, and by meaning where the question's vector came in time. */
  async function look(query: SearchQuery): Promise<IndexHit[]> {
    const vector = await meaning?.ofQuestion(query.text)
    const hits = await index.search({ ...query, vector })
    return vector ? likeScoresOfWords(hits) : hits
  }

  return {
    /** What was learnt for this base, where that is switched on. */
    learnt: undefined as Learnt | undefined,
    index,
    own,
    /** The products among the articles that may be read at a moment (ms), and the words to read a wish with. */
    catalogue: (...of: Parameters<typeof catalogue.readable>) => ({ products: catalogue.readable(...of), ...own }),
    put,
    remove,
    /** Hits in the asked language and at the asked moment, with their passages. */
    async search({ situation, ...query }: ShelfQuery): Promise<Shelved[]> {
      const readers = query.readers === 'everyone' ? query.readers : schemes.marksIn(query.readers, situation)
      const hits = await look({ ...query, readers })
      return hits.flatMap((hit) => {
        const placed = passages.get(hit.id)
        // What was just narrowed stands in the index as it was for a moment longer.
        const may = placed && (readers === 'everyone' || placed.readers.some((mark) => readers.includes(mark)))
        return may && schemes.isFor(placed.which, situation) ? [{ passage: placed.passage, hit }] : []
      })
    },
    /** What everyone may read, as it stands now. */
    openPassages: (): Passage[] => [...open.values()],
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
    /** The version in which each article stands here. */
    versions: (): Map<string, number> => new Map([...byArticle].map(([id, { version }]) => [id, version])),
    size: () => ({ articles: byArticle.size, passages: passages.size }),
  }
}
export type Shelf = ReturnType<typeof createShelf>

const slice = 500
const wordingOf = ({ title, alternatives, heading, text }: Passage) =>
  [title, ...alternatives, heading, text].join('\n')

/** Fused ranks are small numbers: brought to the size of what words score, for those who weigh one against the other. */
function likeScoresOfWords(hits: IndexHit[]): IndexHit[] {
  const words = hits.map(({ matches }) => matches.reduce((sum, { score }) => sum + score, 0))
  const scale = Math.max(1, ...words) / Math.max(Number.MIN_VALUE, ...hits.map(({ score }) => score))
  return hits.map((hit) => ({ ...hit, score: hit.score * scale }))
}

const placedOf = (article: Article): Placed[] =>
  article.status === 'published'
    ? cutTexts(article).map((cut) => ({ ...cut, readers: marksOfText(marksOfAudience(article.audience), cut.which) }))
    : []

function toDocument({ passage, readers }: Placed, article: Article) {
  const { validFrom, validUntil } = article
  return {
    id: passage.id,
    title: [passage.title, ...passage.alternatives].join('\n'),
    heading: passage.tableHead ? `${passage.heading}\n${passage.tableHead}` : passage.heading,
    body: passage.text,
    language: passage.language,
    readers,
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
