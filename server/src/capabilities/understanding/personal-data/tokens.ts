/**
 * Marks in place of personal data: ⟦phone 1⟧, ⟦name 2⟧. The same value has the same mark within one book, a mark never
 * says what it stands for, and what was written comes back to the letter: restore(tokenise(text)) is the text.
 */
import { createHmac } from 'node:crypto'
import type { PersonalData } from '@lingxi/contract/understanding'

export type Tokenised = {
  text: string
  /** Puts values back, also where a model has written a mark a little differently (⟦Phone 1⟧). Marks of others stay. */
  restore(written: string): string
}
/** Which mark stands for which value. */
export type TokenBook = ReturnType<typeof createTokenBook>

const marks = /⟦\s{0,3}([a-z]{1,12}(?:[ -][a-z]{1,12})?)\s{0,3}(\d{1,6})\s{0,3}⟧/gi
/** No mark is longer, in UTF-16 units. */
export const longestMark = 48
const keyOf = (kind: string, number: string) => `${kind.toLowerCase().replace('-', ' ')} ${Number(number)}`

/** Numbers of a session: six digits, that nobody takes for a count. */
const [lowest, numbers] = [100_000, 890_000]

/**
 * With a `session` the same value has the same mark in every book of it, and another in another session: its number is a hash
 * of the value, keyed by the session, which who sees the marks must not know. Nothing is kept. Without one, marks count from 1.
 */
export function createTokenBook({ session }: { session?: string | undefined } = {}) {
  const markOf = new Map<string, string>()
  const valueOf = new Map<string, string>()
  const counts = new Map<string, number>()
  /** What a text itself holds and looks like a mark: it must not come to stand for something. */
  const taken = new Set<string>()

  function avoid(text: string): void {
    if (text.includes('⟦')) for (const [, kind, number] of text.matchAll(marks)) taken.add(keyOf(kind!, number!))
  }

  function mark(kind: string, value: string): string {
    const label = kind.replace('-', ' ')
    const known = markOf.get(`${label}:${value}`)
    if (known) return `⟦${known}⟧`
    let count = session === undefined ? (counts.get(label) ?? 0) : numberIn(session, `${label}:${value}`)
    do count += 1
    while (taken.has(`${label} ${count}`) || valueOf.has(`${label} ${count}`))
    counts.set(label, count)
    const key = `${label} ${count}`
    markOf.set(`${label}:${value}`, key)
    valueOf.set(key, value)
    return `⟦${key}⟧`
  }

  const restore = (written: string) =>
    written.includes('⟦')
      ? written.replaceAll(marks, (whole, kind: string, number: string) => valueOf.get(keyOf(kind, number)) ?? whole)
      : written

  return { avoid, mark, restore, isEmpty: () => valueOf.size === 0 }
}

const numberIn = (session: string, value: string) =>
  lowest + (createHmac('sha256', session).update(value).digest().readUInt32LE() % numbers)

/** `found` is what findPersonalData found in `text`. One `book` for all texts in which the same value is to be the same mark. */
export function tokenisePersonalData(
  text: string,
  found: readonly PersonalData[],
  book: TokenBook = createTokenBook(),
): Tokenised {
  book.avoid(text)
  let written = ''
  let from = 0
  for (const { kind, start, end } of found) {
    written += text.slice(from, start) + book.mark(kind, text.slice(start, end))
    from = end
  }
  return { text: written + text.slice(from), restore: book.restore }
}
