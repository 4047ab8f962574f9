/**
 * A part that no longer changes: up to 65,536 documents and, for each term, where it occurs. Everything stands in one
 * shared buffer, so that it goes to the worker or into a file as it is.
 *
 * An occurrence is a document and its impact: an upper bound, in 255ths, of what the term gives there before the weight
 * of the term. Documents are divided into windows of 256; for a frequent term each window knows where its occurrences
 * begin and the greatest impact among them (docID-oriented blocks: Dimopoulos, Nepomnyachiy and Suel, "Optimizing Top-k
 * Document Retrieval Strategies for Block-Max Indexes", WSDM 2013). Within a window a document is one byte, so that an
 * occurrence is two: `packed`. Those of rare terms, which have no windows, name the document in full.
 */
import { type Columns, type Part, width } from './columns.ts'

export const windowBits = 8
export const windowSize = 1 << windowBits

/** From these numbers follows where everything stands in the buffer. */
export type SegmentShape = {
  documents: number
  /** Documents that are not valid at all times. */
  limits: number
  terms: number
  /** The first ones of the terms: those frequent enough to have windows. */
  frequentTerms: number
  /** Of the frequent terms, and of the others. */
  packed: number
  scattered: number
  idBytes: number
  termBytes: number
  /** The mean lengths of the fields when it was built: the impacts hold for them. */
  averages: number[]
}
export type StoredSegment = { shape: SegmentShape; buffer: SharedArrayBuffer }

export type Segment = Part & {
  stored: StoredSegment
  windows: number
  frequentTerms: number
  averages: number[]
  /** Where the occurrences of each list begin, and one end more. */
  starts: Uint32Array
  windowStarts: Uint16Array
  windowGreatest: Uint8Array
  /** The place within the window in the upper byte, the impact in the lower. */
  packed: Uint16Array
  scatteredDocuments: Uint16Array
  scatteredImpacts: Uint8Array
  termNumbers: Uint32Array
  /** Which list a term has, or -1. The most frequent terms have the first lists. */
  listOf(term: number): number
}

export const windowsOf = (documents: number) => Math.ceil(documents / windowSize)
const slotsFor = (terms: number) => Math.ceil(terms * 1.25) + 1
/** Spreads the numbers of terms over the slots. */
export const slotOf = (term: number, slots: number) => (Math.imul(term, 0x9e3779b1) >>> 0) % slots

export function bytesOfSegment(shape: SegmentShape): number {
  const { documents, limits, terms, frequentTerms, packed, scattered, idBytes, termBytes } = shape
  const windows = frequentTerms * windowsOf(documents)
  const wide = limits * 16
  const whole = 4 * (documents * 2 + (documents + 1) * 2 + slotsFor(terms) + terms + terms + 1)
  return (
    wide +
    whole +
    2 * (limits + documents * width + windows + packed + scattered) +
    windows +
    scattered +
    idBytes +
    termBytes
  )
}

/** The columns and lists of a segment as they stand in its buffer; large numbers first, so that all are aligned. */
export function openColumns({ shape, buffer }: StoredSegment) {
  const { documents, limits, terms, frequentTerms, packed, scattered, idBytes, termBytes } = shape
  const windows = windowsOf(documents)
  let at = 0
  const floats = (length: number) => new Float64Array(buffer, take(length * 8), length)
  const words = (length: number) => new Uint32Array(buffer, take(length * 4), length)
  const shorts = (length: number) => new Uint16Array(buffer, take(length * 2), length)
  const bytes = (length: number) => new Uint8Array(buffer, take(length), length)
  const take = (length: number) => {
    at += length
    return at - length
  }
  return {
    from: floats(limits),
    until: floats(limits),
    handles: words(documents),
    classes: words(documents),
    idStarts: words(documents + 1),
    termStarts: words(documents + 1),
    slots: words(slotsFor(terms)),
    termNumbers: words(terms),
    starts: words(terms + 1),
    limited: shorts(limits),
    lengths: shorts(documents * width),
    windowStarts: shorts(frequentTerms * windows),
    packed: shorts(packed),
    scatteredDocuments: shorts(scattered),
    windowGreatest: bytes(frequentTerms * windows),
    scatteredImpacts: bytes(scattered),
    idBytes: bytes(idBytes),
    termBytes: bytes(termBytes),
  }
}

export function openSegment(stored: StoredSegment, dead: Uint8Array): Segment {
  const { shape } = stored
  const opened = openColumns(stored)
  const {
    slots,
    termNumbers,
    limited,
    from,
    until,
    handles,
    classes,
    lengths,
    idStarts,
    idBytes,
    termStarts,
    termBytes,
  } = opened
  const { starts, windowStarts, windowGreatest, packed, scatteredDocuments, scatteredImpacts } = opened
  const { documents, limits } = shape
  const columns: Columns = {
    documents,
    handles,
    classes,
    lengths,
    limits,
    limited,
    from,
    until,
    idStarts,
    idBytes,
    termStarts,
    termBytes,
  }
  const count = slots.length
  let living = documents
  for (let place = 0; place < documents; place++) living -= dead[place]!
  return {
    columns,
    dead,
    living,
    stored,
    windows: windowsOf(documents),
    frequentTerms: shape.frequentTerms,
    averages: shape.averages,
    starts,
    windowStarts,
    windowGreatest,
    packed,
    scatteredDocuments,
    scatteredImpacts,
    termNumbers,
    listOf(term) {
      let slot = slotOf(term, count)
      for (let list = slots[slot]!; list !== 0; list = slots[slot]!) {
        if (termNumbers[list - 1] === term) return list - 1
        slot = slot + 1 === count ? 0 : slot + 1
      }
      return -1
    },
  }
}
