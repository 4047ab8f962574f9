/** Tables as GitHub writes them. */
import { readInline } from './markdown-inline.ts'
import { type Element, element, type Piece } from './markdown-tree.ts'
import { cut, type Sourced, type Span, trim } from './sourced.ts'

const delimiters = /^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/

export function startsTable(lines: Sourced[], index: number): boolean {
  const [head, under] = [lines[index]!, lines[index + 1]]
  if (!under || !head.text.includes('|') || !under.text.includes('|') || !delimiters.test(under.text)) return false
  return splitCells(head).length === splitCells(under).length
}

type Read = { piece: Piece; next: number }

export function readTable(lines: Sourced[], index: number, { marked }: { marked: Span | undefined }): Read | undefined {
  if (!startsTable(lines, index)) return undefined
  const aligns = splitCells(lines[index + 1]!).map(({ text }) => alignOf(text))
  const row = (line: Sourced, tag: string): Element => {
    const cells = splitCells(line)
    const pieces = aligns.map((align, column) => {
      const cell = cells[column]
      return element(tag, { class: align }, cell ? readInline(cell, marked) : [])
    })
    return element('tr', {}, pieces)
  }
  let next = index + 2
  const rows: Piece[] = []
  for (; lines[next]?.text.trim() && !/^ {0,3}(?:[>#]|```)/.test(lines[next]!.text); next += 1)
    rows.push(row(lines[next]!, 'td'))
  const table = element('table', {}, [element('thead', {}, [row(lines[index]!, 'th')]), element('tbody', {}, rows)])
  // Wide tables scroll, by keyboard as well.
  return { piece: element('div', { class: 'table', tabIndex: '0' }, [table]), next }
}

function alignOf(text: string): string {
  if (text.endsWith(':')) return text.startsWith(':') ? 'center' : 'right'
  return ''
}

function splitCells(line: Sourced): Sourced[] {
  const inner = trim(line)
  const from = inner.text.startsWith('|') ? 1 : 0
  const to = /(?:^|[^\\])\|$/.test(inner.text.slice(from)) ? inner.text.length - 1 : inner.text.length
  const cells: Sourced[] = []
  let begun = from
  for (const { 0: found, index } of inner.text.matchAll(/\\.|\|/g)) {
    if (found !== '|' || index < from || index >= to) continue
    cells.push(makeCell(inner, begun, index))
    begun = index + 1
  }
  return [...cells, makeCell(inner, begun, to)]
}

/** A bar in a cell is escaped, in code as well, where nothing else is. */
function makeCell(line: Sourced, from: number, to: number): Sourced {
  const { text, at } = trim(cut(line, from, to))
  const isKept = (index: number) => text[index] !== '\\' || text[index + 1] !== '|'
  return { text: text.replaceAll('\\|', '|'), at: at.filter((_, index) => isKept(index)) }
}
