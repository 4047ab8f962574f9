/**
 * What a document that was read becomes: rows of questions or products where its tables are such, else the text itself,
 * in one article or one a chapter, each knowing where in the original its pages begin.
 */
import { type Article, longestBody } from '@lingxi/contract/knowledge'
import { detectLanguage } from '../detect-language.ts'
import { chaptersOf } from './chapters.ts'
import { catalogueColumns, readCatalogue } from './read-catalogue.ts'
import { readMarkdown } from './read-markdown.ts'
import { productColumns, readProducts } from './read-products.ts'
import { questionColumns, readQuestions } from './read-questions.ts'
import { type ImportOptions, type ReadRow, toRow } from './read-rows.ts'

type Records = ({ fields: string[] } | { broken: string })[]
export type PlacedText = { text: string; pages: { page: number; start: number }[] }
export type DocumentToImport = PlacedText & {
  format: string
  /** A file's name or an address, and what the document calls itself. */
  location: string
  title: string | null
  tables: { name: string; records: Records }[]
}
export type PlacedRow = ReadRow & { pages: NonNullable<Article['origin']>['pages'] }

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
    for (const row of read) rows.push({ ...row, row: row.row, pages: [{ page: place + 1, start: 0 }] })
  })
  const text = texts.size === document.pages.length ? document : onlyPages(document, texts)
  return [...rows, ...rowsOfText({ ...document, ...text }, options)]
}

/** Questions, a bilingual catalogue, a catalogue of any columns; nothing for another table. */
export function readTable(records: Records, options: ImportOptions): ReadRow[] | undefined {
  for (let place = 0; place < Math.min(titleRows, records.length); place++) {
    const record = records[place]!
    if ('broken' in record) continue
    const rest = records
      .slice(place + 1)
      .filter((each) => 'broken' in each || each.fields.some((cell) => cell.trim() !== ''))
    const questions = questionColumns(record.fields)
    if (questions) return readQuestions(rest, questions, options)
    const products = productColumns(record.fields)
    if (products) return readProducts(rest, products, options)
    const catalogue = catalogueColumns(record.fields)
    if (catalogue) return readCatalogue(rest, catalogue, options)
  }
  return undefined
}

function onlyPages({ text, pages }: PlacedText, wanted: Set<number>): PlacedText {
  const kept: PlacedText = { text: '', pages: [] }
  pages.forEach(({ page, start }, place) => {
    if (!wanted.has(page)) return
    kept.pages.push({ page, start: kept.text.length })
    kept.text += text.slice(start, pages[place + 1]?.start ?? text.length)
  })
  return kept
}

function rowsOfText(document: DocumentToImport, options: ImportOptions): PlacedRow[] {
  if (document.text.trim() === '') return []
  if (document.format === 'markdown' && document.text.length <= longestBody)
    return readMarkdown(document.text, { ...options, name: document.location }).map((row) => ({
      ...row,
      ...('draft' in row && { source: `${options.name}#` }),
      pages: document.pages,
    }))
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
    return { ...row, pages: pagesWithin(document.pages, chapter) }
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
