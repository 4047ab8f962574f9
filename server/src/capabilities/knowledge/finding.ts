/** How a question finds its passages: the asker's language first, everyday words counted like the shop's. */
import { marksOfReader, type Reader } from '@lingxi/contract/audience'
import type { SearchHit } from '@lingxi/contract/knowledge'
import type { Language } from '@lingxi/contract/message'
import { applyCorrections, type Correction } from '#platform/search'
import { type AskedWord, createAskedWords, type ReadConcepts } from './asked-words.ts'
import type { OwnWords } from './company-words.ts'
import { isConceptTerm, termOfConcept } from './concept-terms.ts'
import type { Passage } from './passages.ts'
import type { Shelf, Shelved } from './shelf.ts'

/** A passage weighed for a question. `asked` says what the question is about and is the same for all its passages. */
export type FoundPassage = Passage & {
  score: number
  terms: string[]
  asked: AskedWord[]
  /** What was searched for instead of what was typed; the same for all passages of a question. */
  corrections: Correction[]
}

type Question = { text: string; language: Language; reader: Reader }

const taken = { own: 20, other: 4 }
/** A word that stands for an asked one counts a little less than the word itself. */
const alikeWeight = 0.6
/** What was meant counts beside the words themselves. */
const meantWeight = 0.8
/** What a hit in another language is worth beside one in the asker's own. */
const foreignWeight = 0.5

/** For one company: `own` are its words at work. */
export function createFinding({ tokens, synonyms }: OwnWords, readConcepts: ReadConcepts) {
  const askedWords = createAskedWords({ tokens, synonyms, readConcepts })

  /** A word that stands for an asked one, as the company weighed it, or a little less than the word itself. */
  const weightOf = (asked: string, word: string, language: Language) =>
    synonyms(asked, language).find((each) => each.word === word)?.weight ?? alikeWeight

  /** What is searched for. Pinyin is Chinese, whatever its letters look like. */
  async function query(shelf: Shelf, text: string, given: Language) {
    const corrections = shelf.corrections(text)
    const language = corrections.some(({ kind }) => kind === 'pinyin') ? 'zh' : given
    const meant = applyCorrections(text, corrections, tokens.fold)
    const asked = await askedWords(meant, language, shelf.index)
    const also = asked.flatMap(({ word, alike, concepts }) => [
      ...alike.map((other) => ({ text: other, weight: weightOf(word, other, language) })),
      ...concepts.map((concept) => ({ text: termOfConcept(concept), weight: meantWeight })),
    ])
    return { asked, corrections, language, query: { text: meant, also } }
  }

  return {
    /** Passages that may hold the answer, best first, the asker's language before the other. */
    async find(shelf: Shelf, question: Question, at: number): Promise<FoundPassage[]> {
      const { asked, corrections, language, query: sought } = await query(shelf, question.text, question.language)
      const readers = marksOfReader(question.reader)
      const other = language === 'zh' ? 'en' : 'zh'
      // Together, so that both see the same base and the index cuts the question into terms once.
      const [own, foreign] = await Promise.all([
        shelf.search({ ...sought, readers, at, language, limit: taken.own }),
        shelf.search({ ...sought, readers, at, language: other, limit: taken.other }),
      ])
      return [...own, ...foreign].map(({ passage, hit }) => ({
        ...passage,
        score: hit.score * (passage.language === language ? 1 : foreignWeight),
        terms: [...new Set(hit.matches.map(({ term }) => term))].filter((term) => !isConceptTerm(term)),
        asked,
        corrections,
      }))
    },

    /** Hits for people who look around: with a language given only that one, else both by score. */
    async search(shelf: Shelf, asked: Question & { only: boolean; limit: number }, at: number) {
      const { query: sought, language } = await query(shelf, asked.text, asked.language)
      const readers = marksOfReader(asked.reader)
      const wanted = asked.only ? { readers, language } : { readers }
      return (await shelf.search({ ...sought, ...wanted, at, limit: asked.limit })).map(toSearchHit)
    },
  }
}
export type Finding = ReturnType<typeof createFinding>

const toSearchHit = ({ passage, hit }: Shelved): SearchHit => ({
  articleId: passage.articleId,
  title: passage.title,
  heading: passage.heading,
  language: passage.language,
  start: passage.start,
  end: passage.end,
  text: passage.text,
  score: hit.score,
  matches: hit.matches,
})
