/**
 * A text that was made from another, unit by unit traceable: `starts[i]` and `ends[i]` are the UTF-16 offsets in the source
 * that unit `i` came from. Whatever is found in the made text is shown in the words as they were written.
 */
export type Traced = { text: string; starts: number[]; ends: number[] }
export type Edit = { start: number; end: number; by: string }

/** Builds a traced text piece by piece, in order. */
export function startTrace() {
  let text = ''
  const starts: number[] = []
  const ends: number[] = []
  return {
    push(piece: string, start: number, end: number): void {
      text += piece
      for (let unit = 0; unit < piece.length; unit++) {
        starts.push(start)
        ends.push(end)
      }
    },
    done: (): Traced => ({ text, starts, ends }),
  }
}

/** The place in the source of `start`–`end` in the made text; an empty one where there is nothing. */
export function sourceSpan(traced: Traced, start: number, end: number): { start: number; end: number } {
  const { starts, ends } = traced
  if (start >= end || start >= starts.length) {
    const at = ends.at(-1) ?? 0
    return { start: at, end: at }
  }
  return { start: starts[start]!, end: Math.max(starts[start]!, ends[Math.min(end, ends.length) - 1]!) }
}

/** The text with `edits` made, which are in order and do not overlap; each new piece comes from all it replaces. */
export function edited(traced: Traced, edits: readonly Edit[]): Traced {
  if (edits.length === 0) return traced
  const made = startTrace()
  let at = 0
  const keep = (until: number) => {
    for (; at < until; at++) made.push(traced.text[at]!, traced.starts[at]!, traced.ends[at]!)
  }
  for (const { start, end, by } of edits) {
    keep(start)
    const source = sourceSpan(traced, start, end)
    made.push(by, source.start, source.end)
    at = end
  }
  keep(traced.text.length)
  return made.done()
}

/** The edits that a pattern (with the flag g) asks for. */
export function editsOf(text: string, pattern: RegExp, by: (match: RegExpExecArray) => string): Edit[] {
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    by: by(match),
  }))
}
