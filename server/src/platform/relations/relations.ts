/**
 * Which words can stand for each other, learnt from a company's own texts without a pretrained model: words used in the
 * same places (contexts.ts, truncated-svd.ts), words that translate each other between two wordings of one thing
 * (translations.ts), and Latin words of one family. The same texts and seed give the same relations. Learning takes
 * about a second per 10,000 short texts: it belongs into a thread (`learnRelationsInThread`). A relation says how alike
 * two words are, 0–1; whether that helps is for those to measure who search with it.
 */
import { familiesOf, familyOf, type Related } from './families.ts'
import type { LearntRelations } from './learn-relations.ts'

export type { Related } from './families.ts'
export type { WordPair } from './translations.ts'
export { learnRelations, type LearntRelations, type Lesson } from './learn-relations.ts'
export { learnRelationsInThread } from './learn-in-thread.ts'

export type Relations = ReturnType<typeof createRelations>

/** What was learnt, ready to be asked. */
export function createRelations({ related, words }: LearntRelations) {
  const byWord = new Map(
    related.map(([word, others]) => [word, others.map(([other, likeness]) => ({ word: other, likeness }))]),
  )
  const families = familiesOf(words)
  const known = new Set(words)
  return {
    /** Words that can stand for this one, the most alike first; a word that was never seen has those of its family. */
    relatedTo(word: string): readonly Related[] {
      return byWord.get(word) ?? (known.has(word) ? [] : familyOf(word, families))
    },
    size: byWord.size,
  }
}
