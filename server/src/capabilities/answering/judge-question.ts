/**
 * How likely a stored question is the asked one, 0–1: logistic regression over a few signs of likeness. The weights were
 * learnt by `npm run eval -- calibrate` from the demo shop's own questions: each other wording was taken out and asked,
 * once with its entry in the base (right) and once without (wrong). None of the questions of evals/answers were used.
 * `missing` was then raised by hand from −0.17 to −2: the shop's own questions never name what the shop has not.
 */
import type { Tokens } from '#platform/search'
import { type Named, oncePer, oncePerName } from './names.ts'
import type { Read } from './reading.ts'
import { type AskedWord, coverageOf, type EvidencePassage, type Holds, holdingOf } from './evidence.ts'

export const signs = ['wording', 'body', 'mirror', 'missing', 'pairs', 'rank', 'lead', 'mass'] as const
export type Signs = Record<(typeof signs)[number], number>

/** The question as it was asked, and where the passage stands among those found for it. */
export type Standing = { asked: AskedWord[]; rank: number; lead: number }

export const learnt: Signs & { constant: number } = {
  constant: -4.8,
  wording: 2.37,
  body: 1.27,
  mirror: 1.72,
  missing: -2,
  pairs: 2.11,
  rank: 0,
  lead: 3.04,
  mass: 1.41,
}

/** A wording that holds all that was asked, and of which all was asked, is the same question, however short it is. */
const sameEnough = 0.88

export function judge(found: Signs): number {
  let sum = learnt.constant
  for (const sign of signs) sum += learnt[sign] * found[sign]
  const likely = 1 / (1 + Math.exp(-sum))
  const same = Math.min(found.wording, found.mirror)
  return same >= sameEnough ? Math.max(likely, same * same * 0.98) : likely
}

export function createSigns({ tokens, read }: { tokens: Tokens; read: Read }) {
  /** Each wording with its words, as if it were the question. */
  const wordingsWithWords = oncePerName((passage) =>
    wordingsOf(passage).map((wording) => ({
      wording,
      words: [...read(wording).words].map((word) => ({ word, weight: tokens.weightOf(word), alike: [] })),
    })),
  )
  const questionOf = oncePer((asked: AskedWord[]) => ({
    said: inQuestion(asked),
    terms: read(asked.map(({ word }) => word).join(' ')).terms,
    mass: Math.min(1, asked.reduce((sum, { weight }) => sum + weight, 0) / 2),
  }))

  /** How far the question, with all that may be meant by it, holds a word of a wording. */
  function inQuestion(asked: AskedWord[]): Holds {
    const holds = holdingOf(read(asked.flatMap(({ word, alike }) => [word, ...alike]).join(' ')))
    const known = new Map<string, number>()
    // The wordings of a base share most of their words, so what was found is kept by the word itself.
    return (word) => {
      let held = known.get(word.word)
      if (held === undefined) known.set(word.word, (held = holds(word)))
      return held
    }
  }

  /** The signs of the wording that fits best. */
  return function signsOf(passage: EvidencePassage, { asked, rank, lead }: Standing): Signs {
    const { said, terms, mass } = questionOf(asked)
    const body = coverageOf(asked, holdingOf(read(passage.text)))
    let best: Signs | undefined
    let likeliest = 0
    for (const { wording, words } of wordingsWithWords(passage)) {
      const reading = read(wording)
      const held = heldOf(asked, holdingOf(reading))
      const pairs = likeness(terms, reading.terms)
      const found: Signs = { ...held, body, mirror: coverageOf(words, said), pairs, rank, lead, mass }
      const likely = judge(found)
      if (!best || likely > likeliest) [best, likeliest] = [found, likely]
    }
    if (!best) throw new Error('a stored question without any wording')
    return best
  }
}

/** The share of the question that a wording holds, and the weight of the most telling word that is not there. */
function heldOf(asked: AskedWord[], holds: Holds): { wording: number; missing: number } {
  let missing = 0
  const wording = coverageOf(asked, (word) => {
    const held = holds(word)
    missing = Math.max(missing, word.weight * (1 - held))
    return held
  })
  return { wording, missing }
}

/** Terms in common, common words and pairs of characters included: Dice's coefficient. */
function likeness(one: Set<string>, other: Set<string>): number {
  let common = 0
  for (const term of one) if (other.has(term)) common++
  return one.size + other.size === 0 ? 0 : (2 * common) / (one.size + other.size)
}

/** A title may ask two things at once: each is a wording of its own, and so is the whole. */
function wordingsOf({ title, alternatives }: Named): string[] {
  const parts = title.split(/(?<=[?？])/).map((part) => part.trim())
  return [...new Set([title, ...parts, ...alternatives])].filter((wording) => wording !== '')
}
