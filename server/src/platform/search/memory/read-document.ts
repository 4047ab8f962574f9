/** A document as the index keeps it: its terms by number, with how often each field holds them. Labels are terms as well. */
import { fields, type SearchDocument } from '../search.ts'
import type { Tokens } from '../tokens.ts'
import { width } from './columns.ts'
import type { NewDocument } from './delta.ts'

/** A field of more terms counts as one of so many. */
const mostCounted = 65_535
/** No token begins like this, so labels and words never meet. */
export const labelTerm = (label: string) => `\u0000${label}`

type Surroundings = {
  tokens: Tokens
  numberOf: (term: string) => number
  classOf: (document: SearchDocument) => number
}

export function readDocument(
  document: SearchDocument,
  { tokens, numberOf, classOf }: Surroundings,
): Omit<NewDocument, 'handle'> {
  const counted = new Map<number, Uint16Array>()
  const countsOf = (term: string) => {
    const number = numberOf(term)
    const there = counted.get(number)
    if (there) return there
    const counts = new Uint16Array(width)
    counted.set(number, counts)
    return counts
  }
  const lengths = fields.map((field, place) => {
    const terms = tokens.terms(document[field])
    for (const term of terms) {
      const counts = countsOf(term)
      if (counts[place]! < mostCounted) counts[place]!++
    }
    return Math.min(terms.length, mostCounted)
  })
  for (const label of document.labels) countsOf(labelTerm(label))
  return {
    id: document.id,
    classNumber: classOf(document),
    from: document.from ?? -Infinity,
    until: document.until ?? Infinity,
    lengths,
    terms: [...counted].sort(([one], [other]) => one - other),
  }
}
