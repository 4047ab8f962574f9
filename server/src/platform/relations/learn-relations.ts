/** From texts and pairs of wordings to related words: pure, and the same for the same seed. */
import { contextsOf, countWords } from './contexts.ts'
import { nearest } from './nearest.ts'
import { learnTranslations, type WordPair } from './translations.ts'
import { leadingVectors } from './truncated-svd.ts'

/** What was learnt, as it is stored: by word, other words and how alike they are, the most alike first. */
export type LearntRelations = { texts: number; words: string[]; related: [word: string, others: [string, number][]][] }
export type Lesson = { texts: string[][]; pairs: WordPair[]; seed: number }

const leastTexts = 3
const mostWords = 12_000
/** A small vocabulary has fewer directions in which words differ by more than chance. */
const dimensions = (words: number) => Math.min(150, Math.floor(words / 3))
const smallestVocabulary = 30
const leastLikeness = 0.45
const leastProbability = 0.08
const mostRelated = 8

/** Words as the search divides them, in order. */
export function learnRelations({ texts, pairs, seed }: Lesson): LearntRelations {
  const vocabulary = countWords(texts, leastTexts, mostWords)
  const related = new Map<string, Map<string, number>>()
  const add = (word: string, other: string, likeness: number) => {
    const known = related.get(word) ?? new Map<string, number>()
    related.set(word, known.set(other, Math.max(likeness, known.get(other) ?? 0)))
  }
  if (vocabulary.words.length >= smallestVocabulary) {
    const vectors = leadingVectors(contextsOf(texts, vocabulary), dimensions(vocabulary.words.length), seed)
    for (const { one, other, likeness } of nearest(vectors, leastLikeness, mostRelated))
      add(vocabulary.words[one]!, vocabulary.words[other]!, likeness)
  }
  for (const [word, others] of learnTranslations(pairs, leastProbability))
    for (const [other, probability] of others) add(word, other, Math.min(1, 0.4 + probability))
  return {
    texts: texts.length,
    words: vocabulary.words,
    related: [...related].map(([word, others]) => [word, strongest(others)]),
  }
}

const strongest = (others: Map<string, number>): [string, number][] =>
  [...others]
    .sort(([one, ofOne], [other, ofOther]) => ofOther - ofOne || (one < other ? -1 : 1))
    .slice(0, mostRelated)
    .map(([word, likeness]) => [word, Math.round(likeness * 100) / 100])
