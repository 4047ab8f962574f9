/** Joins the living documents of several parts into one segment. Runs in the worker; a part is only read. */
import { type Columns, limitOf, mostInPart, width } from './columns.ts'
import { massOf, saturated } from './mass.ts'
import {
  bytesOfSegment,
  openColumns,
  type SegmentShape,
  slotOf,
  type StoredSegment,
  windowBits,
  windowSize,
  windowsOf,
} from './segment.ts'
import { createTermReader, readFrom, readTerm } from './term-lists.ts'

export type SegmentSource = { columns: Columns; dead: Uint8Array }
export type BuiltSegment = {
  stored: StoredSegment
  /** Where each document came from: the number of its source and its place there. */
  origins: { sources: Uint16Array; places: Uint16Array }
}
type Opened = ReturnType<typeof openColumns>
/** A list with fewer occurrences than there are windows is looked through faster than its windows would be. */
const frequentEnough = (occurrences: number, windows: number) => occurrences >= Math.max(16, windows)

export function buildSegment(sources: SegmentSource[], averages: number[]): BuiltSegment {
  const origins = originsOf(sources)
  const documents = origins.places.length
  const counts = countTerms(sources, origins)
  const terms = termsByFrequency(counts)
  const windows = windowsOf(documents)
  const frequentTerms = countWhile(terms, (term) => frequentEnough(counts[term]!, windows))
  const packed = terms.subarray(0, frequentTerms).reduce((sum, term) => sum + counts[term]!, 0)
  const shape: SegmentShape = {
    documents,
    terms: terms.length,
    frequentTerms,
    packed,
    scattered: counts.reduce((sum, count) => sum + count, 0) - packed,
    ...bytesNeeded(sources, origins),
    averages,
  }
  const stored = { shape, buffer: new SharedArrayBuffer(bytesOfSegment(shape)) }
  const opened = openColumns(stored)
  copyColumns(opened, sources, origins)
  placeLists(opened, terms, counts)
  fillLists(opened, shape, counts)
  placeWindows(opened, shape)
  return { stored, origins }
}

/** Those whom the same people may read stand together, so that a filter leaves windows out or takes them whole. */
function originsOf(sources: SegmentSource[]): BuiltSegment['origins'] {
  const keys: number[] = []
  sources.forEach(({ columns, dead }, source) => {
    for (let place = 0; place < columns.documents; place++)
      if (!dead[place]) keys.push((columns.classes[place]! * mostInPart + source) * mostInPart + place)
  })
  const sorted = Float64Array.from(keys).sort()
  return {
    sources: Uint16Array.from(sorted, (key) => Math.floor(key / mostInPart) % mostInPart),
    places: Uint16Array.from(sorted, (key) => key % mostInPart),
  }
}

function bytesNeeded(sources: SegmentSource[], origins: BuiltSegment['origins']) {
  let idBytes = 0
  let termBytes = 0
  let limits = 0
  origins.places.forEach((place, index) => {
    const { columns } = sources[origins.sources[index]!]!
    const { idStarts, termStarts } = columns
    if (limitOf(columns, place) >= 0) limits++
    idBytes += idStarts[place + 1]! - idStarts[place]!
    termBytes += termStarts[place + 1]! - termStarts[place]!
  })
  return { idBytes, termBytes, limits }
}

function countTerms(sources: SegmentSource[], origins: BuiltSegment['origins']): Uint32Array {
  let counts = new Uint32Array(1024)
  const reader = createTermReader()
  origins.places.forEach((place, index) => {
    const { termBytes, termStarts } = sources[origins.sources[index]!]!.columns
    const end = termStarts[place + 1]!
    for (readFrom(reader, termStarts[place]!); reader.place < end; ) {
      readTerm(reader, termBytes)
      if (reader.term >= counts.length) {
        const larger = new Uint32Array(Math.max(reader.term + 1, counts.length * 2))
        larger.set(counts)
        counts = larger
      }
      counts[reader.term]!++
    }
  })
  return counts
}

/** The terms that occur, the most frequent first. */
function termsByFrequency(counts: Uint32Array): Uint32Array {
  let terms = 0
  for (let term = 0; term < counts.length; term++) if (counts[term] !== 0) terms++
  // A count and a term in one number: numbers are sorted without calling back.
  const keys = new Float64Array(terms)
  terms = 0
  for (let term = 0; term < counts.length; term++)
    if (counts[term] !== 0) keys[terms++] = (mostInPart - counts[term]!) * 2 ** 32 + term
  return Uint32Array.from(keys.sort(), (key) => key % 2 ** 32)
}

function countWhile(terms: Uint32Array, holds: (term: number) => boolean): number {
  const end = terms.findIndex((term) => !holds(term))
  return end < 0 ? terms.length : end
}

function copyColumns(opened: Opened, sources: SegmentSource[], origins: BuiltSegment['origins']): void {
  let idEnd = 0
  let limits = 0
  let termEnd = 0
  origins.places.forEach((place, index) => {
    const { columns } = sources[origins.sources[index]!]!
    opened.handles[index] = columns.handles[place]!
    opened.classes[index] = columns.classes[place]!
    const limit = limitOf(columns, place)
    if (limit >= 0) {
      opened.limited[limits] = index
      opened.from[limits] = columns.from[limit]!
      opened.until[limits++] = columns.until[limit]!
    }
    opened.lengths.set(columns.lengths.subarray(place * width, (place + 1) * width), index * width)
    opened.idBytes.set(columns.idBytes.subarray(columns.idStarts[place]!, columns.idStarts[place + 1]!), idEnd)
    idEnd += columns.idStarts[place + 1]! - columns.idStarts[place]!
    opened.idStarts[index + 1] = idEnd
    const terms = columns.termBytes.subarray(columns.termStarts[place]!, columns.termStarts[place + 1]!)
    opened.termBytes.set(terms, termEnd)
    termEnd += terms.length
    opened.termStarts[index + 1] = termEnd
  })
}

function placeLists({ slots, termNumbers, starts }: Opened, terms: Uint32Array, counts: Uint32Array): void {
  terms.forEach((term, list) => {
    termNumbers[list] = term
    starts[list + 1] = starts[list]! + counts[term]!
    let slot = slotOf(term, slots.length)
    while (slots[slot] !== 0) slot = (slot + 1) % slots.length
    slots[slot] = list + 1
  })
}

/** `counts` becomes where the next occurrence of each term goes; of each window, how many there are and the greatest. */
function fillLists(opened: Opened, shape: SegmentShape, counts: Uint32Array): void {
  const { documents, averages, frequentTerms, packed } = shape
  const { termNumbers, starts, termStarts, termBytes, lengths, windowStarts, windowGreatest } = opened
  const windows = windowsOf(documents)
  /** By term its list counted from one, where it has windows. */
  const frequent = new Uint32Array(counts.length)
  termNumbers.forEach((term, list) => {
    counts[term] = starts[list]!
    if (list < frequentTerms) frequent[term] = list + 1
  })
  const reader = createTermReader()
  for (let document = 0; document < documents; document++) {
    const end = termStarts[document + 1]!
    for (readFrom(reader, termStarts[document]!); reader.place < end; ) {
      readTerm(reader, termBytes)
      const at = counts[reader.term]!++
      const given = saturated(massOf(reader.frequencies, [lengths, document * width], averages))
      const impact = Math.min(255, Math.ceil(given * 255))
      const list = frequent[reader.term]!
      if (list === 0) {
        opened.scatteredDocuments[at - packed] = document
        opened.scatteredImpacts[at - packed] = impact
        continue
      }
      opened.packed[at] = ((document & (windowSize - 1)) << 8) | impact
      const window = (list - 1) * windows + (document >>> windowBits)
      windowStarts[window]!++
      if (impact > windowGreatest[window]!) windowGreatest[window] = impact
    }
  }
}

/** How many each window has becomes where it begins. */
function placeWindows({ windowStarts }: Opened, { documents, frequentTerms }: SegmentShape): void {
  const windows = windowsOf(documents)
  for (let list = 0; list < frequentTerms; list++) {
    let begun = 0
    for (let at = list * windows; at < (list + 1) * windows; at++) {
      const count = windowStarts[at]!
      windowStarts[at] = begun
      begun += count
    }
  }
}
