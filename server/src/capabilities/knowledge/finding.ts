/**
 * How a question finds its passages. A question is one query; a text that tells of many things is looked up need by need,
 * and the articles that answer most of them lead. What was found is put in order by all that speaks for it.
 */
import { marksOfReader, type Reader } from '@lingxi/contract/audience'
import type { SearchHit } from '@lingxi/contract/knowledge'
import type { Language } from '@lingxi/contract/message'
import type { QuestionStep } from '@lingxi/contract/question-steps'
import { type Situation, situationOf } from '@lingxi/contract/variant'
import { type Correction, type Phrases, readPhrases } from '#platform/search'
import type { AskedWord, ReadConcepts } from './asked-words.ts'
import type { OwnWords } from './company-words.ts'
import { isConceptTerm } from './concept-terms.ts'
import { createFindByNeeds, manyNeeds } from './find-by-needs.ts'
import type { Passage } from './passages.ts'
import { type Analysed, type AskedQuestion, createAnalyseQuestion } from './question/analyse-question.ts'
import { createRankPassages, type Learnt } from './ranking/rank-passages.ts'
import { defaultWeights } from './ranking/ranking-weights.ts'
import type { Shelf, Shelved } from './shelf.ts'

/** A passage weighed for a question. `asked` says what the question is about and is the same for all its passages. */
export type FoundPassage = Passage & {
  score: number
  terms: string[]
  asked: AskedWord[]
  /** What was searched for instead of what was typed; the same for all passages of a question. */
  corrections: Correction[]
  /** What put the passages into another order than their words do; the same for all passages of a question. */
  reordered: Reordered[]
}
export type Reordered = Extract<QuestionStep, { kind: 'reranked' }>

/**
 * `channel`: on which it is asked. `analysed`: what `analyse` made of this question, where that is known already.
 */
export type Question = AskedQuestion & {
  reader: Reader
  channel?: string | undefined
  analysed?: Analysed | undefined
  /** What it has in quotes has to stand in the passages as it is written. A customer's quotes only stress. */
  literal?: boolean | undefined
}

const taken = { own: 20, other: 4 }
/** What a hit in another language is worth beside one in the asker's own. */
const foreignWeight = 0.5

/** For one company: `tokens` and `synonyms` are its own words at work. */
export function createFinding({ tokens, synonyms }: OwnWords, readConcepts: ReadConcepts) {
  const analyseQuestion = createAnalyseQuestion({ tokens, synonyms, readConcepts })
  const rankPassages = createRankPassages({ tokens })
  const findByNeeds = createFindByNeeds({ tokens })

  const learntOf = (shelf: Shelf, { trial }: AskedQuestion): Learnt =>
    (trial?.learnt !== false && shelf.learnt) || { weights: defaultWeights }
  const analyse = (shelf: Shelf, question: AskedQuestion): Promise<Analysed> =>
    analyseQuestion(question, {
      index: shelf.index,
      corrections: shelf.corrections,
      relations: learntOf(shelf, question).relations,
    })

  const phrasesOf = ({ literal, text }: Question) => (literal ? readPhrases(tokens, text) : undefined)

  async function findWhole(shelf: Shelf, { text, also }: Analysed, { language, ...asking }: Asking) {
    const other = language === 'zh' ? 'en' : 'zh'
    const sought = { text, also, ...asking }
    // Together, so that both see the same base and the index cuts the question into terms once.
    const [own, foreign] = await Promise.all([
      shelf.search({ ...sought, language, limit: taken.own }),
      shelf.search({ ...sought, language: other, limit: taken.other }),
    ])
    return [...own, ...foreign].map(({ passage, hit }) => ({
      passage,
      hit,
      score: hit.score * (passage.language === language ? 1 : foreignWeight),
    }))
  }

  /** What was found, in order; `weighing` where its passages were put in order by signs. */
  async function rank(shelf: Shelf, question: Question, at: number) {
    const readers = marksOfReader(question.reader)
    const situation = situationOf(question.reader, question.channel ?? null, at)
    const analysed = question.analysed ?? (await analyse(shelf, question))
    const phrases = phrasesOf(question)
    const asking = { language: analysed.language, readers, at, situation, phrases }
    if (analysed.needs.length >= manyNeeds && !phrases) {
      const found = await findByNeeds(shelf, analysed, asking)
      return found.map((each) => ({ hit: each.hit, passage: present(each, analysed, []), weighing: undefined }))
    }
    const found = await findWhole(shelf, analysed, asking)
    const learnt = learntOf(shelf, question)
    const ranked = await rankPassages(analysed.text, found, { index: shelf.index, learnt })
    const moved = ranked[0]?.moved ?? 0
    const reordered: Reordered[] = moved > 0 ? [{ kind: 'reranked', by: 'learnt', moved }] : []
    return ranked.map(({ found: each, score, moved: _moved, ...signs }) => ({
      hit: each.hit,
      passage: present({ ...each, score }, analysed, reordered),
      weighing: { weights: learnt.weights, ...signs },
    }))
  }

  return {
    /** What is searched for, with every step that led to it. */
    analyse,

    /** Passages that may hold the answer, best first, the asker's language before the other. */
    async find(shelf: Shelf, question: Question, at: number): Promise<FoundPassage[]> {
      return (await rank(shelf, question, at)).map(({ passage }) => passage)
    },

    /** The same passages, each with what its score is made of. */
    weigh: rank,

    /**
     * Hits for people who look around: with a language given only that one, else both by score. Customers are given the
     * text of an article that is theirs, those who work here all of its texts.
     */
    async search(shelf: Shelf, asked: Question & { only: boolean; limit: number; labels: string[] }, at: number) {
      const { text, also, language } = await analyse(shelf, asked)
      const readers = marksOfReader(asked.reader)
      const isCustomer = asked.reader.kind === 'customer'
      const situation = isCustomer ? situationOf(asked.reader, asked.channel ?? null, at) : undefined
      const among = { readers, situation, labels: asked.labels, phrases: phrasesOf(asked) }
      const wanted = asked.only ? { ...among, language } : among
      return (await shelf.search({ text, also, ...wanted, at, limit: asked.limit })).map(toSearchHit)
    },
  }
}

export type Finding = ReturnType<typeof createFinding>

export type Asking = {
  language: Language
  readers: readonly string[] | 'everyone'
  at: number
  situation: Situation
  phrases?: Phrases | undefined
}
export type Scored = Shelved & { score: number }

const present = (
  { passage, hit, score }: Scored,
  { asked, corrections }: Analysed,
  reordered: Reordered[],
): FoundPassage => ({
  ...passage,
  score,
  terms: [...new Set(hit.matches.map(({ term }) => term))].filter((term) => !isConceptTerm(term)),
  asked,
  corrections,
  reordered,
})

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
  ...(passage.variant && { variant: passage.variant }),
})
