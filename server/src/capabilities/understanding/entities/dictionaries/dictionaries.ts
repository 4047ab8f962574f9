/**
 * The words of a company's lists, found in a text: exactly, with one slip of the finger (Latin words of five letters or
 * more), or written with other signs of the same sound (Chinese words of two or more). Built once, then read in time linear
 * in the text, however many words there are. What is found has the value that the list gives it.
 */
import { type Found, textValue } from '../found.ts'
import { foldUnits } from '../fold-units.ts'
import { createExactWords, type Entry } from './exact-words.ts'
import { createSlips } from './slips.ts'
import { createSounds, listenTo } from './sounds.ts'

export type DictionaryEntry = { type: string; value: string; words: readonly string[] }
export type Dictionaries = ReturnType<typeof createDictionaries>
type Options = {
  /** Whether a Chinese word is one by itself: 公式 is no slip for 攻势. Absent: nothing is. */
  isWord?: ((word: string) => boolean) | undefined
}

const exactly = 0.95
/** iphone15 for "iPhone 15". */
const joined = 0.9
const longestWord = 80

/** So many words are listened to at a time. */
const slice = 200

/** As createDictionaries, with pauses: messages that come meanwhile are read while many words are taken in. */
export async function openDictionaries(entries: readonly DictionaryEntry[], options: Options = {}) {
  const words = entries.flatMap((entry) => [entry.value, ...entry.words])
  for (let start = 0; start < words.length; start += slice) {
    for (const word of words.slice(start, start + slice)) listenTo(foldUnits(word))
    await new Promise((resolve) => setImmediate(resolve))
  }
  return createDictionaries(entries, options)
}

/** Words are folded as texts are: 蘋果 is 苹果, "ＡＢＣ" is "abc". The value itself is a word of its entry. */
export function createDictionaries(entries: readonly DictionaryEntry[], { isWord = () => false }: Options = {}) {
  const known = new Map<string, Entry[]>()
  for (const { type, value, words } of entries)
    for (const word of new Set([value, ...words].map((each) => foldUnits(each).trim().replaceAll(/\s+/g, ' ')))) {
      if (word === '' || word.length > longestWord) continue
      add(word, { type, value, confidence: exactly })
      const together = word.replaceAll(/(?<=[a-z\d])[ -](?=[a-z\d])/g, '')
      if (together !== word && together.length > 3) add(together, { type, value, confidence: joined })
    }
  const words = [...known.keys()]
  const exact = createExactWords(known)
  const slips = createSlips(words)
  const sounds = createSounds(words, isWord)

  function add(word: string, entry: Entry): void {
    const before = known.get(word)
    if (!before) known.set(word, [entry])
    else if (!before.some(({ type, value }) => type === entry.type && value === entry.value)) before.push(entry)
  }

  const toFound = (start: number, end: number, entry: Entry): Found => ({
    type: entry.type,
    start,
    end,
    value: textValue(entry.value),
    confidence: entry.confidence,
    by: 'dictionary',
  })

  return {
    /** How many words there are. */
    size: words.length,

    /** `folded` as by foldUnits. Several entries of one word are several readings of one place. */
    read(folded: string): Found[] {
      if (words.length === 0) return []
      const found = exact.find(folded)
      // 小米手环 may be 小蜜手环 though 手环 is a word too; within a word that fits nothing else is looked for.
      const isTaken = (start: number, end: number) => found.some((each) => start >= each.start && end <= each.end)
      const near = [...slips.find(folded), ...sounds.find(folded)].filter(({ start, end }) => !isTaken(start, end))
      return [
        ...found.map(({ start, end, entry }) => toFound(start, end, entry)),
        ...near.flatMap(({ start, end, word, confidence }) =>
          known.get(word)!.map((entry) => toFound(start, end, { ...entry, confidence: entry.confidence * confidence })),
        ),
      ]
    },
  }
}
