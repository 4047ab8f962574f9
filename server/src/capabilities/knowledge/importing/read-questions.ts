/** Questions and answers from a CSV file: columns question, answer, and optionally alternatives and tags. */
import { detectLanguage } from '../detect-language.ts'
import type { CsvRecord } from '#platform/documents'
import { type ImportOptions, type ReadRow, splitList, toRow } from './read-rows.ts'

const columnNames: Record<string, string> = {
  question: 'question',
  questions: 'question',
  title: 'question',
  问题: 'question',
  标准问: 'question',
  answer: 'answer',
  答案: 'answer',
  回答: 'answer',
  alternatives: 'alternatives',
  'similar questions': 'alternatives',
  相似问: 'alternatives',
  相似问法: 'alternatives',
  tags: 'tags',
  标签: 'tags',
  language: 'language',
  语言: 'language',
}

/** The columns by their name, or nothing when question or answer is missing. */
export function questionColumns(header: string[]): Map<string, number> | undefined {
  const columns = new Map<string, number>()
  header.forEach((name, place) => {
    const known = columnNames[name.trim().toLowerCase()]
    if (known && !columns.has(known)) columns.set(known, place)
  })
  return columns.has('question') && columns.has('answer') ? columns : undefined
}

export function readQuestions(records: CsvRecord[], columns: Map<string, number>, options: ImportOptions): ReadRow[] {
  const seen = new Map<string, number>()
  return records.map((record, place) => {
    const row = place + 1
    if ('broken' in record) return { row, title: '', refused: record.broken }
    const cell = (name: string) => record.fields[columns.get(name) ?? -1]?.trim() ?? ''
    const title = cell('question')
    const earlier = title === '' ? undefined : seen.get(title)
    if (earlier) return { row, title, refused: `The same question is already in row ${earlier}.` }
    seen.set(title, row)
    const last = Math.max(...columns.values())
    if (record.fields.length <= columns.get('answer')!) return { row, title, refused: 'The row has no answer column.' }
    if (record.fields.length > last + 1 && record.fields.slice(last + 1).some((field) => field.trim() !== ''))
      return {
        row,
        title,
        refused: 'The row has more columns than the header; put text with commas in quotation marks.',
      }
    const body = cell('answer')
    const said = cell('language')
    return toRow(
      { row, source: `${options.name}#${title}` },
      {
        title,
        body,
        language: said === 'zh' || said === 'en' ? said : (options.language ?? detectLanguage(`${title} ${body}`)),
        tags: splitList(cell('tags')),
        alternatives: splitList(cell('alternatives')),
        status: options.status,
        validFrom: null,
        validUntil: null,
      },
    )
  })
}
