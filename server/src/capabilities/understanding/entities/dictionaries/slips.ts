/**
 * Latin words that differ from one of a list by one slip of the finger: a letter too many, too few, another one, or two
 * changed about. One edit leaves one half of a word whole, so that a word is looked up by its halves.
 */
import { isEnglish } from '#platform/search'
import type { NearMatch } from './near-match.ts'

const shortest = 5
const confidence = 0.75
const tokens = /(?<![a-z\d])[a-z][a-z\d]{3,30}(?![a-z\d])/g

export function createSlips(words: readonly string[]) {
  const single = words.filter((word) => word.length >= shortest && /^[a-z][a-z\d]*$/.test(word))
  const known = new Set(single)
  const byHalf = new Map<string, string[]>()
  for (const word of single)
    for (const key of halvesOf(word, word.length)) {
      const those = byHalf.get(key)
      if (those) those.push(word)
      else byHalf.set(key, [word])
    }

  /** What is a word of English is none misspelt. */
  function find(folded: string): NearMatch[] {
    if (single.length === 0) return []
    return [...folded.matchAll(tokens)].flatMap((match): NearMatch[] => {
      const [token] = match
      const word = known.has(token) ? undefined : nearest(token)
      if (word === undefined || isEnglish(token)) return []
      return [{ start: match.index, end: match.index + token.length, word, confidence }]
    })
  }

  function nearest(token: string): string | undefined {
    return [token.length, token.length + 1, token.length - 1]
      .filter((length) => length >= shortest)
      .flatMap((length) => halvesOf(token, length))
      .flatMap((key) => byHalf.get(key) ?? [])
      .find((word) => isOneSlip(token, word))
  }

  return { find }
}

/** Keys of the first and the last half that a word of `length` has when `written` holds that half. */
function halvesOf(written: string, length: number): [string, string] {
  const half = length >> 1
  return [`${length}<${written.slice(0, half - 1)}`, `${length}>${written.slice(half + 1 - length)}`]
}

/** Optimal string alignment distance of one. */
export function isOneSlip(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1 || one === other) return false
  let at = 0
  while (one[at] === other[at] && at < one.length) at++
  const rest = (text: string, skipped: number) => text.slice(at + skipped)
  if (one.length < other.length) return rest(one, 0) === rest(other, 1)
  if (one.length > other.length) return rest(one, 1) === rest(other, 0)
  const isSwapped = one[at] === other[at + 1] && one[at + 1] === other[at]
  return rest(one, 1) === rest(other, 1) || (isSwapped && rest(one, 2) === rest(other, 2))
}
