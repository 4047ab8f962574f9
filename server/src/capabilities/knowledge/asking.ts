/** Asking a company's shelf: what is searched for, which passages answer, and why they do. */
import type { Reader } from '@lingxi/contract/audience'
import type { SearchHit, TriedHit } from '@lingxi/contract/knowledge'
import type { Language } from '@lingxi/contract/message'
import type { Clock } from '#platform/clock'
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
}
type Parts = {
  shelves: { of(tenantId: string): Promise<FilledShelf> }
  /** Puts passages into the order of a model, where one is configured. */
  rerank: ((text: string, found: FoundPassage[]) => Promise<FoundPassage[]>) | undefined
  clock: Clock
}

export function createAsking({ shelves, rerank, clock }: Parts) {
  return {
    /** The passages that fit best now among those the reader may see, with what each word added; in both languages unless one is named. */
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
      return rerank ? rerank(question.text, found) : found
    },

    /** The same passages, each with its score taken apart, and the words of the question that none of them says. */
    async takeApart(tenantId: string, question: Question): Promise<{ hits: TriedHit[]; unsaid: string[] }> {
      const shelf = await shelves.of(tenantId)
      const weighed = await shelf.finding.weigh(shelf, question, question.trial?.at ?? clock.now())
      const passages = weighed.map(({ passage }) => passage)
      const inOrder = rerank ? await rerank(question.text, passages) : passages
      const byId = new Map(weighed.map((each) => [each.passage.id, each]))
      const hits = inOrder.map((passage) => takeApart({ ...byId.get(passage.id)!, passage }))
      return { hits, unsaid: unsaidWords(weighed, shelf.own.tokens) }
    },
  }
}
