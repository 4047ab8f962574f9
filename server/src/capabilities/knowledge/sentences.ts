/** Where sentences begin and end, in Chinese and English. */
export type Span = { start: number; end: number }

/** After 。！？; or after . ! ? that a space follows, but not after a number's or an abbreviation's point; at line breaks. */
const ends = /[。！？；!?]+["”’」』）)]*|\.(?=["”’)]*\s)(?<!\b(?:Mr|Mrs|Ms|Dr|No|St|vs|e\.g|i\.e|approx)\.)["”’)]*|\n+/g

/** The sentences between two UTF-16 offsets of a text, without the white space around them. */
export function splitSentences(text: string, start: number, end: number): Span[] {
  const spans: Span[] = []
  let from = start
  const part = text.slice(start, end)
  for (const match of part.matchAll(ends)) {
    const until = start + match.index + match[0].length
    pushTrimmed(text, { start: from, end: until }, spans)
    from = until
  }
  pushTrimmed(text, { start: from, end }, spans)
  return spans
}

function pushTrimmed(text: string, span: Span, into: Span[]): void {
  let { start, end } = span
  while (start < end && /\s/.test(text[start]!)) start++
  while (end > start && /\s/.test(text[end - 1]!)) end--
  if (end > start) into.push({ start, end })
}
