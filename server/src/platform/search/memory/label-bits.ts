/** The documents of a segment that have all of the asked labels, remembered: a segment does not change. */
import { type Segment, windowBits } from './segment.ts'

const mostRemembered = 64
/** One bit a document, one byte a window. */
export type Labelled = { bits: Uint8Array; windows: Uint8Array }
const remembered = new WeakMap<Segment, Map<string, Labelled | 'none'>>()

export const hasLabels = ({ bits }: Labelled, place: number) => ((bits[place >>> 3]! >>> (place & 7)) & 1) === 1

/** Undefined when no label is asked, `none` when no document has them all. */
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
  // The most frequent terms have the first lists: the rarest label comes first.
  const lists = labels.map((label) => segment.listOf(label)).sort((one, other) => other - one)
  if (lists.includes(-1)) return 'none'
  let marked: Labelled | undefined
  for (const list of lists) marked = markList(segment, list, marked)
  return marked!.windows.includes(1) ? marked! : 'none'
}

/** The documents of one list, among those marked before. */
function markList(
  { columns, windows, starts, occurrenceDocuments }: Segment,
  list: number,
  before?: Labelled,
): Labelled {
  const marked = { bits: new Uint8Array(Math.ceil(columns.documents / 8)), windows: new Uint8Array(windows) }
  for (let at = starts[list]!; at < starts[list + 1]!; at++) {
    const document = occurrenceDocuments[at]!
    if (before && !hasLabels(before, document)) continue
    marked.bits[document >>> 3]! |= 1 << (document & 7)
    marked.windows[document >>> windowBits] = 1
  }
  return marked
}
