/**
 * The units in which names and questions are compared: each Chinese character, each Latin word or number. Case, width,
 * underscores and every mark between words are folded away, so that `wang_khan`, `Wang Khan` and `wang-khan` are one name.
 */
import { stemmer } from 'stemmer'

export type Unit = { text: string; start: number; end: number }

const unitPattern = /\p{Script=Han}|\p{Nd}+|[[\p{L}\p{M}]--\p{Script=Han}]+/gv

/** The units of a text with their UTF-16 places in it; `fold` must keep the length of the text, or places are its own. */
export function unitsOf(text: string): Unit[] {
  const units: Unit[] = []
  for (const match of text.normalize('NFC').matchAll(unitPattern)) {
    const start = match.index
    units.push({ text: foldUnit(match[0]), start, end: start + match[0].length })
  }
  return units
}

const foldUnit = (unit: string) => unit.normalize('NFKC').toLowerCase()

/** A name as a key: its units with single spaces. Names that differ only in case, marks or width share it. */
export const keyOf = (text: string): string =>
  unitsOf(text)
    .map((unit) => unit.text)
    .join(' ')

/** What a word is learnt under: English words by their stem, everything else as it is. */
export const stemOf = (unit: string): string => (/^[a-z]{3,}$/.test(unit) ? stemmer(unit) : unit)

/** A name and what stands behind it in brackets to tell it from others: `Mercury (planet)`, `龙晶（游戏）`. */
export function splitQualifier(name: string): { name: string; qualifier: string } {
  const text = name.trim()
  const closing = text.at(-1)
  if (closing !== ')' && closing !== '）') return { name: text, qualifier: '' }
  let depth = 0
  for (let place = text.length - 1; place > 0; place--) {
    const character = text[place]!
    if (character === ')' || character === '）') depth++
    if (character === '(' || character === '（') depth--
    if (depth === 0) return { name: text.slice(0, place).trim(), qualifier: text.slice(place + 1, -1).trim() }
  }
  return { name: text, qualifier: '' }
}

/**
 * The words of a relation's name. Names come as people write them (适用肤质, fill power), or as machines do
 * (`/people/person/place_of_birth`, `__film__film__country`, `placeOfBirth`): then the last part says it, the rest is context.
 */
export function relationWords(relation: string): { own: string[]; context: string[] } {
  const spaced = relation.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
  const parts = spaced.split(/__|[./:#]/).filter((part) => unitsOf(part).length > 0)
  const stems = (text: string) => unitsOf(text).map((unit) => stemOf(unit.text))
  return { own: stems(parts.at(-1) ?? relation), context: parts.slice(0, -1).flatMap(stems) }
}
