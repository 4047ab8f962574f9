/**
 * The units that are tagged: a Chinese or Japanese character by itself, a run of other letters, a run of figures, any
 * other sign by itself; white space is none. Fine enough that nearly every span people mark begins and ends between two
 * units (`7pm` is 7 · pm, `100元` is 100 · 元), coarse enough that a foreign word stays whole.
 */
export type Units = {
  text: string
  count: number
  /** UTF-16 offsets, half-open: unit i is `text.slice(starts[i], ends[i])`. */
  starts: Int32Array
  ends: Int32Array
}

const unit =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[[\p{L}\p{M}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]]+|\p{N}+|\S/gv

export function unitsOf(text: string): Units {
  const starts: number[] = []
  const ends: number[] = []
  for (const match of text.matchAll(unit)) {
    starts.push(match.index)
    ends.push(match.index + match[0].length)
  }
  return { text, count: starts.length, starts: Int32Array.from(starts), ends: Int32Array.from(ends) }
}

export const unitAt = ({ text, starts, ends }: Units, place: number) => text.slice(starts[place], ends[place])

/** The units that a span of the text touches, first and last; nothing where it touches none. */
export function unitsWithin({ count, starts, ends }: Units, span: { start: number; end: number }) {
  let first = 0
  while (first < count && ends[first]! <= span.start) first++
  let last = first - 1
  while (last + 1 < count && starts[last + 1]! < span.end) last++
  return last < first ? undefined : { first, last }
}

const longestPiece = 256
const breaks = /^[。！？!?；;…\n.,，、]$/u

/** Long texts in pieces of at most 256 units, cut after a mark if there is one in the second half: time stays linear. */
export function piecesOf(units: Units): { first: number; end: number }[] {
  const pieces: { first: number; end: number }[] = []
  let first = 0
  while (units.count - first > longestPiece) {
    let end = first + longestPiece
    while (end > first + longestPiece / 2 && !breaks.test(unitAt(units, end - 1))) end--
    if (end === first + longestPiece / 2) end = first + longestPiece
    pieces.push({ first, end })
    first = end
  }
  if (units.count > first || units.count === 0) pieces.push({ first, end: units.count })
  return pieces
}

export function pieceOf({ text, starts, ends }: Units, { first, end }: { first: number; end: number }): Units {
  return { text, count: end - first, starts: starts.subarray(first, end), ends: ends.subarray(first, end) }
}
