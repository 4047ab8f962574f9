/**
 * What a document that was read becomes: rows of questions or products where its tables are such, else the text itself,
 * in one article or one a chapter, each knowing where in the original its pages begin.
 */
import { longestBody } from '@lingxi/contract/knowledge'
import type { CsvRecord } from '#platform/documents'
import { detectLanguage } from '../detect-language.ts'
import { chaptersOf } from './chapters.ts'
import { catalogueColumns, readCatalogue } from './read-catalogue.ts'
import { readMarkdown } from './read-markdown.ts'
import { productColumns, readProducts } from './read-products.ts'
import { questionColumns, readQuestions } from './read-questions.ts'
import { type ImportOptions, type ReadRow, toRow } from './read-rows.ts'
import { held, onlyPages, type OriginSpan, type PlacedText, spansOfChapter } from './spans-in-original.ts'

export type DocumentToImport = Omit<PlacedText, 'spans'> & {
  format: string
  /** A file's name or an address, and what the document calls itself. */
  location: string
  title: string | null
  tables: { name: string; records: CsvRecord[] }[]
}
export type PlacedRow = ReadRow & Pick<PlacedText, 'pages' | 'spans'>

/** Rows that may stand above the names of the columns. */
const titleRows = 5

export function rowsOfDocument(document: DocumentToImport, options: ImportOptions): PlacedRow[] {
  const rows: PlacedRow[] = []
  const texts = new Set(document.pages.map(({ page }) => page))
  document.tables.forEach(({ records }, place) => {
    const read = readTable(records, {
      ...options,
      name: document.tables.length > 1 ? `${options.name}#${place + 1}` : options.name,
    })
    if (!read) return
    texts.delete(place + 1)
    const from = document.pages.find(({ page }) => page === place + 1)?.start ?? 0
    for (const { at, ...row } of read) {
      const spans: OriginSpan[] = at ? [{ start: 0, from: from + at.start, until: from + at.end, retold: true }] : []
      rows.push({ ...row, pages: [{ page: place + 1, start: 0 }], spans })
    }
  })
  const whole = { ...document, spans: [{ start: 0, from: 0, until: document.text.length }] }
  const text = texts.size === document.pages.length ? whole : onlyPages(document, texts)
  return [...rows, ...rowsOfText({ ...document, ...text }, options)]
}

/** `at`: where the row stands in the text of its table. */
type TableRow = ReadRow & { at?: { start: number; end: number } | undefined }

/** Questions, a bilingual catalogue, a catalogue of any columns; nothing for another table. */
export function readTable(records: CsvRecord[], options: ImportOptions): TableRow[] | undefined {
  for (let place = 0; place < Math.min(titleRows, records.length); place++) {
    const record = records[place]!
    if ('broken' in record) continue
    const rest = records
      .slice(place + 1)
      .filter((each) => 'broken' in each || each.fields.some((cell) => cell.trim() !== ''))
    const read = readAs(record.fields, rest, options)
    if (read)
      return read.map((row) => {
        const of = rest[row.row - 1]
        return { ...row, at: of && 'fields' in of ? of.place : undefined }
      })
  }
  return undefined
}

function readAs(header: string[], rest: CsvRecord[], options: ImportOptions): ReadRow[] | undefined {
  const questions = questionColumns(header)
  if (questions) return readQuestions(rest, questions, options)
  const products = productColumns(header)
  if (products) return readProducts(rest, products, options)
  const catalogue = catalogueColumns(header)
  return catalogue && readCatalogue(rest, catalogue, options)
}

function rowsOfText(document: DocumentToImport & PlacedText, options: ImportOptions): PlacedRow[] {
  if (document.text.trim() === '') return []
  if (document.format === 'markdown' && document.text.length <= longestBody) return rowsOfMarkdown(document, options)
  const chapters = chaptersOf(document.text, longestBody)
  const named = document.title?.trim() || nameOf(document.location)
  const used = new Map<string, number>()
  /** Chapters of one name are told apart by their order. */
  const keyOf = (title: string | null) => {
    const key = (title ?? '').slice(0, 200)
    const count = (used.get(key) ?? 0) + 1
    used.set(key, count)
    return count === 1 ? key : `${key}#${count}`
  }
  return chapters.map((chapter, place) => {
    const title = (chapters.length > 1 ? [named, chapter.title].filter(Boolean).join(' › ') : named).slice(0, 300)
    const body = chapter.body.trimEnd()
    const language = options.language ?? detectLanguage(`${title} ${body.slice(0, 20_000)}`)
    const key = chapters.length > 1 ? keyOf(chapter.title) : ''
    const row = toRow(
      { row: place + 1, source: `${options.name}#${key}` },
      { title, body, language, status: options.status },
    )
    const spans = held(row, { body, spans: spansOfChapter(document.spans, chapter) })
    return { ...row, pages: pagesWithin(document.pages, chapter), spans }
  })
}

/** What stands before the body there says how it is to be read. */
function rowsOfMarkdown({ text, pages, location }: DocumentToImport, options: ImportOptions): PlacedRow[] {
  return readMarkdown(text, { ...options, name: location }).map((row) => {
    const until = text.trimEnd().length
    const body = 'draft' in row ? row.draft.body : ''
    const from = until - body.length
    const spans = text.slice(from, until) === body ? [{ start: 0, from, until }] : []
    return { ...row, ...('draft' in row && { source: `${options.name}#` }), pages, spans }
  })
}

/** Pages that begin within a chapter, and the one in which it begins. */
function pagesWithin(pages: PlacedText['pages'], { from, until, lead }: { from: number; until: number; lead: number }) {
  const first = pages.findLast(({ start }) => start <= from)
  const within = pages
    .filter(({ start }) => start > from && start < until)
    .map(({ page, start }) => ({ page, start: start - from + lead }))
  return first ? [{ page: first.page, start: 0 }, ...within] : within
}

const nameOf = (location: string) =>
  (
    location
      .replace(/[?#].*$/, '')
      .replace(/\/+$/, '')
      .split(/[/\\]/)
      .at(-1) || location
  ).replace(/\.\w{1,8}$/, '')
