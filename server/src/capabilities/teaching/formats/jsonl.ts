/** Lessons as JSON Lines: one object a line, an example or what is taught of entities. Nothing is lost between writing and reading. */
import { parseJson } from '@lingxi/contract/json'
import { languages } from '@lingxi/contract/message'
import { DictionaryDraft, PatternDraft } from '@lingxi/contract/teaching'
import { z } from 'zod'
import { addExample, addPattern, addWords, emptyLessonFile, type LessonFile } from './lesson-file.ts'

const Place = z.object({
  start: z.int().nonnegative(),
  end: z.int().positive(),
  type: z.string(),
  value: z.string().max(200).nullish(),
  role: z.string().max(80).nullish(),
})
const Said = z.object({
  text: z.string(),
  intent: z.string().nullish(),
  label: z.string().nullish(),
  outOfScope: z.boolean().nullish(),
  language: z.enum(languages).nullish(),
  entities: z.array(Place).nullish(),
  sentiment: z.string().nullish(),
  emotion: z.string().nullish(),
})
const Line = z.union([z.strictObject({ dictionary: DictionaryDraft }), z.strictObject({ pattern: PatternDraft }), Said])
const moods = new Set(['positive', 'neutral', 'negative'])

export function readJsonl(source: string): LessonFile {
  const file = emptyLessonFile()
  for (const [at, line] of source.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue
    const read = Line.safeParse(parseJson(line))
    if (!read.success) {
      const reason = read.error.issues[0]?.message ?? 'it is no object'
      file.malformed.push({ line: at + 1, text: line.slice(0, 200), reason })
    } else if ('dictionary' in read.data) addWords(file, read.data.dictionary)
    else if ('pattern' in read.data) addPattern(file, read.data.pattern)
    else addLine(file, read.data, at + 1)
  }
  return file
}

function addLine(file: LessonFile, said: z.infer<typeof Said>, line: number): void {
  // Sets of moods call what they say `label`.
  const mood = said.label != null && moods.has(said.label) ? said.label : null
  addExample(file, {
    text: said.text,
    intent: said.intent ?? (mood === null ? (said.label ?? null) : null),
    outOfScope: said.outOfScope ?? false,
    language: said.language ?? null,
    entities: (said.entities ?? []).map((each) => ({ ...each, value: each.value ?? null, role: each.role ?? null })),
    sentiment: said.sentiment ?? mood,
    emotion: said.emotion,
    line,
  })
}

export function writeJsonl({ examples, dictionary, patterns }: LessonFile): string {
  const lines: object[] = [
    ...examples.map(({ line: _line, ...example }) => example),
    ...dictionary.map((entry) => ({ dictionary: entry })),
    ...patterns.map((pattern) => ({ pattern })),
  ]
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('')
}
