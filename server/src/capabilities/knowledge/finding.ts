/** How a question finds its passages: the asker's language first, everyday words counted like the shop's. */
import { marksOfReader, type Reader } from '@lingxi/contract/audience'
import type { SearchHit } from '@lingxi/contract/knowledge'
import type { Language } from '@lingxi/contract/message'
import type { Tokens } from '#platform/search'
import { type AskedWord, createAskedWords } from './asked-words.ts'
import type { Passage } from './passages.ts'
import type { Shelf, Shelved } from './shelf.ts'

/** A passage weighed for a question. `asked` says what the question is about and is the same for all its passages. */
export type FoundPassage = Passage & { score: number; terms: string[]; asked: AskedWord[] }

type Question = { text: string; language: Language; reader: Reader }

const taken = { own: 20, other: 4 }
/** A word that stands for an asked one counts a little less than the word itself. */
const alikeWeight = 0.35
/** What a hit in another language is worth beside one in the asker's own. */
const foreignWeight = 0.5

export function createFinding({ tokens }: { tokens: Tokens }) {
  const askedWords = createAskedWords({ tokens })

  async function query(shelf: Shelf, text: string, language: Language) {
    const asked = await askedWords(text, language, shelf.index)
    const also = asked.flatMap(({ alike }) => alike.map((word) => ({ text: word, weight: alikeWeight })))
    return { asked, query: { text, also } }
  }

  return {
    /** Passages that may hold the answer, best first, the asker's language before the other. */
    async find(shelf: Shelf, question: Question, at: number): Promise<FoundPassage[]> {
      const { asked, query: sought } = await query(shelf, question.text, question.language)
      const readers = marksOfReader(question.reader)
      const other = question.language === 'zh' ? 'en' : 'zh'
      // Together, so that both see the same base and the index cuts the question into terms once.
      const [own, foreign] = await Promise.all([
        shelf.search({ ...sought, readers, at, language: question.language, limit: taken.own }),
        shelf.search({ ...sought, readers, at, language: other, limit: taken.other }),
      ])
      return [...own, ...foreign].map(({ passage, hit }) => ({
        ...passage,
        score: hit.score * (passage.language === question.language ? 1 : foreignWeight),
        terms: [...new Set(hit.matches.map(({ term }) => term))],
        asked,
      }))
    },

    /** Hits for people who look around: with a language given only that one, else both by score. */
    async search(shelf: Shelf, asked: Question & { only: boolean; limit: number }, at: number) {
      const { query: sought } = await query(shelf, asked.text, asked.language)
      const readers = marksOfReader(asked.reader)
      const wanted = asked.only ? { readers, language: asked.language } : { readers }
      return (await shelf.search({ ...sought, ...wanted, at, limit: asked.limit })).map(toSearchHit)
    },
  }
}

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
