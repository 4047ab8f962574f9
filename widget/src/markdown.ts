/**
 * Markdown as a tree: CommonMark's blocks with tables, without HTML, indented code and link definitions.
 * No HTML is ever written or parsed: tags that somebody typed are text. Our own reader, as micromark alone would be half
 * of what the widget may weigh; the tests hold it against micromark. Headings go down two steps, as they stand in a chat.
 */
import { readInline } from './markdown-inline.ts'
import { element, type Piece } from './markdown-tree.ts'
import { readTable, startsTable } from './markdown-table.ts'
import { cut, joinLines, type Sourced, type Span, sourced, spell, splitLines, trim } from './sourced.ts'

type Context = { marked: Span | undefined; depth: number }
type Read = { piece: Piece; next: number }
type ReadBlock = (lines: Sourced[], index: number, context: Context) => Read | undefined

const deepest = 12
const fence = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/
const heading = /^ {0,3}(#{1,6})(?=\s|$)/
const rule = /^ {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$/
const quote = /^ {0,3}> ?/
const bullet = /^( {0,3}([-+*]|\d{1,9}[.)]))(?:( {1,4})(?=\S)|[ \t]|$)/
const underline = /^ {0,3}(?:=+|-+)[ \t]*$/

/** `marked` is a span of the source; what shows of it comes out in `mark` elements. */
export const readMarkdown = (source: string, marked?: Span): Piece[] =>
  readBlocks(splitLines(sourced(source)), { marked, depth: 0 })

function readBlocks(lines: Sourced[], context: Context): Piece[] {
  const pieces: Piece[] = []
  const readers = context.depth < deepest ? allReaders : [readParagraph]
  let index = 0
  while (index < lines.length) {
    const read = isBlank(lines[index]) ? undefined : firstOf(readers, (reader) => reader(lines, index, context))
    if (read) pieces.push(read.piece)
    index = read?.next ?? index + 1
  }
  return pieces
}

const readFence: ReadBlock = (lines, index, { marked }) => {
  const opening = fence.exec(lines[index]!.text)
  if (!opening) return undefined
  const closing = new RegExp(`^ {0,3}${opening[1]![0]}{${opening[1]!.length},}[ \\t]*$`)
  const indent = opening[0].length - opening[1]!.length
  const end = lines.findIndex(({ text }, other) => other > index && closing.test(text))
  const last = end < 0 ? lines.length : end
  const code = lines.slice(index + 1, last).map((line) => cut(line, Math.min(indent, leading(line.text))))
  const piece = element('pre', {}, [element('code', {}, spell(joinLines(code), marked))])
  return { piece, next: last + 1 }
}

const readHeading: ReadBlock = (lines, index, { marked }) => {
  const line = lines[index]!
  const found = heading.exec(line.text)
  if (!found) return undefined
  const words = cut(line, found[0].length, line.text.replace(/(?:[ \t]+#+)?[ \t]*$/, '').length)
  return { piece: makeHeading(found[1]!.length, readInline(trim(words), marked)), next: index + 1 }
}

const makeHeading = (rank: number, pieces: Piece[]) => element(`h${Math.min(6, rank + 2)}`, {}, pieces)

const readRule: ReadBlock = (lines, index) =>
  rule.test(lines[index]!.text) ? { piece: element('hr'), next: index + 1 } : undefined

const readQuote: ReadBlock = (lines, index, context) => {
  let next = index
  const inner: Sourced[] = []
  while (next < lines.length) {
    const line = lines[next]!
    const mark = quote.exec(line.text)
    if (!mark && (inner.length === 0 || isBlank(inner.at(-1)) || endsParagraph(lines, next))) break
    inner.push(cut(line, mark?.[0].length ?? 0))
    next += 1
  }
  if (next === index) return undefined
  return { piece: element('blockquote', {}, readBlocks(inner, { ...context, depth: context.depth + 1 })), next }
}

const readList: ReadBlock = (lines, index, context) => {
  const first = bullet.exec(lines[index]!.text)
  if (!first) return undefined
  const kind = first[2]!.at(-1)
  const items: Piece[] = []
  let next = index
  while (next < lines.length) {
    const found = bullet.exec(lines[next]!.text)
    if (found?.[2]!.at(-1) !== kind || rule.test(lines[next]!.text)) break
    const item = readItem(lines, next, found!)
    items.push(element('li', {}, readBlocks(item.inner, { ...context, depth: context.depth + 1 })))
    next = item.next
  }
  const isOrdered = /\d/.test(first[2]!)
  const start = Number.parseInt(first[2]!, 10)
  return { piece: element(isOrdered ? 'ol' : 'ul', isOrdered ? { start: String(start) } : {}, items), next }
}

/** An item goes on over what is indented to its words, and over a paragraph's next lines. */
function readItem(lines: Sourced[], index: number, found: RegExpExecArray): { inner: Sourced[]; next: number } {
  const indent = found[1]!.length + (found[3]?.length ?? 1)
  const inner = [cut(lines[index]!, Math.min(indent, lines[index]!.text.length))]
  let next = index + 1
  for (; next < lines.length; next += 1) {
    const line = lines[next]!
    const isIndented = leading(line.text) >= indent
    const isLazy = !isBlank(inner.at(-1)) && !endsParagraph(lines, next) && !bullet.test(line.text)
    if (!isBlank(line) && !isIndented && !isLazy) break
    inner.push(cut(line, Math.min(indent, leading(line.text))))
  }
  return { inner, next }
}

const readParagraph: ReadBlock = (lines, index, { marked }) => {
  let next = index + 1
  while (next < lines.length && !underline.test(lines[next]!.text) && !endsParagraph(lines, next)) next += 1
  const words = joinLines(lines.slice(index, next).map((line) => cut(line, leading(line.text))))
  const pieces = readInline(trim(words), marked)
  const under = lines[next]?.text ?? ''
  if (underline.test(under)) return { piece: makeHeading(under.includes('=') ? 1 : 2, pieces), next: next + 1 }
  return { piece: element('p', {}, pieces), next }
}

const allReaders: ReadBlock[] = [readFence, readHeading, readRule, readQuote, readList, readTable, readParagraph]

function endsParagraph(lines: Sourced[], index: number): boolean {
  const { text } = lines[index]!
  const begins = [fence, heading, rule, quote].some((pattern) => pattern.test(text))
  // A number at the start of a line is a list only from 1: the others are years and amounts.
  return begins || isBlank(lines[index]) || /^ {0,3}(?:[-+*]|1[.)])[ \t]+\S/.test(text) || startsTable(lines, index)
}

const isBlank = (line: Sourced | undefined): boolean => !line?.text.trim()
const leading = (text: string): number => text.length - text.trimStart().length

function firstOf<T, R>(all: readonly T[], read: (one: T) => R | undefined): R | undefined {
  for (const one of all) {
    const found = read(one)
    if (found !== undefined) return found
  }
  return undefined
}
