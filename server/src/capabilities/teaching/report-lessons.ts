/** What a file of lessons brings, before it is taken in. Seconds for a large one, and so for a thread. */
import type { Language } from '@lingxi/contract/message'
import { type LessonFinding, type LessonImport, mostExamples } from '@lingxi/contract/teaching'
import { countFindings, doubted, findDoubtful, noFinding } from './find-doubtful.ts'
import { type FileExample, intentsOf, type LessonFile, typesOf } from './formats/lesson-file.ts'
import { packLessons } from './formats/packed-lessons.ts'
import type { Lessons } from './lessons.ts'
import { entryKey, keyOfText, patternKey } from './text-key.ts'

const mostFindings = 500

/** With the lessons packed, to be taken in; undefined when there are more than a company may have. `language`: of what does not say. */
export function previewLessons(
  file: LessonFile,
  { lessons, language }: { lessons: Lessons; language: Language | undefined },
): { report: ImportReport; content: Uint8Array } | undefined {
  if (file.examples.length > mostExamples) return undefined
  const examples = file.examples.map((each) => ({ ...each, language: each.language ?? language ?? null }))
  return { report: reportOf(file, lessons), content: packLessons({ ...file, examples, malformed: [] }) }
}

const belongs = ({ intent, outOfScope }: Pick<FileExample, 'intent' | 'outOfScope'>) =>
  outOfScope ? '-' : (intent ?? '')
const keyOf = (example: Pick<FileExample, 'text' | 'intent' | 'outOfScope'>) =>
  `${belongs(example)} ${keyOfText(example.text)}`

export type ImportReport = Omit<LessonImport, 'id' | 'state' | 'createdAt' | 'name' | 'format'>

/** What the file holds, what of it is new, and what is doubtful: within it, and beside what is taught already. */
function reportOf(file: LessonFile, lessons: Lessons): ImportReport {
  const there = {
    intents: new Set(lessons.intents),
    examples: new Set(lessons.examples.map(keyOf)),
    types: new Set(lessons.entityTypes),
    entries: new Set(lessons.dictionary.map(entryKey)),
    patterns: new Set(lessons.patterns.map(patternKey)),
  }
  const intents = intentsOf(file)
  const types = typesOf(file)
  const fresh = new Set(file.examples.map(keyOf)).difference(there.examples)
  const findings = findingsOf(file, lessons, intents)
  return {
    holds: {
      intents: intents.length,
      examples: file.examples.length,
      entityTypes: types.length,
      dictionary: file.dictionary.length,
      patterns: file.patterns.length,
    },
    adds: {
      intents: intents.filter((name) => !there.intents.has(name)).length,
      examples: fresh.size,
      entityTypes: types.filter((name) => !there.types.has(name)).length,
      dictionary: new Set(file.dictionary.map(entryKey)).difference(there.entries).size,
      patterns: new Set(file.patterns.map(patternKey)).difference(there.patterns).size,
    },
    newIntents: intents.filter((name) => !there.intents.has(name)).slice(0, 1000),
    findings: findings.slice(0, mostFindings),
    found: countFindings(findings),
  }
}

function findingsOf(file: LessonFile, lessons: Lessons, intents: string[]): LessonFinding[] {
  const malformed = file.malformed.slice(0, mostFindings).map(({ line, text, reason }): LessonFinding => {
    return { ...noFinding, kind: 'malformed', line, texts: text === '' ? [] : [text], reason }
  })
  const beside = findDoubtful([...doubted(lessons.examples), ...doubted(file.examples)], intents)
  // What was doubtful before is not of this file.
  const ofFile = beside.filter(({ kind, line, intents: names }) =>
    kind === 'few-examples' ? names.some((name) => intents.includes(name)) : line !== null,
  )
  return [...malformed, ...ofFile]
}
