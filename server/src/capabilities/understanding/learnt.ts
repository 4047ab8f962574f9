/** What was learnt from a company's examples, opened: each part may be missing where nothing was taught of it. */
import { createVocabulary, type Tokens, type Vocabulary } from '#platform/search'
import { type Dictionaries, openDictionaries } from './entities/dictionaries/dictionaries.ts'
import { createTaughtPatterns, type TaughtPatterns } from './entities/taught-patterns.ts'
import type { ReadBy } from './dear-readers.ts'
import type { OpenedArtefact } from './learning/artefact.ts'

/** `because` gives the places in the text that weighed most for a label, strongest first. */
export type Classified = {
  labels: readonly { label: string; probability: number }[]
  inScope: number
  because(label: string): { start: number; end: number; weight: number }[]
}
export type Classify = (text: string) => Classified
export type Tagged = { start: number; end: number; type: string; confidence: number }

export type Learnt = {
  version: string | null
  intents?: Classify | undefined
  tag?: ((text: string) => Tagged[]) | undefined
  sentiment?: Classify | undefined
  emotion?: Classify | undefined
  /** Some of the examples of each intent. */
  shown?: { text: string; intent: string }[] | undefined
  /** The words that were taught: what slips may have meant. */
  vocabulary?: Vocabulary | undefined
  dictionaries?: Dictionaries | undefined
  patterns?: TaughtPatterns | undefined
  /** Asks who costs more where the intents are unsure; absent where there is nobody. */
  readBy?: ReadBy | undefined
}

/** So many texts are cut into words at a time: messages that come meanwhile are read in between. */
const slice = 50

/** Opened bytes as messages are read by them, with the words that were taught. */
export async function learntOf(version: string, opened: OpenedArtefact, tokens: Tokens): Promise<Learnt> {
  const vocabulary = createVocabulary({ tokens })
  const texts = [
    ...opened.shown.map(({ text }) => text),
    ...opened.dictionary.map(({ value, words }) => [value, ...words].join('\n')),
  ]
  for (let start = 0; start < texts.length; start += slice) {
    for (const text of texts.slice(start, start + slice)) vocabulary.add(text)
    await new Promise((resolve) => setImmediate(resolve))
  }
  return {
    version,
    intents: opened.intents?.classify,
    tag: opened.entities && ((text) => opened.entities!.tag(text)),
    sentiment: opened.sentiment?.classify,
    emotion: opened.emotion?.classify,
    shown: opened.shown,
    vocabulary,
    dictionaries: await openDictionaries(opened.dictionary, { isWord: tokens.isWord }),
    patterns: opened.patterns.length > 0 ? createTaughtPatterns(opened.patterns) : undefined,
  }
}
