/** Texts cut into words once and remembered: the same wordings are weighed for question after question. */
import type { Tokens } from '#platform/search'

export type Reading = {
  folded: string
  words: Set<string>
  /** The words in order, each between spaces, for phrases of several words. */
  phrase: string
  /** What an index would count: words, stems and pairs of characters. */
  terms: Set<string>
}
export type Read = (text: string) => Reading

const mostRemembered = 10_000
const longestRemembered = 2_000

export function createReading({ tokens }: { tokens: Tokens }): Read {
  const remembered = new Map<string, Reading>()

  return function read(text) {
    const known = remembered.get(text)
    if (known) return known
    const words = tokens.words(text)
    const terms = new Set(tokens.terms(text))
    const reading = { folded: tokens.fold(text), words: new Set(words), phrase: ` ${words.join(' ')} `, terms }
    if (text.length <= longestRemembered) {
      // The oldest goes: a Map keeps the order in which its keys came.
      if (remembered.size >= mostRemembered) remembered.delete(remembered.keys().next().value!)
      remembered.set(text, reading)
    }
    return reading
  }
}
