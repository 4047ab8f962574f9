/** A query as the parts of the index are asked it: terms by number in one order, and what a document has to fulfil. */
import { fields } from '../search.ts'
import type { ClassFilter } from './classes.ts'
import { limitOf, type Part, width } from './columns.ts'
import { massOf, massOfField, stretchOf, weighted } from './mass.ts'
import { createTermReader, readFrom, readTerm } from './term-lists.ts'

export type PreparedQuery = {
  /** In falling order of their weights: the order in which scores are added up. */
  terms: { term: string; number: number; weight: number }[]
  /** The mean lengths of the fields now. */
  averages: number[]
  filter: ClassFilter
  /** Terms that stand for labels, and those of `mustHold`; a document has to have all of them. */
  labels: number[]
  mustHold: readonly string[] | undefined
  at: number | undefined
}

/** Whether a document lives and is valid at the asked moment. Classes and labels are the business of the parts. */
export function isThere({ at }: PreparedQuery, { columns, dead }: Part, place: number): boolean {
  if (dead[place] === 1) return false
  const limit = at === undefined ? -1 : limitOf(columns, place)
  return limit < 0 || (columns.from[limit]! <= at! && at! < columns.until[limit]!)
}

const reader = createTermReader()

/** Scores documents from their own lists of terms, to the last bit as the definition says. */
export function createScorer({ terms, averages }: PreparedQuery) {
  const order = terms.map(({ number }, place) => ({ number, place })).sort((one, other) => one.number - other.number)
  const sought = Int32Array.from(order, ({ number }) => number)
  const places = Uint8Array.from(order, ({ place }) => place)
  const weights = Float64Array.from(terms, ({ weight }) => weight)
  const parts = new Float64Array(terms.length)

  /** Calls `onTerm` for each asked term that the document holds; its frequencies stand in `reader`. */
  function eachHeld({ columns }: Part, place: number, onTerm: (term: number) => void): void {
    const { termStarts, termBytes } = columns
    const end = termStarts[place + 1]!
    let next = 0
    for (readFrom(reader, termStarts[place]!); reader.place < end && next < sought.length; ) {
      readTerm(reader, termBytes)
      while (next < sought.length && sought[next]! < reader.term) next++
      if (sought[next] === reader.term) onTerm(places[next]!)
    }
  }

  return {
    score(part: Part, place: number): number {
      const { lengths } = part.columns
      parts.fill(0)
      eachHeld(part, place, (term) => {
        parts[term] = weighted(weights[term]!, massOf(reader.frequencies, [lengths, place * width], averages))
      })
      let sum = 0
      for (const part of parts) sum += part
      return sum
    },

    /** Which word in which field gave how much, the most first. */
    explain(part: Part, place: number) {
      const { lengths } = part.columns
      const matches: { term: string; field: (typeof fields)[number]; score: number }[] = []
      eachHeld(part, place, (term) => {
        const mass = massOf(reader.frequencies, [lengths, place * width], averages)
        const score = weighted(weights[term]!, mass)
        fields.forEach((field, at) => {
          const frequency = reader.frequencies[at]!
          if (frequency === 0) return
          const share = massOfField(at, frequency, stretchOf(at, lengths[place * width + at]!, averages[at]!)) / mass
          matches.push({ term: terms[term]!.term, field, score: score * share })
        })
      })
      return matches.sort((one, other) => other.score - one.score)
    },
  }
}
export type Scorer = ReturnType<typeof createScorer>
