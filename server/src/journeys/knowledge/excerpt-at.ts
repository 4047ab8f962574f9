/** A page of an original with cited words marked on it, or as much of it as a person looks at. Pure; UTF-16 offsets. */
import type { OriginalAtPlace } from '@lingxi/contract/source'

type Range = { start: number; end: number }
type Text = { text: string; pages: { page: number; label?: string | undefined; start: number }[] }
/** `place`: where the words stood when the article was made; `retold` where they are told there in another form. */
type Sought = { quote: string; place: (Range & { retold: boolean }) | undefined }

const longest = 12_000

export function excerptAt({ text, pages }: Text, sought: Sought): Omit<OriginalAtPlace, 'item'> {
  const mark = find(text, sought)
  const at = mark?.start ?? sought.place?.start ?? 0
  const page = pages.findLast(({ start }) => start <= at)
  const { start, end } = cut(text, { ...pageAround(at, { text, pages }), reach: mark?.end ?? 0, at })
  return {
    page: page && pages.length > 1 ? { number: page.page, label: page.label ?? null } : null,
    text: text.slice(start, end).trimEnd(),
    start,
    mark: mark ? { start: mark.start - start, end: Math.min(mark.end, end) - start } : null,
  }
}

function pageAround(at: number, { text, pages }: Text): Range {
  const start = pages.findLast((page) => page.start <= at)?.start ?? 0
  return { start, end: pages.find((page) => page.start > at)?.start ?? text.length }
}

function find(text: string, { quote, place }: Sought): Range | undefined {
  if (!place) return spanOf(text.indexOf(quote), quote)
  if (place.retold) {
    const within = text.slice(place.start, place.end).indexOf(quote)
    return within < 0 ? place : spanOf(place.start + within, quote)
  }
  return text.slice(place.start, place.end) === quote ? place : nearest(text, quote, place.start)
}

/** Somebody may have put a sentence before the words since. */
function nearest(text: string, quote: string, near: number): Range | undefined {
  const after = text.indexOf(quote, near)
  const before = text.lastIndexOf(quote, near)
  if (before < 0 || after < 0) return spanOf(Math.max(before, after), quote)
  return spanOf(near - before < after - near ? before : after, quote)
}

const spanOf = (start: number, { length }: string): Range | undefined =>
  start < 0 ? undefined : { start, end: start + length }

/** Between lines, where there are lines to cut between. */
function cut(text: string, { reach, at, ...page }: Range & { reach: number; at: number }): Range {
  const { start } = page
  const end = Math.max(page.end, reach)
  if (end - start <= longest) return { start, end }
  const early = Math.max(start, at - longest / 2)
  const late = Math.min(end, early + longest)
  const line = text.indexOf('\n', early)
  const first = early > start && line >= 0 && line < at ? line + 1 : early
  const last = text.lastIndexOf('\n', late)
  return { start: first, end: late < end && last > at ? last : late }
}
