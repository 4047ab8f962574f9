/**
 * Which word was meant by a slip of the finger. One slip in a word of five letters or more leaves its first two or its
 * last two letters as they are, so only words that share them, and of nearly the same length, have to be compared.
 */
import { isOneSlip } from './slips.ts'

const shape = /^[a-z]{4,21}$/
const comparable = /^[a-z]{5,20}$/

export function createSimilarWords(wordAt: (number: number) => string) {
  const alike = new Map<string, number[]>()
  const keysOf = (word: string, length: number) => [`${length}${word.slice(0, 2)}`, `${length}~${word.slice(-2)}`]

  return {
    /** Words are added once each, in the order of their numbers. */
    add(word: string, number: number): void {
      if (!shape.test(word)) return
      for (const key of keysOf(word, word.length)) {
        const there = alike.get(key)
        if (there) there.push(number)
        else alike.set(key, [number])
      }
    },

    /** The numbers of known words one slip away. */
    find(word: string): number[] {
      if (!comparable.test(word)) return []
      const lengths = [word.length - 1, word.length, word.length + 1]
      const near = lengths.flatMap((length) => keysOf(word, length)).flatMap((key) => alike.get(key) ?? [])
      return [...new Set(near)].filter((number) => isOneSlip(word, wordAt(number)))
    },
  }
}
