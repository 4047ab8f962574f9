/** Where quoted words stand in a text: at the offsets, else where the words are now; `undefined` when they are gone. */
export function locateQuote(
  body: string,
  quoted: { start: number; end: number; quote: string },
): { start: number; end: number } | undefined {
  if (body.slice(quoted.start, quoted.end) === quoted.quote) return { start: quoted.start, end: quoted.end }
  const start = quoted.quote ? body.indexOf(quoted.quote) : -1
  return start < 0 ? undefined : { start, end: start + quoted.quote.length }
}
