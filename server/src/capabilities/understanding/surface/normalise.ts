/**
 * One spelling for what people type in many. Three steps, each usable alone: `clean` keeps the customer's own letters,
 * `fold` keeps the length (so that a place found in the folded text is the same place in the cleaned one), `squeeze` is
 * for looking up cues only.
 */

import { simplify } from '#platform/search'

export const invisible = /\u00AD|[\u200B-\u200F]|[\u202A-\u202E]|[\u2060-\u2064]|\p{Variation_Selector}|\uFEFF/gu
const chinese = /\p{Script=Han}/u
export const curlyQuotes = /[‘’ʼ`´]/g
const spaceInsideChinese = /(?<=\p{Script=Han}) (?=\p{Script=Han})/gu
/** Digits are left alone: 1000 is not 10. */
const threeOrMore = /([^\d\s])\1{2,}/gu

const simplified = new Map<string, string>()

function simplifyCharacter(character: string): string {
  let plain = simplified.get(character)
  if (plain === undefined) simplified.set(character, (plain = simplify(character)))
  return plain
}

/** The text without what nobody sees: zero-width characters, and more than one space in a row. */
export function clean(text: string): string {
  return text.replace(invisible, '').replace(/\s+/g, ' ').trim()
}

/** Lower case, half width, simplified characters; as long as `cleaned` is, code unit for code unit. */
export function fold(cleaned: string): string {
  let folded = ''
  for (const character of cleaned) folded += foldCharacter(character)
  return folded.replace(curlyQuotes, "'")
}

/** See `fold`. */
export function foldCharacter(character: string): string {
  if (character <= '\u007F') return character.toLowerCase()
  const narrow = character.normalize('NFKC').toLowerCase()
  const sameLength = narrow.length === character.length ? narrow : character
  if (!chinese.test(sameLength)) return sameLength
  const plain = simplifyCharacter(sameLength)
  return plain.length === character.length ? plain : sameLength
}

/** The folded text as cues spell it: "加油油油" and "sooo" once, "转 人 工" together, "don't" as "dont". */
export function squeeze(folded: string): string {
  return folded.replace(spaceInsideChinese, '').replace(/'/g, '').replace(threeOrMore, '$1')
}

/** The parts between marks, without empty ones. */
export function splitClauses(squeezed: string): string[] {
  return squeezed
    .split(/[,.!?;:。、~…\n"“”()—]|\s-\s/)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '')
}

/** Words of a table written as one string, `|` or a new line between them. */
export function wordsOf(table: string): string[] {
  return table
    .split(/[|\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== '')
}
