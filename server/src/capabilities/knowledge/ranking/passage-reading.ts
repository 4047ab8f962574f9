/** A passage as the re-ranking sees it: the terms of its wordings and of each of its units. Read once, kept while it is asked for. */
import type { Tokens } from '#platform/search'
import type { Passage } from '../passages.ts'

export type Reading = {
  /** The title and every other wording. */
  wordings: Set<string>[]
  heading: Set<string>
  units: { terms: Set<string>; sequence: string[]; text: string }[]
}

const mostKept = 20_000
const longestUnit = 600

export function createPassageReading({ tokens }: { tokens: Tokens }) {
  const kept = new WeakMap<Passage, Reading>()
  const order: WeakRef<Passage>[] = []

  return function read(passage: Passage): Reading {
    const known = kept.get(passage)
    if (known) return known
    const offset = passage.start
    const reading: Reading = {
      wordings: [passage.title, ...passage.alternatives].map((text) => new Set(tokens.terms(text))),
      heading: new Set(tokens.terms(passage.heading)),
      units: passage.units.map(({ start, end }) => {
        const text = passage.text.slice(start - offset, Math.min(end - offset, start - offset + longestUnit))
        const sequence = tokens.terms(text)
        return { terms: new Set(sequence), sequence, text }
      }),
    }
    kept.set(passage, reading)
    order.push(new WeakRef(passage))
    if (order.length > mostKept) {
      const oldest = order.shift()!.deref()
      if (oldest) kept.delete(oldest)
    }
    return reading
  }
}
