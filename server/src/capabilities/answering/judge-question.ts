/**
 * How likely a stored question is the asked one, 0–1: logistic regression over a few signs of likeness. The weights were
 * learnt by `npm run eval -- calibrate` from the demo shop's own questions: each other wording was taken out and asked,
 * once with its entry in the base (right) and once without (wrong). None of the questions of evals/answers were used.
 * `missing` was then raised by hand from −0.17 to −2: the shop's own questions never name what the shop has not.
 */
import type { Tokens } from '#platform/search'
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
  const likely = 1 / (1 + Math.exp(-signs.reduce((sum, sign) => sum + learnt[sign] * found[sign], learnt.constant)))
  const same = Math.min(found.wording, found.mirror)
  return same >= sameEnough ? Math.max(likely, same * same * 0.98) : likely
}

export function createSigns({ tokens, read }: { tokens: Tokens; read: Read }) {
  /** The signs of the wording that fits best. */
  return function signsOf(passage: EvidencePassage, { asked, rank, lead }: Standing): Signs {
    const inBody = holdingOf(read(passage.text))
    const mass = asked.reduce((sum, { weight }) => sum + weight, 0)
    const body = coverageOf(asked, inBody)
    const found = wordingsOf(passage).map((wording): Signs => {
      const held = holdingOf(read(wording))
      return {
        wording: coverageOf(asked, held),
        body,
        mirror: mirrorOf(wording, asked),
        missing: missingOf(asked, held),
        pairs: likeness(asked, wording),
        rank,
        lead,
        mass: Math.min(1, mass / 2),
      }
    })
    return found.reduce((best, each) => (judge(each) > judge(best) ? each : best))
  }

  /** How much of a wording was asked. */
  function mirrorOf(wording: string, asked: AskedWord[]): number {
    const holds = holdingOf(read(asked.flatMap(({ word, alike }) => [word, ...alike]).join(' ')))
    return coverageOf(
      [...read(wording).words].map((word) => ({ word, weight: tokens.weightOf(word), alike: [] })),
      holds,
    )
  }

  /** The weight of the most telling word that is not there. */
  function missingOf(asked: AskedWord[], held: Holds): number {
    return Math.max(0, ...asked.map((word) => word.weight * (1 - held(word))))
  }

  /** Terms in common, common words and pairs of characters included: Dice's coefficient. */
  function likeness(asked: AskedWord[], wording: string): number {
    const one = read(asked.map(({ word }) => word).join(' ')).terms
    const other = read(wording).terms
    const common = [...one].filter((term) => other.has(term)).length
    return one.size + other.size === 0 ? 0 : (2 * common) / (one.size + other.size)
  }
}

/** A title may ask two things at once: each is a wording of its own, and so is the whole. */
function wordingsOf({ title, alternatives }: EvidencePassage): string[] {
  const parts = title.split(/(?<=[?？])/).map((part) => part.trim())
  return [...new Set([title, ...parts, ...alternatives])].filter((wording) => wording !== '')
}
