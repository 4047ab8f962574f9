/**
 * The reading order of a page: where a white gap runs down between two bodies of text, the left one is read before the
 * right. A recursive X-Y cut (Nagy and Seth, "Hierarchical representation of optically scanned documents", 1984) that asks
 * both sides to be filled with text, so that the columns of a table are no columns of the page.
 */
import { type Line, type Segment, toLine } from './lines.ts'

/** Lines on each side, and the share of its width that they fill, for a side to be a column of text. */
const fewestLines = 5
const leastFilled = 0.55
const deepest = 2

/** Groups of lines in reading order; the lines of a group stand in one column. */
export function columnsOf(lines: Line[], depth = 0): Line[][] {
  const gutter = depth < deepest ? findGutter(lines) : undefined
  if (!gutter) return lines.length > 0 ? [lines] : []
  const ordered: Line[][] = []
  let left: Line[] = []
  let right: Line[] = []
  const closeZone = () => {
    ordered.push(...columnsOf(left, depth + 1), ...columnsOf(right, depth + 1))
    left = []
    right = []
  }
  for (const [place, line] of lines.entries()) {
    if (beginsAnew(line, lines[place - 1])) closeZone()
    if (line.segments.some((segment) => crosses(segment, gutter))) {
      closeZone()
      ordered.push([line])
      continue
    }
    const [one, other] = [isLeft, isRight].map((side) => line.segments.filter((segment) => side(segment, gutter)))
    if (one!.length > 0) left.push(toLine(one!))
    if (other!.length > 0) right.push(toLine(other!))
  }
  closeZone()
  return mergeSpanning(ordered, gutter)
}

type Gutter = { from: number; until: number }
const crosses = (segment: Segment, { from, until }: Gutter) => segment.left < from && segment.right > until
const isLeft = (segment: Segment, { from, until }: Gutter) => segment.right <= until + 1 && segment.left < from
const isRight = (segment: Segment, gutter: Gutter) => !isLeft(segment, gutter)

/** A heading under white space that runs through both columns is the end of both. */
const beginsAnew = (line: Line, above: Line | undefined) =>
  above !== undefined && line.size >= 1.15 * above.size && above.baseline - line.baseline > 2.5 * line.size

/** Lines over the whole width that follow each other are one group. */
function mergeSpanning(groups: Line[][], gutter: Gutter): Line[][] {
  const merged: Line[][] = []
  const spans = (group: Line[]) => group.every(({ segments }) => segments.some((segment) => crosses(segment, gutter)))
  for (const group of groups) {
    const before = merged.at(-1)
    if (before && spans(before) && spans(group)) before.push(...group)
    else merged.push([...group])
  }
  return merged
}

function findGutter(lines: Line[]): Gutter | undefined {
  if (lines.length < fewestLines) return undefined
  const segments = lines.flatMap((line) => line.segments)
  const left = Math.min(...segments.map((segment) => segment.left))
  const right = Math.max(...segments.map((segment) => segment.right))
  const gap = widestGap(segments, { left, right })
  if (!gap) return undefined
  const sides = [isLeft, isRight].map((side) =>
    segments.filter((segment) => side(segment, gap) && !crosses(segment, gap)),
  )
  const widths = [gap.from - left, right - gap.until]
  const isText = sides.every((side, place) => {
    const filled = side.reduce((sum, segment) => sum + (segment.right - segment.left), 0) / side.length
    return side.length >= fewestLines && filled / widths[place]! >= leastFilled
  })
  return isText ? gap : undefined
}

/** The widest stretch in the middle that nearly no line covers: titles and footers may. */
function widestGap(segments: Segment[], { left, right }: { left: number; right: number }): Gutter | undefined {
  const width = Math.ceil(right - left)
  if (width < 100 || width > 20_000) return undefined
  const covered = new Uint16Array(width + 1)
  for (const segment of segments) {
    const from = Math.max(0, Math.ceil(segment.left - left))
    for (let x = from; x < Math.floor(segment.right - left); x++) covered[x]!++
  }
  const free = [...covered].map((count) => count <= segments.length * 0.08)
  const widest = widestRun(free, { from: Math.floor(width * 0.2), until: Math.ceil(width * 0.8) })
  const narrowest = 0.7 * (segments.reduce((sum, { size }) => sum + size, 0) / segments.length)
  return widest && widest.until - widest.from >= narrowest
    ? { from: widest.from + left, until: widest.until + left }
    : undefined
}

function widestRun(free: boolean[], { from, until }: Gutter): Gutter | undefined {
  let best: Gutter | undefined
  let start: number | undefined
  for (let x = from; x <= until; x++) {
    start = free[x] ? (start ?? x) : undefined
    if (start !== undefined && (!best || x - start > best.until - best.from)) best = { from: start, until: x }
  }
  return best
}
