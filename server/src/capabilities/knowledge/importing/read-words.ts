/** The company's words from a CSV file: columns kind, text, and optionally others, weight and language. */
import { Problem } from '@lingxi/contract/problem'
import { SearchWordDraft } from '@lingxi/contract/search-words'
import { type CsvRecord, readCsv } from '#platform/documents'
import { decodeFile } from './decode-file.ts'
import { splitList } from './read-rows.ts'

export type ReadWord = { row: number; text: string } & ({ draft: SearchWordDraft } | { reason: string })

const columnNames: Record<string, string> = {
  kind: 'kind',
  类型: 'kind',
  text: 'text',
  word: 'text',
  词: 'text',
  词语: 'text',
  others: 'others',
  synonyms: 'others',
  同义词: 'others',
  weight: 'weight',
  权重: 'weight',
  language: 'language',
  语言: 'language',
}
const kinds: Record<string, string> = {
  词: 'word',
  词典: 'word',
  停用词: 'stop-word',
  同义: 'two-way',
  同义词: 'two-way',
  单向: 'one-way',
  单向同义: 'one-way',
}

/** A file of one column without a heading is a list of dictionary words. Throws `invalid-request`, `not-text`. */
export function readWords(bytes: Uint8Array): ReadWord[] {
  const lines = readCsv(decodeFile(bytes))
  if (lines.length > 0 && lines.every(isPlainWord))
    return lines.map((line, place) => readRow(line, ['text'], place + 1))
  const [header, ...records] = lines
  const names = header && 'fields' in header ? header.fields.map((name) => columnNames[name.trim().toLowerCase()]) : []
  if (!names.includes('kind') || !names.includes('text'))
    throw new Problem('invalid-request', {
      detail: 'The first line has to name the columns kind and text; others, weight and language may follow.',
    })
  return records.map((record, place) => readRow(record, names, place + 1))
}

const isPlainWord = (line: CsvRecord) =>
  'fields' in line && line.fields.length === 1 && columnNames[line.fields[0]!.trim().toLowerCase()] === undefined

function readRow(record: CsvRecord, names: (string | undefined)[], row: number): ReadWord {
  if ('broken' in record) return { row, text: '', reason: record.broken }
  const cell = (name: string) => record.fields[names.indexOf(name)]?.trim() ?? ''
  const kind = names.includes('kind') ? cell('kind').toLowerCase() : 'word'
  const weight = cell('weight')
  const checked = SearchWordDraft.safeParse({
    kind: kinds[kind] ?? kind,
    text: cell('text'),
    others: splitList(cell('others')),
    language: cell('language').toLowerCase() || null,
    ...(weight !== '' && { weight: Number(weight) }),
  })
  const text = cell('text').slice(0, 60)
  if (checked.success) return { row, text, draft: checked.data }
  const { path, message } = checked.error.issues[0]!
  return { row, text, reason: reasons[String(path[0] ?? '')] ?? message }
}

const reasons: Record<string, string> = {
  kind: 'The kind is not one of word, stop-word, two-way and one-way.',
  text: 'The word is empty or has more than 60 characters.',
  others: 'A synonym needs 1 to 30 other words of at most 60 characters; other kinds have none.',
  weight: 'The weight is not a number from 0.05 to 1.',
  language: 'The language is not zh, en or empty.',
}
