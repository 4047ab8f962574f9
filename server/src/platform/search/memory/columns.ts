/**
 * Documents as columns: what a delta gathers, a segment keeps and a merge joins. Within a part of the index a document is
 * its place, 0–65,535; across parts it is its handle.
 */
import { fields } from '../search.ts'
import { compareTexts, isText, readText } from './text-bytes.ts'

export const width = fields.length
/** A place within a part fits into 16 bits. */
export const mostInPart = 65_536

export type Columns = {
  documents: number
  handles: Uint32Array
  /** Language and readers, interned (`classes.ts`). */
  classes: Uint32Array
  /** Terms in each field, `width` numbers a document. */
  lengths: Uint16Array
  /** How many documents are not valid at all times; their places in order, and from and until when each is. */
  limits: number
  limited: Uint16Array
  from: Float64Array
  until: Float64Array
  idStarts: Uint32Array
  idBytes: Uint8Array
  termStarts: Uint32Array
  termBytes: Uint8Array
}

/** A part of the index with the documents of it that are gone. */
export type Part = { columns: Columns; dead: Uint8Array; living: number }

export const idAt = ({ idBytes, idStarts }: Columns, place: number) =>
  readText(idBytes, idStarts[place]!, idStarts[place + 1]!)

/** Where among the limits a document's own stand, or -1: it is valid at all times. */
export function limitOf({ limits, limited }: Columns, place: number): number {
  let low = 0
  for (let high = limits; low < high; ) {
    const middle = (low + high) >>> 1
    if (limited[middle]! < place) low = middle + 1
    else high = middle
  }
  return low < limits && limited[low] === place ? low : -1
}

type Placed = { part: Part; place: number }
/** Which id comes first, without making strings of them: below 0 the one, above the other. */
export function compareIds({ part: one, place }: Placed, { part: other, place: otherPlace }: Placed): number {
  const { idBytes, idStarts } = one.columns
  const { idBytes: otherBytes, idStarts: otherStarts } = other.columns
  return compareTexts(
    [idBytes, idStarts[place]!, idStarts[place + 1]!],
    [otherBytes, otherStarts[otherPlace]!, otherStarts[otherPlace + 1]!],
  )
}

export const hasId = ({ idBytes, idStarts }: Columns, place: number, id: string) =>
  isText(idBytes, [idStarts[place]!, idStarts[place + 1]!], id)
