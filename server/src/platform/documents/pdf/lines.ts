/** From the loose pieces of a PDF page to lines: pieces on one baseline, joined where no column lies between. Points. */

/** What pdf.js gives of each piece; `transform` is its text matrix. */
export type TextPiece = { str: string; width: number; height: number; transform: number[] }

/** Words next to each other. `left`, `right` and `baseline` grow to the right and upwards. */
export type Segment = { left: number; right: number; baseline: number; size: number; text: string }
/** Everything on one baseline, from left to right. */
export type Line = { segments: Segment[]; baseline: number; size: number }

const cjk = /[\u2e80-\u9fff\uf900-\ufaff\u3000-\u30ff\uff00-\uffef]/
/** Gaps in widths of the letter m: wider than a space; wider than justified text ever is. */
const spaceGap = 0.18
const columnGap = 1.2

export function linesOf(pieces: TextPiece[]): Line[] {
  const segments = pieces.flatMap(toSegment).toSorted((one, other) => other.baseline - one.baseline)
  const lines: Segment[][] = []
  for (const segment of segments) {
    const open = lines.at(-1)
    const first = open?.[0]
    if (first && first.baseline - segment.baseline < 0.4 * Math.min(first.size, segment.size)) open.push(segment)
    else lines.push([segment])
  }
  return lines.map((line) => toLine(joinNear(line.toSorted((one, other) => one.left - other.left))))
}

export function toLine(segments: Segment[]): Line {
  const longest = segments.reduce((one, other) => (other.text.length > one.text.length ? other : one))
  return { segments, baseline: longest.baseline, size: longest.size }
}

/** Text that stands on its side or upside down is a watermark or a margin note more often than not. */
function toSegment({ str, width, transform }: TextPiece): Segment[] {
  const [across = 0, slope = 0, , up = 0, left = 0, baseline = 0] = transform
  const text = str.replaceAll('\u00a0', ' ').normalize('NFKC' as const)
  if (text.trim() === '' || Math.abs(slope) > 0.1 * Math.abs(across)) return []
  return [{ left, right: left + width, baseline, size: Math.abs(up) || Math.abs(across) || 1, text }]
}

function joinNear(pieces: Segment[]): Segment[] {
  const joined: Segment[] = []
  for (const piece of pieces) {
    const before = joined.at(-1)
    const gap = before ? piece.left - before.right : Infinity
    const size = before ? Math.max(before.size, piece.size) : 1
    if (before && gap < columnGap * size) {
      before.text += gapText(before.text, piece.text, gap / size) + piece.text
      before.right = Math.max(before.right, piece.right)
      before.size = Math.max(before.size, piece.size)
    } else joined.push({ ...piece })
  }
  return joined.map((segment) => ({ ...segment, text: segment.text.replace(/\s+/g, ' ').trim() }))
}

function gapText(before: string, after: string, gap: number): string {
  if (gap < spaceGap || /\s$/.test(before) || /^\s/.test(after)) return ''
  return cjk.test(before.at(-1)!) && cjk.test(after[0]!) && gap < 0.6 ? '' : ' '
}

/** Words that a line break parted: Chinese has no spaces, an English word may have been hyphenated. */
export function joinLines(before: string, after: string): string {
  if (/\p{L}-$/u.test(before) && /^\p{Ll}/u.test(after)) return before.slice(0, -1) + after
  const tight = cjk.test(before.at(-1) ?? '') && cjk.test(after[0] ?? '')
  return before + (tight || before === '' ? '' : ' ') + after
}

export const lineText = ({ segments }: Line) => segments.map(({ text }) => text).join(' ')
