/** Files of lessons, read and written. A large one takes seconds, and so is for a thread. */
import type { LessonFormat } from '@lingxi/contract/teaching'
import { decodeText } from '#platform/documents'
import type { Lessons } from '../lessons.ts'
import { readLessonCsv, writeLessonCsv } from './csv.ts'
import { readJsonl, writeJsonl } from './jsonl.ts'
import type { FileExample, LessonFile } from './lesson-file.ts'
import { readRasa } from './read-rasa.ts'
import { writeRasa } from './write-rasa.ts'

export const largestLessonFile = 50 * 1024 * 1024

const readers: Record<LessonFormat, (text: string) => LessonFile> = {
  rasa: readRasa,
  jsonl: readJsonl,
  csv: readLessonCsv,
}
/** What cannot be read of it is told with its line. Throws for bytes that are no text. */
export const readLessonFile = (bytes: Uint8Array, format: LessonFormat): LessonFile =>
  readers[format](decodeText(bytes).replaceAll('\0', '').toWellFormed())

const writers: Record<LessonFormat, (file: LessonFile) => string> = {
  rasa: writeRasa,
  jsonl: writeJsonl,
  csv: writeLessonCsv,
}
export const writeLessonFile = (file: LessonFile, format: LessonFormat): string => writers[format](file)

export function writeLessons({ examples, dictionary, patterns }: Lessons, format: LessonFormat): string {
  const said = examples.map(({ id: _id, ...example }): FileExample => ({ ...example, line: null }))
  const withNotes = patterns.map((pattern) => ({ ...pattern, note: '' }))
  return writeLessonFile({ examples: said, dictionary, patterns: withNotes, malformed: [] }, format)
}
