/** A table of values as Markdown: blocks parted by empty rows, a title above its table as a heading, empty columns gone. */
import type { ReadTable } from '../documents.ts'
import { escapeLine, writeHeading, writeTable } from '../write-markdown.ts'

type Row = { fields: string[]; number: number }
type Place = { start: number; end: number }
type SheetMarkdown = { markdown: string; tables: number; places: Map<number, Place> }

/** `places`: where each record that is a row of a table stands in the Markdown, by its number. */
export function sheetMarkdown({ name, records }: ReadTable, depth: number): SheetMarkdown {
  const rows = records.flatMap((record, number) => ('fields' in record ? [{ fields: record.fields, number }] : []))
  const written = blocksOf(rows).map((block) => blockMarkdown(block, depth + 1))
  const places = new Map<number, Place>()
  let markdown = name === '' ? '' : writeHeading(depth, name)
  for (const block of written) {
    if (markdown !== '') markdown += '\n\n'
    for (const [number, { start, end }] of block.places)
      places.set(number, { start: start + markdown.length, end: end + markdown.length })
    markdown += block.markdown
  }
  return { markdown, tables: written.filter(({ table }) => table).length, places }
}

function blocksOf(rows: Row[]): Row[][] {
  const blocks: Row[][] = [[]]
  for (const row of rows) {
    if (row.fields.some((cell) => cell.trim() !== '')) blocks.at(-1)!.push(row)
    else if (blocks.at(-1)!.length > 0) blocks.push([])
  }
  return blocks.filter((block) => block.length > 0)
}

/** A cell that was merged over a whole row says one thing. */
const saidOnce = (row: string[]) => [...new Set(row.map((cell) => cell.trim()).filter((cell) => cell !== ''))]

function blockMarkdown(rows: Row[], depth: number): { markdown: string; table: boolean; places: [number, Place][] } {
  const titles: string[] = []
  let first = 0
  while (first < rows.length && saidOnce(rows[first]!.fields).length === 1)
    titles.push(saidOnce(rows[first++]!.fields)[0]!)
  const table = rows.slice(first)
  if (table.length === 0) return { markdown: titles.map(escapeLine).join('\n\n'), table: false, places: [] }
  const head = titles.map((title, place) => (place === 0 ? writeHeading(depth, title) : escapeLine(title)))
  const written = writeTable(withoutEmptyColumns(table.map(({ fields }) => fields)))
  const markdown = [...head, written].join('\n\n')
  return { markdown, table: true, places: placesOf(table, written, markdown.length - written.length) }
}

/** Below its first line a table has the line that makes it one. */
function placesOf(rows: Row[], written: string, from: number): [number, Place][] {
  const [head = '', rule = '', ...rest] = written.split('\n')
  let start = from + head.length + rule.length + 2
  return rows.map(({ number }, place) => {
    if (place === 0) return [number, { start: from, end: from + head.length }]
    const at = { start, end: start + rest[place - 1]!.length }
    start = at.end + 1
    return [number, at]
  })
}

function withoutEmptyColumns(rows: string[][]): string[][] {
  const width = Math.max(0, ...rows.map((row) => row.length))
  const used = Array.from({ length: width }, (_, place) => place).filter((place) =>
    rows.some((row) => (row[place] ?? '').trim() !== ''),
  )
  return rows.map((row) => used.map((place) => row[place] ?? ''))
}
