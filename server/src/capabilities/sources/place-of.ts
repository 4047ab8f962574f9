/** From words of an article's body to the place in the text of its document. Pure; UTF-16 offsets. */
import type { PlacedSpan } from './blob-store.ts'

type Range = { start: number; end: number }
/** `retold`: the words are told there in another form. */
export type Place = Range & { retold: boolean }

/** Words that stand in two places, as where the head of a table is said again, are given where most of them do. */
export function placeOf(spans: PlacedSpan[], { start, end }: Range): Place | undefined {
  const places = spans.map((span) => {
    if (span.retold) return { start: span.from, end: span.until, shared: end - start, retold: true }
    const first = Math.max(start, span.start)
    const last = Math.min(end, span.start + span.until - span.from)
    const moved = span.from - span.start
    return { start: first + moved, end: last + moved, shared: last - first, retold: false }
  })
  const [best] = places.toSorted((one, other) => other.shared - one.shared)
  return best && best.shared > 0 ? { start: best.start, end: best.end, retold: best.retold } : undefined
}
