/** A text that knows, character by character, where in the source it came from: what a cited span is found by. */
import { element, type Piece } from './markdown-tree.ts'

export type Sourced = { text: string; at: readonly number[] }
/** In UTF-16 offsets, the end not included. */
export type Span = { start: number; end: number }

export const sourced = (text: string): Sourced => ({
  text,
  at: Array.from({ length: text.length }, (_, index) => index),
})

export const cut = ({ text, at }: Sourced, from: number, to?: number): Sourced => ({
  text: text.slice(from, to),
  at: at.slice(from, to),
})

export function trim(line: Sourced): Sourced {
  const { text } = line
  return cut(line, text.length - text.trimStart().length, Math.max(text.trimEnd().length, 0))
}

export function splitLines(source: Sourced): Sourced[] {
  const lines: Sourced[] = []
  let from = 0
  for (const { 0: ending, index } of source.text.matchAll(/\r\n?|\n/g)) {
    lines.push(cut(source, from, index))
    from = index + ending.length
  }
  return [...lines, cut(source, from)]
}

/** A line ending is of the span where the line before it ends in it. */
export function joinLines(lines: Sourced[]): Sourced {
  const at: number[] = []
  for (const [index, line] of lines.entries()) {
    if (index > 0) at.push((at.at(-1) ?? -1) + 1)
    for (const offset of line.at) at.push(offset)
  }
  return { text: lines.map(({ text }) => text).join('\n'), at }
}

/** The text as it shows, what is of the span in `mark`. */
export function spell({ text, at }: Sourced, marked: Span | undefined): Piece[] {
  if (!text) return []
  if (!marked) return [text]
  const first = at.findIndex((offset) => offset >= marked.start)
  const from = first < 0 ? text.length : first
  const beyond = at.findIndex((offset) => offset >= marked.end)
  const to = Math.max(from, beyond < 0 ? text.length : beyond)
  const parts: Piece[] = [text.slice(0, from), element('mark', {}, [text.slice(from, to)]), text.slice(to)]
  return parts.filter((part) => (typeof part === 'string' ? part : part.pieces[0]))
}
