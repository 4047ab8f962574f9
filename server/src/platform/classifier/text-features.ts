/**
 * What a text is made of, for a learner. By words: each (as its Porter stem, if it is English), and with its
 * neighbour, the beginning and the end of the text being words, too. By characters: the runs of 2–5
 * within what white space separates, borders included. Chinese characters and kana are words each; so is every mark. A
 * feature is a hash of 32 bits: among 100,000 features one or two meet another, which a learner does not mind.
 */
import { stemmer } from 'stemmer'
import { foldText } from './folded-text.ts'

export type TextFeatures = {
  /** First those made of words, then those made of characters; repeats included. */
  hashes: number[]
  /** How many of them are words, and how many are made of words, those included. */
  singleCount: number
  wordCount: number
  /** Where each lies in the original text, in UTF-16 code units, half-open. */
  starts: number[]
  ends: number[]
}

/** How many views of a text there are: by words, and by characters. */
export const views = 2
const shortestRun = 2
const longestRun = 5

type Kind = 0 | 1 | 2 | 3
const [unknown, blank, letter, single] = [0, 1, 2, 3] as const
/** Of every code unit what it is, filled as they come. */
const kinds = new Uint8Array(65_536)
const surrogates = /[\ud800-\udfff]/
const lone = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
const wordly = /[\p{L}\p{N}\p{M}]/u

function kindOf(text: string, place: number): Kind {
  const unit = text.charCodeAt(place)
  const known = kinds[unit] as Kind
  if (known !== unknown) return known
  const character = text[place]!
  let kind: Kind = single
  if (character === ' ') kind = blank
  else if (!surrogates.test(character) && !lone.test(character) && wordly.test(character)) kind = letter
  kinds[unit] = kind
  return kind
}

export function featuresOf(original: string): TextFeatures {
  const { text, origin } = foldText(original)
  const hashes: number[] = []
  const starts: number[] = []
  const ends: number[] = []
  const add = (hash: number, start: number, end: number) => {
    hashes.push(mixed(hash))
    starts.push(start)
    ends.push(end)
  }
  const words = wordsOf(text)
  for (const { hash, start, end } of words.slice(1, -1)) add(hash, start, end)
  const singleCount = hashes.length
  addPairs(words, add)
  const wordCount = hashes.length
  addRuns(text, add)
  for (let place = 0; place < starts.length; place++) {
    starts[place] = origin(starts[place]!)
    ends[place] = origin(ends[place]!)
  }
  return { hashes, singleCount, wordCount, starts, ends }
}

type Add = (hash: number, start: number, end: number) => void
const offset = 0x811c9dc5
const prime = 16_777_619
const border = 0x1d872b41

/** FNV-1a over what comes, before mixing. */
const continued = (hash: number, value: number) => Math.imul(hash ^ value, prime)
/** The last step of MurmurHash3: every bit of the result depends on every bit of the hash. */
function mixed(hash: number): number {
  let value = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return (value ^ (value >>> 16)) >>> 0
}

type Word = { hash: number; start: number; end: number }

function addPairs(words: readonly Word[], add: Add): void {
  for (let place = 1; place < words.length; place++) {
    const [one, other] = [words[place - 1]!, words[place]!]
    add(pairOf(one.hash, other.hash), one.start, other.end)
  }
}
const pairOf = (first: number, second: number) => (Math.imul(first, prime) + second + 0x2545f491) | 0

/** The words of a folded text between its two borders. */
function wordsOf(text: string): Word[] {
  const words: Word[] = [{ hash: border, start: 0, end: 0 }]
  let place = 0
  while (place < text.length) {
    const kind = kindOf(text, place)
    const start = place++
    if (kind === blank) continue
    if (kind === letter) while (place < text.length && kindOf(text, place) === letter) place++
    else if (text.codePointAt(start)! > 0xffff) place++
    words.push({
      hash: hashOf(kind === letter ? stemOf(text.slice(start, place)) : text.slice(start, place)),
      start,
      end: place,
    })
  }
  words.push({ hash: border, start: text.length, end: text.length })
  return words
}

function hashOf(word: string): number {
  let hash = offset
  for (let place = 0; place < word.length; place++) hash = continued(hash, word.charCodeAt(place))
  return hash
}

const stems = new Map<string, string>()
const mostStems = 50_000
const longestStemmed = 24

function stemOf(word: string): string {
  if (word.length > longestStemmed) return word
  const known = stems.get(word)
  if (known !== undefined) return known
  const stem = /^[a-z]+$/.test(word) ? stemmer(word) : word
  if (stems.size >= mostStems) stems.clear()
  stems.set(word, stem)
  return stem
}

function addRuns(text: string, add: Add): void {
  let from = 0
  while (from < text.length) {
    const found = text.indexOf(' ', from)
    const to = found < 0 ? text.length : found
    // The borders stand at from - 1 and at `to`.
    for (let start = from - 1; start < to; start++) addRunsAt(text, { start, from, to }, add)
    from = to + 1
  }
}

type Piece = { start: number; from: number; to: number }
function addRunsAt(text: string, { start, from, to }: Piece, add: Add): void {
  let hash = offset
  for (let size = 1; size <= longestRun && start + size <= to + 1; size++) {
    const place = start + size - 1
    hash = continued(hash, place < from || place >= to ? 32 : text.charCodeAt(place))
    if (size >= shortestRun) add(hash ^ Math.imul(size, 0x9e3779b1), Math.max(start, from), Math.min(place + 1, to))
  }
}
