/**
 * Training data of Rasa 3 (`nlu.yml`): intents with annotated examples, synonyms, regular expressions, lookup tables. The
 * tree is read as it is written; anchors are not followed, so that a small file cannot unfold into a large one.
 */
import { parseJson } from '@lingxi/contract/json'
import type { Language } from '@lingxi/contract/message'
import { Annotation } from '@lingxi/contract/teaching'
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Scalar, type YAMLMap } from 'yaml'
import { z } from 'zod'
import { readAnnotated } from './annotated-text.ts'
import { addExample, addPattern, addWords, emptyLessonFile, type LessonFile } from './lesson-file.ts'

type Line = { text: string; line: number }

export function readRasa(source: string): LessonFile {
  const file = emptyLessonFile()
  const lines = new LineCounter()
  const document = parseDocument(source, { lineCounter: lines, logLevel: 'silent', uniqueKeys: false })
  for (const error of document.errors.slice(0, 100))
    file.malformed.push({ line: lines.linePos(error.pos[0]).line, text: '', reason: error.message.split('\n')[0]! })
  const items = isMap(document.contents) ? document.contents.get('nlu') : undefined
  if (!isSeq(items)) {
    file.malformed.push({ line: null, text: '', reason: 'there is no list under "nlu"' })
    return file
  }
  const lineOf = (node: unknown) => {
    const range = (node as { range?: [number, number, number] | null } | null)?.range
    return range ? lines.linePos(range[0]).line : null
  }
  const synonyms: Synonym[] = []
  for (const item of items.items) {
    const kind = isMap(item) && kindOf(item)
    if (!isMap(item) || !kind)
      file.malformed.push({ line: lineOf(item), text: '', reason: 'this kind of entry is not known' })
    else if (kind.name === 'intent') readIntent(file, kind.value, { item, lineOf })
    else
      readWords(file, {
        name: kind.name,
        value: kind.value,
        synonyms,
        texts: linesOf(item, lineOf).map(({ text }) => text),
      })
  }
  placeSynonyms(file, synonyms)
  return file
}

type Synonym = { value: string; words: string[] }
type Words = { name: 'synonym' | 'regex' | 'lookup'; value: string; texts: string[]; synonyms: Synonym[] }

/** Synonyms wait until all is read: what was looked up or marked tells of which type they are. */
function readWords(file: LessonFile, { name, value, texts, synonyms }: Words): void {
  const words = texts.filter((text) => text !== '')
  if (name === 'synonym') synonyms.push({ value, words })
  else if (name === 'lookup') for (const word of words) addWords(file, { type: value, value: word, words: [] })
  else for (const expression of words) addPattern(file, { type: value, expression })
}

const kinds = ['intent', 'synonym', 'regex', 'lookup'] as const

function kindOf(item: YAMLMap): { name: (typeof kinds)[number]; value: string } | undefined {
  for (const name of kinds) {
    const value = item.get(name)
    if (typeof value === 'string' || typeof value === 'number') return { name, value: String(value) }
  }
  return undefined
}

type Place = { item: YAMLMap; lineOf: (node: unknown) => number | null }
const metadataOf = (item: YAMLMap): Record<string, unknown> => {
  const metadata = item.get('metadata')
  if (!isMap(metadata)) return {}
  return Object.fromEntries(
    metadata.items.flatMap(({ key, value }) =>
      isScalar(key) && isScalar(value) ? [[String(key.value), value.value]] : [],
    ),
  )
}
const asLanguage = (value: unknown): Language | null => (value === 'zh' || value === 'en' ? value : null)

function readIntent(file: LessonFile, intent: string, { item, lineOf }: Place): void {
  const language = asLanguage(metadataOf(item)['language'])
  const examples = item.get('examples')
  if (isSeq(examples)) {
    for (const each of examples.items) readDescribed(file, { intent, language, each, lineOf })
    return
  }
  for (const { text, line } of linesOf(item, lineOf)) addAnnotated(file, text, { intent, language, line })
}

type Described = { intent: string; language: Language | null; each: unknown; lineOf: Place['lineOf'] }

/** An example with a description of its own. `plain`: nothing in its text is a mark. */
function readDescribed(file: LessonFile, { intent, language, each, lineOf }: Described): void {
  const line = lineOf(each)
  const text = isMap(each) ? each.get('text') : undefined
  if (!isMap(each) || typeof text !== 'string') {
    file.malformed.push({ line, text: '', reason: 'an example needs a text' })
    return
  }
  const { sentiment, emotion, plain, entities } = metadataOf(each)
  const said = { intent, language, line, sentiment, emotion }
  if (plain === true) addExample(file, { ...said, text, entities: besideText(entities) })
  else addAnnotated(file, text.replace(/^\s*- /, '').replace(/\n$/, ''), said)
}

const besideText = (entities: unknown) =>
  typeof entities === 'string' ? (z.array(Annotation).safeParse(parseJson(entities)).data ?? []) : []

type Said = { intent: string; language: Language | null; line: number | null; sentiment?: unknown; emotion?: unknown }

function addAnnotated(file: LessonFile, marked: string, said: Said): void {
  const { text, entities, wrong } = readAnnotated(marked)
  for (const mark of wrong)
    file.malformed.push({ line: said.line, text: mark.slice(0, 200), reason: 'the annotation cannot be read' })
  addExample(file, { ...said, text, entities })
}

/** The lines `- …` of a block of text, each with its place in the file. */
function linesOf(item: YAMLMap, lineOf: Place['lineOf']): Line[] {
  const node = item.get('examples', true) as Scalar | undefined
  if (!isScalar(node) || typeof node.value !== 'string') return []
  const first = (lineOf(node) ?? 0) + (node.type === 'BLOCK_LITERAL' ? 1 : 0)
  return node.value.split('\n').flatMap((line, at) => {
    const text = /^\s*-\s(.*)$/.exec(line)?.[1]
    return text === undefined ? [] : [{ text: text.trim(), line: first + at }]
  })
}

/** A synonym belongs to the type whose words it is one of, or which was marked so; without one it is of no use. */
function placeSynonyms(file: LessonFile, synonyms: Synonym[]): void {
  const typeOf = new Map<string, string>()
  for (const { text, entities } of file.examples)
    for (const { start, end, type, value } of entities) typeOf.set(value ?? text.slice(start, end), type)
  for (const { type, value } of file.dictionary) typeOf.set(value, type)
  for (const { value, words } of synonyms) {
    const type = typeOf.get(value) ?? words.map((word) => typeOf.get(word)).find((found) => found !== undefined)
    if (type !== undefined) addWords(file, { type, value, words, language: null })
    else file.malformed.push({ line: null, text: value.slice(0, 200), reason: 'no type of entity has this synonym' })
  }
}
