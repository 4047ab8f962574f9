/** Two private characters carry a span of the source through to the drawn text. */
export const markStart = '\uE000'
export const markEnd = '\uE001'

/** What opens a block has to stay first in its line, or it would no longer open one. */
const opening = /^(?:\s|#{1,6}\s|[-*+]\s|\d+[.)]\s|>|\|)*/

/** The source with the span between the two characters, moved inwards past what opens a block. */
export function marked(source: string, span: { start: number; end: number }): string {
  const clean = source.replace(/[\uE000\uE001]/g, ' ')
  const lineStart = clean.lastIndexOf('\n', span.start - 1) + 1
  const opens = opening.exec(clean.slice(lineStart, span.end))?.[0].length ?? 0
  const start = Math.max(span.start, lineStart + opens)
  const quoted = clean.slice(start, span.end).replace(/[\s|]+$/, '')
  if (!quoted) return clean
  return clean.slice(0, start) + markStart + quoted + markEnd + clean.slice(start + quoted.length)
}
