/** What a file of lessons holds, whatever its form; and what could not be read of it. */
import type { Language } from '@lingxi/contract/message'
import { type Annotation, DictionaryDraft, longestExample, PatternDraft, TaughtName } from '@lingxi/contract/teaching'
import { emotions, sentiments } from '@lingxi/contract/understanding'
import { wrongWithPattern } from '../safe-pattern.ts'

export type FileExample = {
  text: string
  /** Null where it says nothing of intents, or is out of scope. */
  intent: string | null
  outOfScope: boolean
  /** Null where the file does not say. */
  language: Language | null
  entities: Annotation[]
  sentiment: (typeof sentiments)[number] | null
  emotion: (typeof emotions)[number] | null
  line: number | null
}
export type Malformed = { line: number | null; text: string; reason: string }
export type LessonFile = {
  examples: FileExample[]
  dictionary: DictionaryDraft[]
  patterns: PatternDraft[]
  malformed: Malformed[]
}
export const emptyLessonFile = (): LessonFile => ({ examples: [], dictionary: [], patterns: [], malformed: [] })

/** What others call the messages that nothing of theirs is about. */
const outsideNames = new Set(['oos', 'out_of_scope', 'out-of-scope', 'outofscope', 'nlu_fallback'])
export const outsideName = 'out_of_scope'

const isName = (name: string) => TaughtName.safeParse(name).success
const wordOf = <Word extends string>(words: readonly Word[], given: unknown) =>
  words.find((word) => word === given) ?? null

export type Given = {
  text: string
  intent: string | null
  language: Language | null
  entities?: Annotation[] | undefined
  sentiment?: unknown
  emotion?: unknown
  outOfScope?: boolean | undefined
  line: number | null
}

/** Adds an example, or says what is wrong with it. */
export function addExample(file: LessonFile, given: Given): void {
  const { text, line, language } = given
  const named = given.intent?.trim().replaceAll(/\s+/g, '_') ?? ''
  const outOfScope = given.outOfScope === true || outsideNames.has(named.toLowerCase())
  const intent = outOfScope || named === '' ? null : named
  const reason = wrongWith(text, intent)
  if (reason) {
    file.malformed.push({ line, text: text.slice(0, 200), reason })
    return
  }
  const { kept, wrong } = sortAnnotations(text, given.entities ?? [])
  for (const annotation of wrong)
    file.malformed.push({
      line,
      text: text.slice(0, 200),
      reason: `the annotation ${JSON.stringify(annotation.type)} does not fit`,
    })
  const mood = { sentiment: wordOf(sentiments, given.sentiment), emotion: wordOf(emotions, given.emotion) }
  file.examples.push({ text, intent, outOfScope, language, entities: kept, ...mood, line })
}

function wrongWith(text: string, intent: string | null): string | undefined {
  if (text.trim() === '') return 'there is no text'
  if (text.length > longestExample) return `the text is longer than ${longestExample}`
  return intent !== null && !isName(intent)
    ? `${JSON.stringify(intent.slice(0, 100))} cannot be the name of an intent`
    : undefined
}

/** Those that lie in the text, one after the other, and name a type that may be one. */
function sortAnnotations(text: string, given: Annotation[]): { kept: Annotation[]; wrong: Annotation[] } {
  const kept: Annotation[] = []
  const wrong: Annotation[] = []
  for (const each of given.toSorted((one, other) => one.start - other.start)) {
    const after = kept.at(-1)?.end ?? 0
    const fits = each.start >= after && each.start < each.end && each.end <= text.length && isName(each.type)
    ;(fits ? kept : wrong).push(each)
  }
  return { kept, wrong }
}

/** Where each thing of a file stands, so that its words come together in one look. */
const placesOf = new WeakMap<LessonFile, Map<string, DictionaryDraft>>()

/** What something is called; several words of one thing come together. */
export function addWords(
  file: LessonFile,
  given: { type: string; value: string; words: string[]; language?: Language | null },
): void {
  const { type, value, words, language = null } = given
  const fresh = words.filter((word) => word !== value)
  const places = placesOf.get(file) ?? placesOf.set(file, new Map()).get(file)!
  const there = places.get(`${type}\n${value}\n${language ?? ''}`)
  const read = DictionaryDraft.safeParse({
    type,
    value,
    words: [...new Set([...(there?.words ?? []), ...fresh])].slice(0, 100),
    language,
  })
  if (!read.success)
    file.malformed.push({
      line: null,
      text: value.slice(0, 200),
      reason: read.error.issues[0]?.message ?? 'it cannot be a word of a dictionary',
    })
  else if (there) there.words = read.data.words
  else {
    file.dictionary.push(read.data)
    places.set(`${type}\n${value}\n${language ?? ''}`, read.data)
  }
}

export function addPattern(file: LessonFile, given: { type: string; expression: string; note?: string }): void {
  const read = PatternDraft.safeParse(given)
  const reason = read.success ? wrongWithPattern(read.data.expression) : 'it cannot be a pattern'
  if (!read.success || reason)
    file.malformed.push({ line: null, text: given.expression.slice(0, 200), reason: reason ?? '' })
  else file.patterns.push(read.data)
}

/** With at least one Chinese sign a text is Chinese. */
export const languageOf = (text: string): Language => (/\p{Script=Han}/u.test(text) ? 'zh' : 'en')

/** Names in the order in which they come. */
export const intentsOf = ({ examples }: LessonFile) => [...new Set(examples.flatMap(({ intent }) => intent ?? []))]
export const typesNamed = (examples: readonly FileExample[]) => [
  ...new Set(examples.flatMap(({ entities }) => entities.map(({ type }) => type))),
]
export const typesOf = ({ examples, dictionary, patterns }: LessonFile) => [
  ...new Set([...typesNamed(examples), ...dictionary.map(({ type }) => type), ...patterns.map(({ type }) => type)]),
]
