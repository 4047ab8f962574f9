/** Half open, in UTF-16 units. */
export type Span = { start: number; end: number }
export type Piece<S extends Span> = { start: number; text: string; spans: S[] }

/** A text cut wherever a span begins or ends, each piece with the spans it lies in. Spans may overlap; what lies outside the text is left out. */
export function textPieces<S extends Span>(text: string, spans: readonly S[]): Piece<S>[] {
  const within = spans.filter(({ start, end }) => start >= 0 && start < end && end <= text.length)
  const cuts = new Set([0, text.length, ...within.flatMap(({ start, end }) => [start, end])])
  const places = [...cuts].sort((a, b) => a - b)
  return places.slice(0, -1).map((start, at) => {
    const end = places[at + 1]!
    return {
      start,
      text: text.slice(start, end),
      spans: within.filter((span) => span.start <= start && end <= span.end),
    }
  })
}
