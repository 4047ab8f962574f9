/** The search of a delta: term by term, every occurrence scored. It is small. */
import type { Best } from './best.ts'
import { mostInPart, width } from './columns.ts'
import type { Delta } from './delta.ts'
import { massOf, weighted } from './mass.ts'
import { isThere, type PreparedQuery } from './prepared-query.ts'

const scores = new Float64Array(mostInPart)
const touched = new Uint16Array(mostInPart)
const counts = new Uint16Array(width)

export function searchDelta(delta: Delta, query: PreparedQuery, best: Best): void {
  let found = 0
  const { averages } = query
  const { documents, next, frequencies } = delta.chains()
  const { lengths } = delta.columns
  for (const { number, weight } of query.terms) {
    for (let at = delta.first(number); at >= 0; at = next[at]!) {
      const document = documents[at]!
      if (delta.dead[document] === 1) continue
      for (let field = 0; field < width; field++) counts[field] = frequencies[at * width + field]!
      if (scores[document] === 0) touched[found++] = document
      scores[document]! += weighted(weight, massOf(counts, [lengths, document * width], averages))
    }
  }
  const holders = holdersOf(delta, query.labels)
  for (let index = 0; index < found; index++) {
    const place = touched[index]!
    const score = scores[place]!
    scores[place] = 0
    if (score < best.threshold() || !isAdmitted(delta, query, place)) continue
    if (holders.every((some) => some.has(place))) best.offer({ part: delta, place, score })
  }
}

/** Whether a document of a delta passes all of a query's filters but the labels. */
export function isAdmitted(delta: Delta, query: PreparedQuery, place: number): boolean {
  return query.filter.admitted[delta.columns.classes[place]!] === 1 && isThere(query, delta, place)
}

/** For each label the documents that have it. */
export function holdersOf(delta: Delta, labels: number[]): Set<number>[] {
  const { documents, next } = delta.chains()
  return labels.map((label) => {
    const places = new Set<number>()
    for (let at = delta.first(label); at >= 0; at = next[at]!) places.add(documents[at]!)
    return places
  })
}
