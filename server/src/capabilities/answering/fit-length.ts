/**
 * How much of a passage an answer takes. Shorter: of a stored answer only the sentences, items or rows that hold what was
 * asked, in their order; whole where they hold too little of it. Fuller: the whole passage that a piece was taken from.
 * Whichever it is, the words are the article's own and are cited as they stand.
 */
import type { AnswerStyle } from '@lingxi/contract/answer-style'
import type { Citation } from '@lingxi/contract/message'
import { cite, coverageOf, type EvidencePassage, type Holds, holdingOf, remembering, textOf } from './evidence.ts'
import type { Read } from './reading.ts'

type Saying = { text: string; citations: Citation[] }

/** So long a stored answer is worth cutting, in UTF-16 units. */
const longAnswer = { zh: 90, en: 220 }
const mostUnits = 2
/** A part that holds less of the question may leave out what was asked. */
const leastHeld = 0.5
const leastGain = 0.1

export function createFitLength({ read }: { read: Read }) {
  return function fitLength(
    saying: Saying,
    passages: readonly EvidencePassage[],
    length: AnswerStyle['length'],
  ): Saying {
    const [only, ...others] = saying.citations
    const passage = only && others.length === 0 ? passages.find((each) => isWithin(only, each)) : undefined
    if (!passage || length === 'normal') return saying
    if (length === 'full') return { text: passage.text, citations: [cite(passage, passage)] }
    return isWhole(only!, passage) && passage.text.length > longAnswer[passage.language]
      ? shorten(passage, saying)
      : saying
  }

  function shorten(passage: EvidencePassage, saying: Saying): Saying {
    const open = passage.units
      .filter(({ kind }) => kind === 'sentence' || kind === 'item')
      .map((unit) => ({ unit, holds: remembering(holdingOf(read(textOf(passage, unit)))) }))
    const chosen: typeof open = []
    const held: Holds = (word) => Math.max(0, ...chosen.map(({ holds }) => holds(word)))
    while (chosen.length < mostUnits) {
      const gain = (holds: Holds) => coverageOf(passage.asked, (word) => Math.max(0, holds(word) - held(word)))
      const best = open
        .filter((each) => !chosen.includes(each))
        .map((each) => ({ each, gained: gain(each.holds) }))
        .toSorted((one, other) => other.gained - one.gained)[0]
      if (!best || best.gained < leastGain) break
      chosen.push(best.each)
    }
    if (chosen.length === 0 || coverageOf(passage.asked, held) < leastHeld) return saying
    const units = chosen.map(({ unit }) => unit).toSorted((one, other) => one.start - other.start)
    return {
      text: units.map((unit) => textOf(passage, unit)).join('\n'),
      citations: units.map((unit) => cite(passage, unit)),
    }
  }
}

const isWithin = (citation: Citation, { articleId, start, end }: EvidencePassage) =>
  citation.articleId === articleId && citation.start >= start && citation.end <= end
const isWhole = (citation: Citation, { start, end }: EvidencePassage) =>
  citation.start === start && citation.end === end
