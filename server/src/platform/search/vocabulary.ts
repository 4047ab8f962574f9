/**
 * The words that a base uses, and which of them was meant by a word that it does not use: typed in pinyin (tuihuo, tui huo),
 * a homophone (退伙 for 退货), or a slip of the finger (refnud). Promises: a word that the base uses, or that English has, is
 * never corrected; what
 * is proposed is a word that the base uses, the likeliest first. The same for every engine; it is kept beside the index and
 * follows the same changes. About 0.2 kB a distinct word.
 */
import { isEnglish } from './english-words.ts'
import { isOneSlip } from './memory/slips.ts'
import { readPinyin, type Sounds } from './pinyin-reading.ts'
import { looseSound, syllablesOf } from './sounds.ts'
import type { Tokens } from './tokens.ts'

export type Correction = {
  /** As it was typed, folded: `退伙`, `tui huo`, `refnud`. */
  said: string
  /** What was meant instead, the likeliest first; at most three. */
  meant: string[]
  kind: 'pinyin' | 'sound' | 'slip'
}
export type Vocabulary = ReturnType<typeof createVocabulary>

type Counted = { count: number; keys: string[] }

const longestChinese = 6
const longestText = 400
const longestPinyin = 60
const mostWords = 24
const shortestLatin = 4
const mostMeant = 3
const isChinese = (word: string) => /^\p{Script=Han}+$/u.test(word)
const isLatin = (word: string) => /^[a-z]+$/.test(word)

export function createVocabulary({ tokens }: { tokens: Tokens }) {
  const counts = new Map<string, Counted>()
  /** By exact sound, by loose sound (`~…`), and Latin words by length with first letter (`^…`) or last (`$…`). */
  const byKey = new Map<string, Set<string>>()
  const syllables = new Map<string, number>()

  function keysOf(word: string): string[] {
    if (isChinese(word)) {
      if (word.length < 2 || word.length > longestChinese) return []
      const sound = syllablesOf(word)
      return [sound.join(''), `~${looseSound(sound.join(' ')).replaceAll(' ', '')}`]
    }
    if (!isLatin(word) || word.length < shortestLatin) return []
    return [`^${word.length}${word[0]}`, `$${word.length}${word.at(-1)}`]
  }

  function countSyllables(word: string, step: 1 | -1): void {
    if (isChinese(word))
      for (const syllable of syllablesOf(word)) syllables.set(syllable, (syllables.get(syllable) ?? 0) + step)
  }

  function add(word: string): void {
    const known = counts.get(word)
    if (known) return void known.count++
    const keys = keysOf(word)
    counts.set(word, { count: 1, keys })
    countSyllables(word, 1)
    for (const key of keys) byKey.set(key, (byKey.get(key) ?? new Set()).add(word))
  }

  function drop(word: string): void {
    const known = counts.get(word)
    if (!known || --known.count > 0) return
    counts.delete(word)
    countSyllables(word, -1)
    for (const key of known.keys) {
      const words = byKey.get(key)
      words?.delete(word)
      if (words?.size === 0) byKey.delete(key)
    }
  }

  const wordsOf = (text: string) => new Set(tokens.written(text))
  const countOf = (word: string) => counts.get(word)?.count ?? 0
  const likeliest = (words: Iterable<string>) =>
    [...words].sort((one, other) => countOf(other) - countOf(one) || (one < other ? -1 : 1)).slice(0, mostMeant)

  /** Known words that sound like an unknown Chinese one and have as many characters: exactly so, else loosely. */
  function soundingLike(word: string): string[] {
    if (word.length < 2 || word.length > longestChinese) return []
    const [exact = '', loose = ''] = keysOf(word)
    for (const key of [exact, loose]) {
      const same = [...(byKey.get(key) ?? [])].filter((known) => known.length === word.length && isChinese(known))
      if (same.length > 0) return likeliest(same)
    }
    return []
  }

  /**
   * Known Latin words that differ by one slip: it cannot have changed both the first and the last letter. Whoever writes an
   * English word means it: "parking" is no slip for "packing".
   */
  function slippedFrom(word: string): string[] {
    if (!/^[a-z]{5,20}$/.test(word) || isEnglish(word)) return []
    const lengths = [word.length - 1, word.length, word.length + 1]
    const keys = lengths.flatMap((length) => [`^${length}${word[0]}`, `$${length}${word.at(-1)}`])
    const near = keys.flatMap((key) => [...(byKey.get(key) ?? [])].filter((known) => isOneSlip(word, known)))
    return likeliest(new Set(near))
  }

  const sounds: Sounds = {
    word(letters) {
      const known = byKey.get(letters)
      const [text] = known ? likeliest(known) : []
      return text === undefined ? undefined : { text, telling: !tokens.isFiller(text) }
    },
    syllable: (letters) => (syllables.get(letters) ?? 0) > 0,
  }

  // A filler such as "you" or "an" may be a syllable: it belongs to a run, but makes none.
  const mayBePinyin = (word: string) =>
    countOf(word) === 0 && word.length <= longestPinyin && readPinyin(word, sounds) !== undefined
  const isKnownLatin = (word: string) => countOf(word) > 0 || tokens.isFiller(word)

  /** Runs of Latin words beside each other that the base does not use, where most of what is Latin is not English either. */
  function pinyinRuns(words: string[]): string[][] {
    const latin = words.filter(isLatin)
    const strange = latin.filter((word) => !isKnownLatin(word))
    const runs: string[][] = []
    let open = false
    for (const word of words) {
      const fits = isLatin(word) && mayBePinyin(word)
      if (fits && open) runs.at(-1)!.push(word)
      else if (fits) runs.push([word])
      open = fits
    }
    const mostlyStrange = strange.length * 2 > latin.length
    return mostlyStrange ? runs.filter((run) => run.some((word) => strange.includes(word))) : []
  }

  function readRun(run: string[]): Correction[] {
    const letters = run.join('')
    const reading = letters.length <= longestPinyin ? readPinyin(letters, sounds) : undefined
    if (!reading?.words) return []
    const others = likeliest(byKey.get(letters) ?? []).filter((word) => word !== reading.text)
    return [{ said: run.join(' '), meant: [reading.text, ...others], kind: 'pinyin' }]
  }

  function correctWord(word: string): Correction[] {
    if (countOf(word) > 0 || tokens.isFiller(word)) return []
    const kind = isChinese(word) ? 'sound' : 'slip'
    const meant = kind === 'sound' ? soundingLike(word) : slippedFrom(word)
    return meant.length > 0 ? [{ said: word, meant, kind }] : []
  }

  function corrections(text: string): Correction[] {
    const words = tokens.written(text.slice(0, longestText))
    const read = pinyinRuns(words).flatMap(readRun)
    const done = new Set(read.flatMap(({ said }) => said.split(' ')))
    const left = [...new Set(words)].filter((word) => !done.has(word)).slice(0, mostWords)
    return [...read, ...left.flatMap(correctWord)]
  }

  return {
    /** Counts the words of a text, each once. */
    add: (text: string) => wordsOf(text).forEach(add),
    /** Takes a text away that was added before, under the same own words. */
    remove: (text: string) => wordsOf(text).forEach(drop),
    /** How many texts use a word as it is written. */
    countOf,
    /** What may have been meant by the words of a text that the base does not use. */
    corrections,
    size: () => counts.size,
  }
}

/** A text with the likeliest corrections in the place of what was said; folded where something was corrected. */
export function applyCorrections(text: string, corrections: readonly Correction[], fold: Tokens['fold']): string {
  if (corrections.length === 0) return text
  return corrections.reduce((corrected, { said, meant }) => {
    const pattern = said
      .split(' ')
      .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('\\s*')
    return corrected.replace(new RegExp(pattern, 'u'), meant[0]!)
  }, fold(text))
}
