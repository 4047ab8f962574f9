/** What is learnt from, as it is handed over to the thread that learns. */
import type { Language } from '@lingxi/contract/message'
import type { emotions, sentiments } from '@lingxi/contract/understanding'

export type LessonSpan = { start: number; end: number; type: string }
export type LessonExample = {
  id: string
  text: string
  language: Language
  /** Null where it says nothing of intents, or is out of scope. */
  intent: string | null
  outOfScope: boolean
  entities: LessonSpan[]
  sentiment: (typeof sentiments)[number] | null
  emotion: (typeof emotions)[number] | null
}
export type DictionaryLesson = { type: string; value: string; words: string[]; language: Language | null }
export type PatternLesson = { type: string; expression: string }
export type Lessons = {
  examples: LessonExample[]
  dictionary: DictionaryLesson[]
  patterns: PatternLesson[]
  /** Messages from elsewhere that are probably out of scope, for who has taught few of them. */
  strangers?: string[] | undefined
}
