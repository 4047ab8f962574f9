/** Texts cut into words once and remembered: the same wordings are weighed for question after question. */
import type { Tokens } from '#platform/search'
import { measuresIn } from './measures.ts'

/** A word or phrase of a text with all it may mean in everyday speech. */
export type Spoken = { word: string; concepts: readonly string[] }
export type ReadConcepts = (text: string) => Spoken[]

export type Reading = {
  folded: string
  words: Set<string>
  /** The words in order, each between spaces, for phrases of several words. */
  phrase: string
  /** What an index would count: words, stems and pairs of characters. */
  terms: Set<string>
  /** The words that say something, as everyday speech takes them, and all that they may mean. */
  spoken: Spoken[]
  concepts: Set<string>
}
export type Read = (text: string) => Reading

const mostRemembered = 10_000
const longestRemembered = 2_000

/** Without a reader of concepts a word means itself. */
export function createReading({
  tokens,
  readConcepts,
}: {
  tokens: Tokens
  readConcepts?: ReadConcepts | undefined
}): Read {
  const remembered = new Map<string, Reading>()
  const speak = readConcepts ?? ((text) => [...new Set(tokens.words(text))].map((word) => ({ word, concepts: [] })))

  function readAnew(text: string): Reading {
    const words = tokens.words(text)
    const spoken = speak(text)
    return {
      folded: tokens.fold(text),
      words: new Set(words),
      phrase: ` ${words.join(' ')} `,
      terms: new Set(tokens.terms(text)),
      spoken,
      concepts: new Set([...spoken.flatMap(({ concepts }) => concepts), ...measuresIn(text)]),
    }
  }

  return function read(text) {
    const known = remembered.get(text)
    if (known) return known
    const reading = readAnew(text)
    if (text.length <= longestRemembered) {
      // The oldest goes: a Map keeps the order in which its keys came.
      if (remembered.size >= mostRemembered) remembered.delete(remembered.keys().next().value!)
      remembered.set(text, reading)
    }
    return reading
  }
}
