/** How much of what is asked a piece of text holds. */
import type { Language } from '@lingxi/contract/message'
import type { Reading } from './reading.ts'

/** A word of the question: how telling it is (0–1), and other words that answer for it. */
export type AskedWord = { word: string; weight: number; alike: string[] }
export type Unit = { kind: 'sentence' | 'item' | 'row' | 'lead'; start: number; end: number }
/** A passage to answer from; `text` is the article's body between the UTF-16 offsets `start` and `end`. */
export type EvidencePassage = {
  articleId: string
  title: string
  alternatives: string[]
  heading: string
  language: Language
  kind: 'question' | 'subject' | 'section'
  start: number
  end: number
  text: string
  units: Unit[]
  /** How well the index thought it fits; only compared with that of its neighbours. */
  score: number
  asked: AskedWord[]
}

export type Holds = (asked: AskedWord) => number

/** Another word for the asked one proves a little less, and a part of it less again. */
const alikeCredit = 0.9
const partCredit = 0.5
const singleCredit = 0.4

/** Tells of each asked word how far a text holds it, 0–1. Chinese by containment, so that no cut of words comes between. */
export function holdingOf({ folded, words, phrase }: Reading): Holds {
  const has = (word: string) => {
    // A single character is part of too many words to prove anything but itself.
    if (isChinese(word) && word.length > 1) return folded.includes(word)
    return word.includes(' ') ? phrase.includes(` ${word} `) : words.has(word)
  }
  return ({ word, alike }) => {
    if (has(word)) return 1
    if (alike.some(has)) return alikeCredit
    if (isChinese(word) && word.length === 1) return folded.includes(word) ? singleCredit : 0
    const pairs = isChinese(word) && word.length > 2 ? pairsOf(word) : []
    const held = pairs.filter((pair) => folded.includes(pair)).length
    return pairs.length > 0 ? (partCredit * held) / pairs.length : 0
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

const isChinese = (word: string) => /^\p{Script=Han}+$/u.test(word)
function pairsOf(word: string): string[] {
  const characters = [...word]
  return characters.slice(1).map((character, place) => characters[place]! + character)
}
