/**
 * The documents of a segment that a filter leaves open: those of an admitted class that have all asked labels. A segment
 * does not change, so this is remembered; who died or is out of date is the business of whoever looks at a document.
 */
import type { PreparedQuery } from './prepared-query.ts'
import { type Segment, windowBits, windowSize } from './segment.ts'

const mostRemembered = 64
/** How much of a window is open. */
export const closed = 0
export const partly = 1
export const wholly = 2
/** One bit a document, one byte a window. */
export type Open = { bits: Uint8Array; windows: Uint8Array }
const remembered = new WeakMap<Segment, Map<string, Open | 'none'>>()

export const isOpen = (bits: Uint8Array, place: number) => ((bits[place >>> 3]! >>> (place & 7)) & 1) === 1

/** `none` when the filter leaves no document. */
export function openIn(segment: Segment, { filter, labels, mustHold }: PreparedQuery): Open | 'none' {
  // Words in quotes are hardly asked for twice, and would drive out what is.
  if (mustHold) return summarised(segment, bitsOf(segment, filter.admitted, labels))
  const known = remembered.get(segment) ?? new Map<string, Open | 'none'>()
  remembered.set(segment, known)
  const key = labels.length === 0 ? filter.key : `${labels.join(' ')} ${filter.key}`
  const there = known.get(key)
  if (there) return there
  const found = summarised(segment, bitsOf(segment, filter.admitted, labels))
  if (known.size >= mostRemembered) known.delete(known.keys().next().value!)
  known.set(key, found)
  return found
}

function bitsOf(segment: Segment, admitted: Uint8Array, labels: readonly number[]): Uint8Array {
  // The most frequent terms have the first lists: the rarest label comes first.
  const lists = labels.map((label) => segment.listOf(label)).sort((one, other) => other - one)
  const { documents, classes } = segment.columns
  const bits = new Uint8Array(Math.ceil(documents / 8))
  if (lists.includes(-1)) return bits
  const [first, ...others] = lists
  const open = (document: number) => {
    if (admitted[classes[document]!] === 1) bits[document >>> 3]! |= 1 << (document & 7)
  }
  if (first === undefined) for (let document = 0; document < documents; document++) open(document)
  else eachOf(segment, first, open)
  return others.reduce<Uint8Array>((before, list) => among(segment, list, before), bits)
}

/** The documents of one list, among those that were open before. */
function among(segment: Segment, list: number, before: Uint8Array): Uint8Array {
  const bits = new Uint8Array(before.length)
  eachOf(segment, list, (document) => {
    if (isOpen(before, document)) bits[document >>> 3]! |= 1 << (document & 7)
  })
  return bits
}

function eachOf(segment: Segment, list: number, onDocument: (document: number) => void): void {
  const { starts, frequentTerms, windows, windowStarts, packed, scatteredDocuments } = segment
  const end = starts[list + 1]!
  if (list >= frequentTerms) {
    for (let at = starts[list]!; at < end; at++) onDocument(scatteredDocuments[at - packed.length]!)
    return
  }
  let at = starts[list]!
  for (let window = 0; window < windows; window++) {
    const next = window + 1 < windows ? starts[list]! + windowStarts[list * windows + window + 1]! : end
    for (; at < next; at++) onDocument((window << windowBits) + (packed[at]! >>> 8))
  }
}

function summarised({ columns, windows: count }: Segment, bits: Uint8Array): Open | 'none' {
  const windows = new Uint8Array(count)
  for (let window = 0; window < count; window++) {
    const first = window << windowBits
    const end = Math.min(columns.documents, first + windowSize)
    let open = 0
    for (let place = first; place < end; place++) if (isOpen(bits, place)) open++
    windows[window] = open === 0 ? closed : open === end - first ? wholly : partly
  }
  return windows.some((each) => each !== closed) ? { bits, windows } : 'none'
}
