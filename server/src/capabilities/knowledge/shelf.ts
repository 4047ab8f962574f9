/** One tenant's passages and the index over them, in this process. Derived from the articles and never stored. */
import { marksOfAudience } from '@lingxi/contract/audience'
import type { Article } from '@lingxi/contract/knowledge'
import type { Language } from '@lingxi/contract/message'
import type { Situation } from '@lingxi/contract/variant'
import {
  createVocabulary,
  type IndexHit,
  type Phrases,
  type SearchDocument,
  type SearchIndex,
  type SearchQuery,
  searchPhrases,
} from '#platform/search'
import { type ReadConcepts, wordsAlone } from './asked-words.ts'
import { createCatalogue } from './catalogue.ts'
import type { OwnWords } from './company-words.ts'
import { conceptTerms } from './concept-terms.ts'
import { hashOfDocuments, type KeptArticle, type KeptArticles } from './kept-articles.ts'
import { labelsOf } from './labels.ts'
import type { CompanyMeaning } from './meaning/meaning.ts'
import type { Passage } from './passages.ts'
import type { Learnt } from './ranking/rank-passages.ts'
import { type CutPassage, createSchemes, cutTexts, marksOfText } from './variants.ts'

type Fresh = { passage: Passage; document: SearchDocument }
/** An article as it stands here. Settled: the index holds just this of it, vectors included. */
type Standing = KeptArticle & { scheme?: string | undefined; settled: boolean }
/** A passage with who may find it, as its document says. */
type Placed = CutPassage & { readers: readonly string[] }
export type Shelved = { passage: Passage; hit: IndexHit }
/** `phrases`: a passage has to hold them all. `situation`: in which somebody asks, so that of each article they are given the one text that is theirs; absent: all. */
export type ShelfQuery = SearchQuery & {
  language?: Language | undefined
  situation?: Situation | undefined
  phrases?: Phrases | undefined
}

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
  /** Whether its words are counted as passages come and go; else `recount` is to come. */
  let counting = true
  const passages = new Map<string, Placed>()
  /** What everyone may read: only its words may be proposed to whoever mistypes one. */
  const open = new Map<string, Passage>()
  const byArticle = new Map<string, Standing>()
  const schemes = createSchemes()
  const catalogue = createCatalogue()

  function remember(placed: Placed, { audience }: Article): void {
    const { passage } = placed
    passages.set(passage.id, placed)
    // A text for some tiers is no less theirs alone for standing in an article that is for everybody.
    if (audience.kind !== 'public' || passage.variant?.by.includes('tier')) return
    open.set(passage.id, passage)
    if (counting) vocabulary.add(wordingOf(passage))
  }
  function forget(id: string): void {
    const passage = open.get(id)
    if (passage && counting) vocabulary.remove(wordingOf(passage))
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

  /** Cuts an article and remembers it; says what of it the index has to hold, and what no more. */
  function place(article: Article, saved: KeptArticle | undefined) {
    catalogue.put(article)
    const cut = placedOf(article)
    const ids = cut.map(({ passage }) => passage.id)
    const before = byArticle.get(article.id)
    const gone = (before ?? saved)?.ids.filter((id) => !ids.includes(id)) ?? []
    ids.concat(gone).forEach(forget)
    for (const each of cut) remember(each, article)
    const scheme = cut.length > 0 ? schemes.add(article) : undefined
    schemes.remove(before?.scheme)
    const indexed = cut.map((each): Fresh => ({ passage: each.passage, document: toDocument(each, article) }))
    const hash = hashOfDocuments(indexed.map(({ document }) => document))
    const stands = { version: article.version, hash, ids, scheme, settled: false }
    byArticle.set(article.id, stands)
    return { stands, gone, indexed, isSaved: saved?.version === article.version && saved.hash === hash }
  }

  /**
   * Puts articles on the shelf as they are now; drafts are taken off. An older version than the one there is ignored.
   * `saved`: what the index, which nobody has asked yet, began with; the articles put are taken out of it.
   * Returns how many were indexed anew.
   */
  async function put(articles: Article[], saved: KeptArticles = new Map()): Promise<number> {
    const placed = articles.flatMap((article) => {
      if ((byArticle.get(article.id)?.version ?? 0) > article.version) return []
      const began = saved.get(article.id)
      saved.delete(article.id)
      return [place(article, began)]
    })
    const gone = placed.flatMap((each) => each.gone)
    await index.remove(gone)
    const [known, fresh] = [true, false].map((isSaved) =>
      placed.filter((each) => each.isSaved === isSaved).flatMap(({ indexed }) => indexed),
    )
    const there = await index.has(known!.map(({ document }) => document.id))
    const waiting = await upsert(fresh!.concat(known!.filter((_, at) => !there[at])))
    await meaning?.forget(gone)
    for (const { stands } of placed) stands.settled = !stands.ids.some((id) => waiting.has(id))
    return placed.filter(({ isSaved }) => !isSaved).length
  }

  /** What the words of a passage mean is found like its words: that of its title as in a heading, the rest as in its body. */
  function withConcepts<Found extends { title: string; heading: string; body: string }>(document: Found): Found {
    const { title, heading, body } = document
    const above = conceptTerms(readConcepts(`${title}\n${heading}`))
    return { ...document, heading: `${heading}\n${above}`, body: `${body}\n${conceptTerms(readConcepts(body))}` }
  }

  /** Returns which passages wait for their vectors. */
  async function upsert(fresh: Fresh[]): Promise<Set<string>> {
    const current = new Map(fresh.map(({ passage }) => [passage.id, passage]))
    // While others were at work, or vectors were looked up or made, an article may have changed again.
    const asItStands = ({ id }: SearchDocument) => passages.get(id)?.passage === current.get(id)
    const given = fresh.map(({ document }) => document)
    const documents = (meaning ? await meaning.attach(given) : given).filter(asItStands)
    await index.upsert(documents.map(withConcepts))
    if (!meaning) return new Set()
    const missing = documents.filter(({ vector }) => !vector)
    meaning.later(missing, (made) => index.upsert(made.filter(asItStands).map(withConcepts)))
    return new Set(missing.map(({ id }) => id))
  }

  /** By words, and by meaning where the question's vector came in time. What is quoted is looked for as it is written. */
  async function look(query: SearchQuery, phrases: Phrases | undefined): Promise<IndexHit[]> {
    if (phrases) return searchPhrases(index, query, { phrases, textsOf })
    const vector = await meaning?.ofQuestion(query.text)
    const hits = await index.search({ ...query, vector })
    return vector ? likeScoresOfWords(hits) : hits
  }

  function textsOf(id: string): string[] | undefined {
    const passage = passages.get(id)?.passage
    return passage && [passage.title, ...passage.alternatives, passage.heading, passage.text]
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
    async search({ situation, phrases, ...query }: ShelfQuery): Promise<Shelved[]> {
      const readers = query.readers === 'everyone' ? query.readers : schemes.marksIn(query.readers, situation)
      const hits = await look({ ...query, readers }, phrases)
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
    /** Leaves the words of what is put uncounted until `recount`: nothing is corrected so long. */
    countLater(): void {
      counting = false
    },
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
      counting = true
    },
    /** The articles of which the index holds just what it should. */
    *settledArticles(): Generator<[string, KeptArticle]> {
      for (const [id, stands] of byArticle) if (stands.settled && stands.ids.length > 0) yield [id, stands]
    },
    /** The version in which each article stands here. */
    versions: (): Map<string, number> => new Map([...byArticle].map(([id, { version }]) => [id, version])),
    size: () => ({ articles: byArticle.size, passages: passages.size }),
  }
}
export type Shelf = ReturnType<typeof createShelf>

const slice = 25
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
