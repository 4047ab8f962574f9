/** How well one passage answers one question, and by which of its sentences, items or rows. */
import type { Tokens } from '#platform/search'
import { type AskedWord, coverageOf, type EvidencePassage, type Holds, holdingOf, type Unit } from './evidence.ts'

export type Weighed = { passage: EvidencePassage; support: number; units: Unit[] }

/** A word that only the answer holds, and not the question it answers, proves half. */
const bodyCredit = 0.5
/** What the heading and the title above a sentence prove of it. */
const headingCredit = 0.9
const titleCredit = 0.75
/** How much of a stored question that was not asked speaks against it. */
const unaskedPenalty = 0.35
/** The part of the question that the name of the thing, or the title and headings above a text, have to hold. */
const leastNamed = { question: 0, subject: 0.25, section: 0.12 }
const mostUnits = 3
/** A long text holds words by chance that a stored question holds on purpose. */
const sectionWorth = 0.8

export function createWeighing({ tokens }: { tokens: Tokens }) {
  return function weighPassage(passage: EvidencePassage, asked: AskedWord[]): Weighed {
    if (passage.kind === 'question') return weighQuestion(passage, asked)
    return weighUnits(passage, asked)
  }

  /** A stored question fits by its best wording: what it holds of the asked one, and how little else it asks. */
  function weighQuestion(passage: EvidencePassage, asked: AskedWord[]): Weighed {
    const inBody = holdingOf(tokens, passage.text)
    let support = 0
    for (const wording of wordingsOf(passage)) {
      const inWording = holdingOf(tokens, wording)
      const held = coverageOf(asked, (word) => Math.max(inWording(word), bodyCredit * inBody(word)))
      support = Math.max(support, held * (1 - unaskedPenalty * (1 - askedShare(wording, asked))))
    }
    return { passage, support, units: passage.units }
  }

  /** How much of a wording is in the question, 0–1. */
  function askedShare(wording: string, asked: AskedWord[]): number {
    const words = [...new Set(tokens.words(wording))]
    const holds = holdingOf(tokens, asked.flatMap(({ word, alike }) => [word, ...alike]).join(' '))
    return coverageOf(
      words.map((word) => ({ word, weight: tokens.weightOf(word), alike: [] })),
      holds,
    )
  }

  function weighUnits(passage: EvidencePassage, asked: AskedWord[]): Weighed {
    const inTitle = holdingOf(tokens, [passage.title, ...passage.alternatives].join('\n'))
    const inHeading = holdingOf(tokens, passage.heading)
    const named: Holds = (word) => Math.max(inTitle(word), passage.kind === 'section' ? inHeading(word) : 0)
    if (coverageOf(asked, named) < leastNamed[passage.kind]) return { passage, support: 0, units: [] }
    const nameCredit = passage.kind === 'subject' ? 1 : titleCredit
    const around: Holds = (word) => Math.max(nameCredit * inTitle(word), headingCredit * inHeading(word))
    const units = chooseUnits(passage, asked, around)
    const inUnits = units.map(({ holds }) => holds)
    const support = coverageOf(asked, (word) => Math.max(around(word), ...inUnits.map((holds) => holds(word))))
    const worth = passage.kind === 'section' ? sectionWorth : 1
    return {
      passage,
      support: support * worth,
      units: units.map(({ unit }) => unit).sort((one, other) => one.start - other.start),
    }
  }

  /** Adds the unit that brings most that is new, while one brings something worth saying. */
  function chooseUnits(passage: EvidencePassage, asked: AskedWord[], around: Holds) {
    const open = passage.units
      .filter(({ kind }) => kind !== 'lead')
      .map((unit) => ({ unit, holds: holdingOf(tokens, textOf(passage, unit)) }))
    const chosen: typeof open = []
    while (chosen.length < mostUnits) {
      const held: Holds = (word) => Math.max(0, ...chosen.map(({ holds }) => holds(word)))
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

/** A title may ask two things at once: each is a wording of its own, and so is the whole. */
function wordingsOf({ title, alternatives }: EvidencePassage): string[] {
  const parts = title.split(/(?<=[?？])/).map((part) => part.trim())
  return [...new Set([title, ...parts, ...alternatives])].filter((wording) => wording !== '')
}

export const textOf = (passage: EvidencePassage, { start, end }: { start: number; end: number }) =>
  passage.text.slice(start - passage.start, end - passage.start)
