/** How much of what is asked a piece of text holds. */
import type { Citation, Language } from '@lingxi/contract/message'
import type { ChosenVariant } from '@lingxi/contract/variant'
import type { Reading } from './reading.ts'

/** A word of the question: how telling it is (0–1), other words that answer for it, and what it may mean. */
export type AskedWord = { word: string; weight: number; alike: string[]; concepts?: readonly string[] }
export type Unit = { kind: 'sentence' | 'item' | 'row' | 'lead'; start: number; end: number }
/** A passage to answer from; `text` is the article's body between the UTF-16 offsets `start` and `end`. */
export type EvidencePassage = {
  articleId: string
  title: string
  /** The variant of the article that it is of; absent: its own text. */
  variant?: ChosenVariant | undefined
  alternatives: string[]
  heading: string
  language: Language
  kind: 'question' | 'subject' | 'section'
  start: number
  end: number
  text: string
  /** The head of the table that this is a later piece of. */
  tableHead?: string | undefined
  units: Unit[]
  /** How well the index thought it fits; only compared with that of its neighbours. */
  score: number
  asked: AskedWord[]
}

/** What is cited of a passage: the very words between two offsets, and which text of the article they are of. */
export const cite = (passage: EvidencePassage, { start, end }: { start: number; end: number }): Citation => ({
  articleId: passage.articleId,
  title: passage.title,
  start,
  end,
  quote: textOf(passage, { start, end }),
  ...(passage.variant && { variant: passage.variant }),
})

export const textOf = (passage: EvidencePassage, { start, end }: { start: number; end: number }) =>
  passage.text.slice(start - passage.start, end - passage.start)

export type Holds = (asked: AskedWord) => number

/** Another word for the asked one proves a little less, and a part of it less again. */
const alikeCredit = 0.9
const meantCredit = 0.9
const partCredit = 0.5
const singleCredit = 0.4

/** Tells of each asked word how far a text holds it, 0–1. Chinese by containment, so that no cut of words comes between. */
export function holdingOf({ folded, words, phrase, concepts }: Reading): Holds {
  function has({ text, how }: Form): boolean {
    if (how === 'contained') return folded.includes(text)
    return how === 'phrase' ? phrase.includes(text) : words.has(text)
  }
  return (asked) => {
    const { own, alike, single, pairs } = soughtOf(asked)
    if (has(own)) return 1
    if (asked.concepts?.some((concept) => concepts.has(concept))) return meantCredit
    for (const other of alike) if (has(other)) return alikeCredit
    if (single) return folded.includes(own.text) ? singleCredit : 0
    if (pairs.length === 0) return 0
    let held = 0
    for (const pair of pairs) if (folded.includes(pair)) held++
    return (partCredit * held) / pairs.length
  }
}

/** The same, asking the text only once for each word. Worth it where a word is looked for again and again. */
export function remembering(holds: Holds): Holds {
  const known = new Map<AskedWord, number>()
  return (word) => {
    let held = known.get(word)
    if (held === undefined) known.set(word, (held = holds(word)))
    return held
  }
}

/** The share of the question's weight that is held, 0–1: idf-weighted coverage. */
export function coverageOf(asked: AskedWord[], holds: Holds): number {
  let all = 0
  let held = 0
  for (const word of asked) {
    all += word.weight
    held += word.weight * holds(word)
  }
  return all === 0 ? 0 : held / all
}

/** How a word is looked for in a text. */
type Form = { text: string; how: 'contained' | 'phrase' | 'word' }
type Sought = { own: Form; alike: Form[]; single: boolean; pairs: string[] }

/** A question's words are looked for in hundreds of wordings: what they look like is found out once. */
const soughtBefore = new WeakMap<AskedWord, Sought>()
function soughtOf(asked: AskedWord): Sought {
  let sought = soughtBefore.get(asked)
  if (!sought) {
    const { word, alike } = asked
    const chinese = isChinese(word)
    const pairs = chinese && word.length > 2 ? pairsOf(word) : []
    sought = { own: formOf(word), alike: alike.map(formOf), single: chinese && word.length === 1, pairs }
    soughtBefore.set(asked, sought)
  }
  return sought
}

function formOf(word: string): Form {
  // A single character is part of too many words to prove anything but itself.
  if (word.length > 1 && isChinese(word)) return { text: word, how: 'contained' }
  return word.includes(' ') ? { text: ` ${word} `, how: 'phrase' } : { text: word, how: 'word' }
}

const isChinese = (word: string) => /^\p{Script=Han}+$/u.test(word)
function pairsOf(word: string): string[] {
  const characters = [...word]
  return characters.slice(1).map((character, place) => characters[place]! + character)
}
