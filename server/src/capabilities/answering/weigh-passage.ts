/** How well one passage answers one question, and by which of its sentences, items or rows. */
import type { Tokens } from '#platform/search'
import {
  type AskedWord,
  coverageOf,
  type EvidencePassage,
  type Holds,
  holdingOf,
  remembering,
  textOf,
  type Unit,
} from './evidence.ts'
import { createNaming } from './named-thing.ts'
import type { Read } from './reading.ts'
import { createSigns, judge, lightConcept, type Standing } from './judge-question.ts'

/** `units`: those that answer; of a stored question's answer they are chosen when it is said. */
export type Weighed = { passage: EvidencePassage; support: number; units: Unit[] }

/** What the heading and the title above a sentence prove of it. */
const headingCredit = 0.9
const titleCredit = 0.75
/** The part of the question that the name of the thing, or the title and headings above a text, have to hold. */
const leastNamed = { subject: 0.25, section: 0.12 }
/** A long text holds words by chance that a stored question holds on purpose. */
const sectionWorth = 0.62
const mostUnits = 3
/** From this weight on a word that nothing holds is a question of its own. */
const strangeEnough = 0.4

export function createWeighing({ tokens, read }: { tokens: Tokens; read: Read }) {
  const signsOf = createSigns({ tokens, read })
  const isAskedFor = createNaming({ tokens, read })

  return function weighPassage(passage: EvidencePassage, standing: Standing): Weighed {
    if (passage.kind !== 'question') return weighUnits(passage, standing)
    return { passage, support: judge(signsOf(passage, standing)), units: [] }
  }

  function weighUnits(passage: EvidencePassage, { asked, rank }: Standing): Weighed {
    const isThing = passage.kind === 'subject'
    const inTitle = remembering(holdingOf(read([passage.title, ...passage.alternatives].join('\n'))))
    const inHeading = remembering(holdingOf(read(passage.heading)))
    const named: Holds = (word) => Math.max(inTitle(word), isThing ? 0 : inHeading(word))
    const isNamed = coverageOf(asked, named) >= leastNamed[isThing ? 'subject' : 'section']
    if (!isNamed || (isThing && !isAskedFor(passage, asked))) return { passage, support: 0, units: [] }
    const around: Holds = (word) =>
      Math.max((isThing ? 1 : titleCredit) * inTitle(word), headingCredit * inHeading(word))
    const units = chooseUnits(passage, asked, around)
    const inUnits = units.map(({ holds }) => holds)
    const support = coverageOf(asked, (word) => Math.max(around(word), ...inUnits.map((holds) => holds(word))))
    const worth = (isThing ? doubtOf(asked, around, inUnits) : sectionWorth) * (0.85 + 0.15 * rank)
    const inOrder = units.map(({ unit }) => unit).sort((one, other) => one.start - other.start)
    return { passage, support: likelihoodOf(isThing ? 'subject' : 'section', support * worth), units: inOrder }
  }

  /** Adds the unit that brings most that is new, while one brings something worth saying. */
  function chooseUnits(passage: EvidencePassage, asked: AskedWord[], around: Holds) {
    const open = passage.units
      .filter(({ kind }) => kind !== 'lead')
      .map((unit) => ({ unit, holds: remembering(holdingOf(read(textOf(passage, unit)))) }))
    const chosen: typeof open = []
    while (chosen.length < mostUnits) {
      const held = remembering((word) => Math.max(0, ...chosen.map(({ holds }) => holds(word))))
      const gain = (holds: Holds) =>
        coverageOf(asked, (word) => Math.max(0, holds(word) - held(word)) * (1 - around(word) / 2))
      const best = open
        .filter((candidate) => !chosen.includes(candidate))
        .map((candidate) => ({ candidate, gained: gain(candidate.holds) }))
        .sort((one, other) => other.gained - one.gained)[0]
      if (!best || best.gained < 0.08) return chosen
      chosen.push(best.candidate)
    }
    return chosen
  }
}

/** The share of a question that a text holds as a likelihood beside that of stored questions; learnt with those. */
export const learntOfTexts = { subject: -0.3, section: 1.08, slope: 1.26 }
function likelihoodOf(kind: 'subject' | 'section', share: number): number {
  const kept = Math.min(0.97, Math.max(0.02, share))
  return 1 / (1 + Math.exp(-(learntOfTexts[kind] + learntOfTexts.slope * Math.log(kept / (1 - kept)))))
}

const isLight = ({ concepts = [] }: AskedWord) =>
  concepts.length > 0 &&
  concepts.every((concept) => whenUsed.test(concept) || (lightConcept.test(concept) && !answeredByNumber.test(concept)))
/** At what time of day a thing is used says nothing of the thing. */
const whenUsed = /^(?:cutoff|hours|today|weekend|holiday)$/
/** How much, how long, how many and when are what is asked, and are answered by a number. */
const answeredByNumber = /^ask-(?:amount|duration|count|when)$/

/** A thing is named, and what is asked of it beside its name has to be said of it: 1, or less where it is not. */
function doubtOf(asked: AskedWord[], around: Holds, units: Holds[]): number {
  const rest = asked.filter((word) => around(word) < 0.5 && !isLight(word))
  const held: Holds = (word) => Math.max(0, ...units.map((holds) => holds(word)))
  const isStrange = (word: AskedWord) =>
    (word.concepts ?? []).length === 0 && word.weight >= strangeEnough && held(word) < 0.3
  if (rest.some(isStrange)) return 0.4
  return rest.length === 0 || coverageOf(rest, held) >= 0.5 ? 1 : 0.5
}
