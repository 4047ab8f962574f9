/** The documents of a segment that have all of the asked labels, remembered: a segment does not change. */
import { type Segment, windowBits } from './segment.ts'

const mostRemembered = 8
export type Labelled = { documents: Uint8Array; windows: Uint8Array }
const remembered = new WeakMap<Segment, Map<string, Labelled | 'none'>>()

/** 1 or 0 for each document and each window; undefined when no label is asked, `none` when no document has them all. */
export function labelled(segment: Segment, labels: readonly number[]): Labelled | 'none' | undefined {
  if (labels.length === 0) return undefined
  const known = remembered.get(segment) ?? new Map<string, Labelled | 'none'>()
  remembered.set(segment, known)
  const key = labels.join(' ')
  const there = known.get(key)
  if (there) return there
  const marked = mark(segment, labels)
  if (known.size >= mostRemembered) known.delete(known.keys().next().value!)
  known.set(key, marked)
  return marked
}

function mark(segment: Segment, labels: readonly number[]): Labelled | 'none' {
  const lists = labels.map((label) => segment.listOf(label)).sort((one, other) => other - one)
  if (lists.includes(-1)) return 'none'
  const { columns, starts, occurrenceDocuments } = segment
  const held = new Uint8Array(columns.documents)
  lists.forEach((list, before) => {
    for (let at = starts[list]!; at < starts[list + 1]!; at++)
      if (held[occurrenceDocuments[at]!] === before) held[occurrenceDocuments[at]!]!++
  })
  const documents = held.map((count) => (count === lists.length ? 1 : 0))
  const windows = new Uint8Array(segment.windows)
  documents.forEach((has, document) => {
    if (has) windows[document >>> windowBits] = 1
  })
  return windows.includes(1) ? { documents, windows } : 'none'
}
