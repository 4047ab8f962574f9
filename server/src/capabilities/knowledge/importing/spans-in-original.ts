/** Where the words of an article's body stand in the text of its document, through every cut that made the one of the other. */
import type { Article } from '@lingxi/contract/knowledge'
import type { Chapter } from './chapters.ts'
import type { ReadRow } from './read-rows.ts'

/**
 * The body from `start` on is the document's text from `from` to `until`, letter for letter; where it is `retold`, the whole
 * body tells in another form what stands there, such as a row of a table. UTF-16 offsets.
 */
export type OriginSpan = { start: number; from: number; until: number; retold?: true }
export type PlacedText = { text: string; pages: NonNullable<Article['origin']>['pages']; spans: OriginSpan[] }

/** The text of some pages alone. */
export function onlyPages({ text, pages }: Omit<PlacedText, 'spans'>, wanted: Set<number>): PlacedText {
  const kept: PlacedText = { text: '', pages: [], spans: [] }
  pages.forEach(({ page, start }, place) => {
    if (!wanted.has(page)) return
    const until = pages[place + 1]?.start ?? text.length
    kept.pages.push({ page, start: kept.text.length })
    kept.spans.push({ start: kept.text.length, from: start, until })
    kept.text += text.slice(start, until)
  })
  return kept
}

/** Of a chapter of a text, whose own places are known; the head of a table that is said again stands where it was said first. */
export function spansOfChapter(spans: OriginSpan[], chapter: Chapter): OriginSpan[] {
  const { from, until, lead, head } = chapter
  const headSpans = head === undefined ? [] : within(spans, { from: head, until: head + lead, moved: -head })
  return [...headSpans, ...within(spans, { from, until, moved: lead - from })]
}

function within(spans: OriginSpan[], cut: { from: number; until: number; moved: number }): OriginSpan[] {
  return spans.flatMap((span) => {
    const first = Math.max(span.start, cut.from)
    const last = Math.min(span.start + span.until - span.from, cut.until)
    if (last <= first) return []
    const from = span.from + first - span.start
    return [{ start: first + cut.moved, from, until: from + last - first }]
  })
}

/** What no database keeps is not in the draft's body: then only the whole is placed. */
export function held(row: ReadRow, { body, spans }: { body: string; spans: OriginSpan[] }): OriginSpan[] {
  if (!('draft' in row) || row.draft.body === body || spans.length === 0) return spans
  const until = Math.max(...spans.map((span) => span.until))
  return [{ start: 0, from: Math.min(...spans.map(({ from }) => from)), until, retold: true }]
}
