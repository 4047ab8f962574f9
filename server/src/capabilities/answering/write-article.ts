/**
 * The text of an article that a model writes from what people told customers, checked like an answer: sentence by sentence
 * against what they said, and not believed at all when one of them is not carried.
 */
import type { Language } from '@lingxi/contract/message'
import type { LanguageModel } from '#platform/models'
import type { EvidencePassage } from './evidence.ts'
import type { createWriting, Written } from './write-answer.ts'

export type ArticleWriting = {
  model: LanguageModel
  question: string
  language: Language
  /** What people answered, without personal data. */
  texts: string[]
  signal?: AbortSignal | undefined
}

export function createArticleWriting(write: ReturnType<typeof createWriting>) {
  return function writeArticle({ texts, language, ...asked }: ArticleWriting): Promise<Written> {
    return write({ ...asked, language, purpose: 'article', passages: texts.map((text) => asPassage(text, language)) })
  }
}

const asPassage = (text: string, language: Language): EvidencePassage => ({
  articleId: '',
  title: '',
  alternatives: [],
  heading: '',
  language,
  kind: 'section',
  start: 0,
  end: text.length,
  text,
  units: [{ kind: 'sentence', start: 0, end: text.length }],
  score: 1,
  asked: [],
})
