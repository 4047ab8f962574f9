/** Whether a document passes all filters of a query, labels included; for those who come across documents in any order. */
import type { Part } from './columns.ts'
import type { Delta } from './delta.ts'
import { hasLabels, labelled } from './label-bits.ts'
import { isAdmitted, type PreparedQuery } from './prepared-query.ts'
import { holdersOf } from './search-delta.ts'
import type { Segment } from './segment.ts'

export function createGate(query: PreparedQuery) {
  const holders = new Map<Part, Set<number>[]>()

  function isLabelled(part: Delta | Segment, place: number): boolean {
    if (query.labels.length === 0) return true
    if ('stored' in part) {
      const marked = labelled(part, query.labels)
      return marked !== 'none' && marked !== undefined && hasLabels(marked, place)
    }
    const known = holders.get(part) ?? holdersOf(part, query.labels)
    holders.set(part, known)
    return known.every((places) => places.has(place))
  }

  return (part: Delta | Segment, place: number) => isAdmitted(query, part, place) && isLabelled(part, place)
}
