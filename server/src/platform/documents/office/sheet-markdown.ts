/** A table of values as Markdown: blocks parted by empty rows, a title above its table as a heading, empty columns gone. */
import type { ReadTable } from '../documents.ts'
import { escapeLine, writeHeading, writeTable } from '../write-markdown.ts'

export function sheetMarkdown({ name, records }: ReadTable, depth: number): { markdown: string; tables: number } {
  const blocks = blocksOf(records.flatMap((record) => ('fields' in record ? [record.fields] : [])))
  const written = blocks.map((rows) => blockMarkdown(rows, depth + 1))
  const tables = written.filter(({ table }) => table).length
  const heading = name === '' ? [] : [writeHeading(depth, name)]
  return { markdown: [...heading, ...written.map(({ markdown }) => markdown)].join('\n\n'), tables }
}

function blocksOf(rows: string[][]): string[][][] {
  const blocks: string[][][] = [[]]
  for (const row of rows) {
    if (row.some((cell) => cell.trim() !== '')) blocks.at(-1)!.push(row)
    else if (blocks.at(-1)!.length > 0) blocks.push([])
  }
  return blocks.filter((block) => block.length > 0)
}

/** A cell that was merged over a whole row says one thing. */
const saidOnce = (row: string[]) => [...new Set(row.map((cell) => cell.trim()).filter((cell) => cell !== ''))]

function blockMarkdown(rows: string[][], depth: number): { markdown: string; table: boolean } {
  const titles: string[] = []
  let first = 0
  while (first < rows.length && saidOnce(rows[first]!).length === 1) titles.push(saidOnce(rows[first++]!)[0]!)
  const table = withoutEmptyColumns(rows.slice(first))
  if (table.length === 0) return { markdown: titles.map(escapeLine).join('\n\n'), table: false }
  const head = titles.map((title, place) => (place === 0 ? writeHeading(depth, title) : escapeLine(title)))
  return { markdown: [...head, writeTable(table)].join('\n\n'), table: true }
}

function withoutEmptyColumns(rows: string[][]): string[][] {
  const width = Math.max(0, ...rows.map((row) => row.length))
  const used = Array.from({ length: width }, (_, place) => place).filter((place) =>
    rows.some((row) => (row[place] ?? '').trim() !== ''),
  )
  return rows.map((row) => used.map((place) => row[place] ?? ''))
}
