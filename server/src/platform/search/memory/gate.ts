/** Whether a document passes all filters of a query; for those who come across documents in any order. */
import type { Part } from './columns.ts'
import type { Delta } from './delta.ts'
import { isOpen, type Open, openIn } from './open-documents.ts'
import { isThere, type PreparedQuery } from './prepared-query.ts'
import { holdersOf, isAdmitted } from './search-delta.ts'
import type { Segment } from './segment.ts'

export function createGate(query: PreparedQuery) {
  const holders = new Map<Part, Set<number>[]>()
  const open = new Map<Part, Open | 'none'>()

  function admitsFromSegment(segment: Segment, place: number): boolean {
    let known = open.get(segment)
    if (!known) open.set(segment, (known = openIn(segment, query)))
    return known !== 'none' && isOpen(known.bits, place) && isThere(query, segment, place)
  }

  function admitsFromDelta(delta: Delta, place: number): boolean {
    if (!isAdmitted(delta, query, place)) return false
    if (query.labels.length === 0) return true
    const known = holders.get(delta) ?? holdersOf(delta, query.labels)
    holders.set(delta, known)
    return known.every((places) => places.has(place))
  }

  return (part: Delta | Segment, place: number) =>
    'stored' in part ? admitsFromSegment(part, place) : admitsFromDelta(part, place)
}
