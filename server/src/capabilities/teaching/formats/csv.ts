/** Examples as a table: text, intent, language, sentiment, emotion, entities (JSON). It holds nothing but examples. */
import { parseJson } from '@lingxi/contract/json'
import type { Language } from '@lingxi/contract/message'
import { Annotation } from '@lingxi/contract/teaching'
import { z } from 'zod'
import { readCsv } from '#platform/documents'
import { addExample, emptyLessonFile, type LessonFile, outsideName } from './lesson-file.ts'

const columns = ['text', 'intent', 'language', 'sentiment', 'emotion', 'entities'] as const
type Column = (typeof columns)[number]
/** What others call the columns. */
const alsoCalled: Record<string, Column> = {
  sentence: 'text',
  example: 'text',
  utterance: 'text',
  label: 'intent',
  category: 'intent',
  文本: 'text',
  意图: 'intent',
  语言: 'language',
}

export function readLessonCsv(source: string): LessonFile {
  const file = emptyLessonFile()
  const [header, ...records] = readCsv(source.replace(/^\ufeff/, '').replaceAll('\r\n', '\n'))
  const names = header && 'fields' in header ? header.fields.map((name) => columnOf(name)) : []
  if (!names.includes('text')) {
    file.malformed.push({ line: 1, text: '', reason: 'there is no column "text"' })
    return file
  }
  for (const [at, record] of records.entries()) {
    const line = at + 2
    if ('broken' in record) {
      file.malformed.push({ line, text: '', reason: record.broken })
      continue
    }
    const cell = (column: Column) => record.fields[names.indexOf(column)]?.trim() || null
    const entities = readEntities(cell('entities'))
    if (!entities)
      file.malformed.push({ line, text: cell('entities')!.slice(0, 200), reason: 'the annotations cannot be read' })
    addExample(file, {
      // Not trimmed: annotations count from its beginning.
      text: record.fields[names.indexOf('text')] ?? '',
      intent: cell('intent'),
      language: asLanguage(cell('language')),
      sentiment: cell('sentiment'),
      emotion: cell('emotion'),
      entities: entities ?? [],
      line,
    })
  }
  return file
}

function columnOf(name: string): Column | undefined {
  const plain = name.trim().toLowerCase()
  return columns.find((column) => column === plain) ?? alsoCalled[plain]
}
const asLanguage = (value: string | null): Language | null => (value === 'zh' || value === 'en' ? value : null)
const readEntities = (cell: string | null) => (cell === null ? [] : z.array(Annotation).safeParse(parseJson(cell)).data)

export function writeLessonCsv({ examples }: LessonFile): string {
  const rows = examples.map(({ text, intent, outOfScope, language, sentiment, emotion, entities }) => [
    text,
    outOfScope ? outsideName : (intent ?? ''),
    language ?? '',
    sentiment ?? '',
    emotion ?? '',
    entities.length === 0 ? '' : JSON.stringify(entities),
  ])
  return [[...columns], ...rows].map((row) => `${row.map(quoted).join(',')}\r\n`).join('')
}
const quoted = (field: string) => (/[",;\t\r\n]|^\s|\s$/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)
