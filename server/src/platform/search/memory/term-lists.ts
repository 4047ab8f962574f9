/**
 * The terms of each document, in growing order of their numbers, with how often each field holds them: the truth from
 * which everything else about a document is worked out. Written as differences in seven bits a byte; the commonest case,
 * once in the body, costs one bit.
 */
import { fields } from '../search.ts'

const width = fields.length

/** Room that one document may need: a number and its counts, five bytes each at most. */
export const bytesForTerms = (terms: number) => terms * 5 * (1 + width)

function writeNumber(bytes: Uint8Array, at: number, value: number): number {
  let place = at
  let rest = value
  while (rest > 127) {
    bytes[place++] = (rest & 127) | 128
    rest >>>= 7
  }
  bytes[place++] = rest
  return place
}

/** Terms that are labels count in no field. `frequencies` has one number a field for each term. Returns where it ends. */
export function writeTerms(bytes: Uint8Array, at: number, terms: [number, Uint16Array][]): number {
  let place = at
  let before = 0
  for (const [term, [title, heading, body]] of terms) {
    const once = title === 0 && heading === 0 && body === 1
    place = writeNumber(bytes, place, (term - before) * 2 + (once ? 1 : 0))
    before = term
    if (once) continue
    place = writeNumber(bytes, place, title!)
    place = writeNumber(bytes, place, heading!)
    place = writeNumber(bytes, place, body!)
  }
  return place
}

/** Reads one list after another; what was read stands in its fields, so that nothing is made while reading. */
export type TermReader = { place: number; term: number; frequencies: Uint16Array }
export const createTermReader = (): TermReader => ({ place: 0, term: 0, frequencies: new Uint16Array(width) })

export function readFrom(reader: TermReader, place: number): void {
  reader.place = place
  reader.term = 0
}

/** The next term into `reader`. */
export function readTerm(reader: TermReader, bytes: Uint8Array): void {
  const code = readNumber(reader, bytes)
  reader.term += code >>> 1
  const { frequencies } = reader
  if (code & 1) {
    frequencies[0] = 0
    frequencies[1] = 0
    frequencies[2] = 1
    return
  }
  frequencies[0] = readNumber(reader, bytes)
  frequencies[1] = readNumber(reader, bytes)
  frequencies[2] = readNumber(reader, bytes)
}

function readNumber(reader: TermReader, bytes: Uint8Array): number {
  let value = bytes[reader.place++]!
  if (value < 128) return value
  value &= 127
  for (let shift = 7; ; shift += 7) {
    const byte = bytes[reader.place++]!
    value |= (byte & 127) << shift
    if (byte < 128) return value
  }
}
