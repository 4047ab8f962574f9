/** How many of the marked spans a tagger finds that learnt from other texts: exact span and type, all types together. */
import { readFileSync } from 'node:fs'
import { openTagger, type TaggerExample, trainTagger } from '../../server/src/platform/tagger/tagger.ts'

type EntityLine = {
  text: string
  entities: { start: number; end: number; type: string }[]
  /** What the bot had asked for, where a set says it. */
  requested?: string[]
}
export type EntityFigures = { f1: number; precision: number; recall: number; msPerText: number }
export type EntityFiles = { train: string; test: string; show: boolean }

const readEntities = (file: string): TaggerExample[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as EntityLine)
    .map(({ text, entities, requested }) => ({ text, spans: entities, context: requested }))

const seed = 1

/** `msPerText` is the median. With `show`, what went wrong goes to the error stream. */
export function evaluateEntities({ train, test, show }: EntityFiles): EntityFigures {
  const begun = performance.now()
  const trained = trainTagger(readEntities(train), { seed })
  if (trained.outcome !== 'trained') throw new Error(`Training: ${trained.outcome}`)
  console.error(
    `trained in ${((performance.now() - begun) / 1000).toFixed(1)} s, ${Math.round(trained.bytes.length / 1024)} kB, ${JSON.stringify(trained.figures)}`,
  )
  const opened = openTagger(trained.bytes)
  if (opened.outcome === 'unreadable') throw new Error(`The model is ${opened.reason}`)

  const milliseconds: number[] = []
  let found = 0
  let marked = 0
  let right = 0
  for (const { text, spans, context } of readEntities(test)) {
    const started = performance.now()
    const tagged = opened.tagger.tag(text, context)
    milliseconds.push(performance.now() - started)
    const key = ({ start, end, type }: { start: number; end: number; type: string }) => `${start} ${end} ${type}`
    const gold = new Set(spans.map(key))
    const said = new Set(tagged.map(key))
    found += said.size
    marked += gold.size
    right += gold.intersection(said).size
    if (show && gold.symmetricDifference(said).size > 0) showErrors(text, spans, tagged)
  }
  const precision = found === 0 ? 0 : right / found
  const recall = marked === 0 ? 0 : right / marked
  return {
    f1: round(right === 0 ? 0 : (2 * precision * recall) / (precision + recall)),
    precision: round(precision),
    recall: round(recall),
    msPerText: round(milliseconds.sort((one, other) => one - other)[Math.floor(milliseconds.length / 2)] ?? 0),
  }
}

type Span = { start: number; end: number; type: string; confidence?: number; because?: string[] }

function showErrors(text: string, gold: readonly Span[], said: readonly Span[]): void {
  const missing = (some: readonly Span[], others: readonly Span[]) =>
    some.filter((span) => !others.some((other) => ['start', 'end', 'type'].every((key) => same(span, other, key))))
  const inWords = ({ start, end, type, confidence, because }: Span) =>
    `[${text.slice(start, end)}] ${type}${confidence === undefined ? '' : ` ${confidence.toFixed(2)} (${because?.join('; ')})`}`
  console.error(text)
  for (const span of missing(gold, said)) console.error(`  missed ${inWords(span)}`)
  for (const span of missing(said, gold)) console.error(`  wrong  ${inWords(span)}`)
}
const same = (one: Span, other: Span, key: string) => one[key as 'start'] === other[key as 'start']
const round = (value: number) => Math.round(value * 10_000) / 10_000
