/** Asking a company's shelf: what is searched for, which passages answer, and why they do. */
import type { Reader } from '@lingxi/contract/audience'
import type { SearchHit } from '@lingxi/contract/knowledge'
import type { TriedHit } from '@lingxi/contract/trying'
import type { Language } from '@lingxi/contract/message'
import type { Clock } from '#platform/clock'
import { phrasesIn } from '#platform/search'
import { detectLanguage } from './detect-language.ts'
import type { FoundPassage, Question } from './finding.ts'
import type { Analysed, AskedQuestion } from './question/analyse-question.ts'
import type { FilledShelf } from './shelves.ts'
import { labelsWithin, type Within } from './labels.ts'
import { takeApart, unsaidWords } from './taken-apart.ts'

type Looking = {
  text: string
  language?: Language | undefined
  limit: number
  reader: Reader
  /** Only in articles of this category or below it, about this product, of this source. */
  within?: Within | undefined
  channel?: string | undefined
  /** Words in quotes have to stand in a passage as they are written; else they are words like others. */
  literal?: boolean | undefined
}
type Parts = {
  shelves: { of(tenantId: string): Promise<FilledShelf> }
  /** Puts passages into the order of a model, where one is configured. */
  rerank: ((text: string, found: FoundPassage[]) => Promise<FoundPassage[]>) | undefined
  clock: Clock
}

export function createAsking({ shelves, rerank, clock }: Parts) {
  /** In the order of the model, where one is configured and answers; that it changed something is told. */
  async function inOrder(text: string, found: FoundPassage[]): Promise<FoundPassage[]> {
    const ordered = (await rerank?.(text, found)) ?? found
    const moved = ordered.filter(({ id }, place) => id !== found[place]!.id).length
    if (moved === 0) return ordered
    const step = { kind: 'reranked' as const, by: 'model' as const, moved }
    return ordered.map((passage) => ({ ...passage, reordered: [...passage.reordered, step] }))
  }

  return {
    /**
     * The passages that fit best now among those the reader may see, with what each word added; in both languages unless
     * one is named.
     */
    async search(tenantId: string, { language, within, ...looking }: Looking): Promise<SearchHit[]> {
      const labels = labelsWithin(within ?? {})
      const only = language !== undefined
      const asked = { ...looking, labels, language: language ?? detectLanguage(looking.text), only }
      const shelf = await shelves.of(tenantId)
      return shelf.finding.search(shelf, asked, clock.now())
    },

    /** What is searched for when this is asked, with every step that led from what was typed to it. */
    async analyse(tenantId: string, question: AskedQuestion): Promise<Analysed> {
      const shelf = await shelves.of(tenantId)
      return shelf.finding.analyse(shelf, question)
    },

    /** Passages that may answer a question now and that the reader may see, best first, the asker's language before the other. */
    async find(tenantId: string, question: Question): Promise<FoundPassage[]> {
      const shelf = await shelves.of(tenantId)
      const found = await shelf.finding.find(shelf, question, question.trial?.at ?? clock.now())
      return inOrder(question.text, found)
    },

    /**
     * The same passages, each with its score taken apart, and the words of the question that none of them says. Here words in
     * quotes have to stand in a passage as they are written.
     */
    async takeApart(
      tenantId: string,
      question: Question,
    ): Promise<{ hits: TriedHit[]; unsaid: string[]; phrases: string[] }> {
      const shelf = await shelves.of(tenantId)
      const weighed = await shelf.finding.weigh(
        shelf,
        { ...question, literal: true },
        question.trial?.at ?? clock.now(),
      )
      const passages = weighed.map(({ passage }) => passage)
      const ordered = await inOrder(question.text, passages)
      const byId = new Map(weighed.map((each) => [each.passage.id, each]))
      const hits = ordered.map((passage) => takeApart({ ...byId.get(passage.id)!, passage }))
      return { hits, unsaid: unsaidWords(weighed, shelf.own.tokens), phrases: phrasesIn(question.text) }
    },
  }
}
