/**
 * Questions and answers from a table: columns question and answer, and optionally other wordings (one column or several),
 * tags, language, category. A question that comes again with the same answer, or with none, only adds its other wordings:
 * so tools export that write each wording on a line of its own.
 */
import type { CsvRecord } from '#platform/documents'
import { detectLanguage } from '../detect-language.ts'
import { questionColumn } from './column-names.ts'
import { type ImportOptions, type ReadRow, splitList, toRow } from './read-rows.ts'

export type QuestionColumns = {
  question: number
  answer: number
  alternatives: number[]
  tags: number | undefined
  language: number | undefined
  category: number | undefined
  /** Of the header. */
  width: number
}
type Found = { row: number; title: string; body: string; alternatives: string[]; fields: string[] }

/** The columns by their name, or nothing when question or answer is missing. */
export function questionColumns(header: string[]): QuestionColumns | undefined {
  const named = header.map(questionColumn)
  const place = (name: ReturnType<typeof questionColumn>) => {
    const found = named.indexOf(name)
    return found < 0 ? undefined : found
  }
  const question = place('question')
  const answer = place('answer')
  if (question === undefined || answer === undefined) return undefined
  const alternatives = named.flatMap((name, at) => (name === 'alternatives' ? [at] : []))
  return {
    question,
    answer,
    alternatives,
    tags: place('tags'),
    language: place('language'),
    category: place('category'),
    width: header.length,
  }
}

export function readQuestions(records: CsvRecord[], columns: QuestionColumns, options: ImportOptions): ReadRow[] {
  const rows: (ReadRow | Found)[] = []
  const byTitle = new Map<string, Found>()
  records.forEach((record, place) => {
    const read = readRecord(record, { row: place + 1, columns })
    const earlier = 'fields' in read && read.title !== '' ? byTitle.get(read.title) : undefined
    if (!('fields' in read)) rows.push(read)
    else if (!earlier) {
      if (read.title !== '') byTitle.set(read.title, read)
      rows.push(read)
    } else if (read.alternatives.length > 0 && (read.body === '' || read.body === earlier.body))
      earlier.alternatives.push(...read.alternatives)
    else rows.push({ row: read.row, title: read.title, refused: `The same question is already in row ${earlier.row}.` })
  })
  return rows.map((row) => ('fields' in row ? toDraft(row, columns, options) : row))
}

function readRecord(record: CsvRecord, { row, columns }: { row: number; columns: QuestionColumns }): ReadRow | Found {
  if ('broken' in record) return { row, title: '', refused: record.broken }
  const { fields } = record
  const title = fields[columns.question]?.trim() ?? ''
  if (fields.length <= columns.answer) return { row, title, refused: 'The row has no answer column.' }
  if (fields.slice(columns.width).some((field) => field.trim() !== ''))
    return { row, title, refused: 'The row has more columns than the header; put text with commas in quotation marks.' }
  const alternatives = columns.alternatives.flatMap((place) => splitList(fields[place]))
  return { row, title, body: fields[columns.answer]!.trim(), alternatives, fields }
}

function toDraft(
  { row, title, body, alternatives, fields }: Found,
  columns: QuestionColumns,
  options: ImportOptions,
): ReadRow {
  const cell = (place: number | undefined) => (place === undefined ? '' : (fields[place]?.trim() ?? ''))
  const said = cell(columns.language).toLowerCase().slice(0, 2)
  return toRow(
    { row, source: `${options.name}#${title}` },
    {
      title,
      body,
      language: said === 'zh' || said === 'en' ? said : (options.language ?? detectLanguage(`${title} ${body}`)),
      tags: splitList(cell(columns.tags)),
      alternatives: [...new Set(alternatives)].filter((wording) => wording !== title).slice(0, 50),
      status: options.status,
      category: categoryOf(cell(columns.category)),
      validFrom: null,
      validUntil: null,
    },
  )
}

/** `售后 > 退货` and `售后/退货` are one path. */
export function categoryOf(text: string): string | null {
  const path = text
    .split(/\s*[/>›»\\|]+\s*/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('/')
  return path === '' ? null : path.slice(0, 200)
}
