/** Lessons as training data of Rasa 3. What Rasa has no place for (moods, texts that look like marks) stands in `metadata`. */
import { stringify } from 'yaml'
import { readAnnotated, writeAnnotated } from './annotated-text.ts'
import { type FileExample, type LessonFile, outsideName } from './lesson-file.ts'

/** Examples that say nothing of intents have no place in it and are left out. */
export function writeRasa({ examples, dictionary, patterns }: LessonFile): string {
  const ofIntents = examples.filter(({ intent, outOfScope }) => intent !== null || outOfScope)
  const groups = Map.groupBy(ofIntents, (each) => JSON.stringify([each.intent, each.language, isSimple(each)]))
  const lookups = Map.groupBy(dictionary, ({ type }) => type)
  const nlu = [
    ...[...groups.values()].map(writeIntent),
    ...[...lookups].map(([lookup, entries]) => ({ lookup, examples: listed(entries.map(({ value }) => value)) })),
    ...dictionary
      .filter(({ words }) => words.length > 0)
      .map(({ value, words }) => ({ synonym: value, examples: listed(words) })),
    ...[...Map.groupBy(patterns, ({ type }) => type)].map(([regex, some]) => {
      return { regex, examples: listed(some.map(({ expression }) => expression)) }
    }),
  ]
  return stringify({ version: '3.1', nlu }, { lineWidth: 0 })
}

const listed = (texts: string[]) => texts.map((text) => `- ${text.replaceAll(/\s+/g, ' ')}\n`).join('')

/** Whether a line says all of it and is read as it was. */
function isSimple({ text, entities, sentiment, emotion }: FileExample): boolean {
  if (sentiment !== null || emotion !== null || text !== text.replaceAll(/\s+/g, ' ').trim()) return false
  return reads(writeAnnotated(text, entities), { text, entities })
}
const reads = (line: string, { text, entities }: Pick<FileExample, 'text' | 'entities'>) => {
  const read = readAnnotated(line)
  return read.text === text && JSON.stringify(read.entities) === JSON.stringify(entities) && read.wrong.length === 0
}

function writeIntent(examples: FileExample[]) {
  const { intent, language } = examples[0]!
  const said = { intent: intent ?? outsideName, ...(language && { metadata: { language } }) }
  if (isSimple(examples[0]!))
    return { ...said, examples: listed(examples.map(({ text, entities }) => writeAnnotated(text, entities))) }
  return { ...said, examples: examples.map(writeDescribed) }
}

function writeDescribed({ text, entities, sentiment, emotion }: FileExample) {
  const marked = writeAnnotated(text, entities)
  // Where marks cannot be told from the text, they stand beside it.
  const plain = /^\s*- |\s$/.test(text) || !reads(marked, { text, entities })
  const beside = plain && entities.length > 0 ? { entities: JSON.stringify(entities) } : {}
  const metadata = { ...(sentiment && { sentiment }), ...(emotion && { emotion }), ...(plain && { plain }), ...beside }
  return { text: plain ? text : marked, ...(Object.keys(metadata).length > 0 && { metadata }) }
}
