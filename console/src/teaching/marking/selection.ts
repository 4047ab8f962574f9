/** Which words of a text are chosen, by mouse and by keyboard. */
import type { Span } from '../../ui/text-pieces.ts'

const segmenter = new Intl.Segmenter(['zh', 'en'], { granularity: 'word' })

/** The words of a text, without what stands between them. */
export const wordSpans = (text: string): Span[] =>
  [...segmenter.segment(text)]
    .filter(({ segment }) => segment.trim() !== '')
    .map(({ index, segment }) => ({ start: index, end: index + segment.length }))

/** The next or the last word beside what is chosen; the first or last word where nothing is. */
export function besideOf(text: string, { start, end }: Span, to: 1 | -1): Span | undefined {
  const words = wordSpans(text)
  return to === 1 ? words.find((word) => word.start >= end) : words.findLast((word) => word.end <= start)
}

/** What is chosen, with its end one word further or back, or one character (`byCharacter`). Never empty. */
export function stretched(text: string, span: Span, { to, byCharacter }: { to: 1 | -1; byCharacter: boolean }): Span {
  const ends = byCharacter
    ? [...text].reduce<number[]>((all, letter) => [...all, (all.at(-1) ?? 0) + letter.length], [])
    : wordSpans(text).map(({ end }) => end)
  const end = to === 1 ? ends.find((each) => each > span.end) : ends.findLast((each) => each < span.end)
  return end !== undefined && end > span.start ? { start: span.start, end } : span
}

type Pressed = { key: string; shiftKey: boolean; altKey: boolean }
const directions: Record<string, 1 | -1 | undefined> = { ArrowRight: 1, ArrowLeft: -1 }

/** What is chosen after a key was pressed; undefined for a key that does not choose. */
export function movedBy(text: string, chosen: Span | undefined, { key, shiftKey, altKey }: Pressed): Span | undefined {
  const to = directions[key]
  const from = chosen ?? { start: 0, end: 0 }
  if (!to) return undefined
  if (shiftKey && chosen) return stretched(text, chosen, { to, byCharacter: altKey })
  return besideOf(text, from, to) ?? from
}

/** What is selected within an element whose pieces say in `data-start` where they begin in the text; undefined where nothing is. */
export function selectedWithin(element: HTMLElement, selection: Selection | null): Span | undefined {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined
  const range = selection.getRangeAt(0)
  if (!element.contains(range.startContainer) || !element.contains(range.endContainer)) return undefined
  const placeOf = (node: Node, offset: number): number => {
    const piece = (node instanceof HTMLElement ? node : node.parentElement)?.closest<HTMLElement>('[data-start]')
    if (piece) return Number(piece.dataset['start']) + (node.nodeType === Node.TEXT_NODE ? offset : 0)
    return offset === 0 ? 0 : (element.textContent?.length ?? 0)
  }
  const text = element.textContent ?? ''
  const start = placeOf(range.startContainer, range.startOffset)
  const end = placeOf(range.endContainer, range.endOffset)
  return trimmed(text, { start: Math.min(start, end), end: Math.max(start, end) })
}

/** Without the blanks at its ends. */
function trimmed(text: string, { start, end }: Span): Span | undefined {
  const words = text.slice(start, end)
  const first = start + words.length - words.trimStart().length
  const last = end - (words.length - words.trimEnd().length)
  return first < last ? { start: first, end: last } : undefined
}
