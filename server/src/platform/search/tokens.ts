/**
 * Our tokens, the same for every engine. Chinese: the words of jieba plus every pair of neighbouring characters, so that
 * a word which the dictionary does not know is found all the same. English: Porter's stems ("An algorithm for suffix
 * stripping", 1980). Letters are folded (NFKC, lower case, accents off, traditional to simplified). Codes stay whole
 * (spellings.ts), numbers meet their units (measures.ts), the company's own words stay together (own-words.ts). No term
 * holds white space: an engine that wants a text gets them joined by spaces.
 */
import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'
import { Converter } from 'opencc-js/t2cn'
import { measuresOf } from './measures.ts'
import { createOwnWords } from './own-words.ts'
import { latinTerms, spacedCodes, stemOf } from './spellings.ts'
import { isFiller, weightOf } from './stop-words.ts'

export type WeighedTerm = { term: string; weight: number }
export type Tokens = {
  terms(text: string): string[]
  weighedTerms(text: string): readonly WeighedTerm[]
  words(text: string): string[]
  written(text: string): string[]
  change(given: TokenWords): void
  fresh(): Tokens
  own(): TokenWords
  fold(text: string): string
  weightOf(word: string): number
  isFiller(word: string): boolean
  isWord(word: string): boolean
  tagged(run: string): { word: string; tag: string }[]
}
/** What a company adds: words that stay together, and words that say little in its trade. */
export type TokenWords = { words: readonly string[]; stopWords: readonly string[] }

/** A run of Chinese, or a Latin word or number with the marks that may stand inside it; a comma only before figures. */
export const runs =
  /(\p{Script=Han}+)|([[\p{L}\p{N}]--\p{Script=Han}]+(?:(?:[\-_.'’\/]|,(?=\p{N}))[[\p{L}\p{N}]--\p{Script=Han}]+)*)/gv
const chineseOnly = /^\p{Script=Han}+$/u
/** What a pair of characters counts that is not itself a word. */
const pairWeight = 0.35
const stopWeight = 0.1
const longestRemembered = 24
const mostRemembered = 4_000

/** The general dictionary takes 0.3 s and 55 MB to load; it is never changed, so everyone shares it. */
let general: Jieba | undefined
const shared = () => (general ??= Jieba.withDict(dict))
let converter: ((text: string) => string) | undefined
/** Traditional characters as simplified ones (OpenCC's tables). */
export const simplify = (text: string): string => (converter ??= Converter({ from: 't', to: 'cn' }))(text)

/** The terms of one company's texts. `change` gives it other own words; `words` are those it starts with. */
export function createTokens({ words: first = [] }: { words?: readonly string[] } = {}): Tokens {
  const jieba = shared()
  let own = createOwnWords([])
  let ownWords: TokenWords = { words: [], stopWords: [] }
  let stopWords = new Set<string>()
  const weighed = new Map<string, readonly WeighedTerm[]>()

  function fold(text: string): string {
    // eslint-disable-next-line no-control-regex
    if (/^[\0-\x7f]*$/.test(text)) return text.toLowerCase()
    const plain = text.normalize('NFKC').toLowerCase()
    return simplify(/[\u00c0-\u024f]/.test(plain) ? plain.replace(/[\u00c0-\u024f]/g, withoutAccent) : plain)
  }

  function change(given: TokenWords): void {
    ownWords = given
    // A plain Latin word is a word already, and as such it is stemmed.
    own = createOwnWords(given.words.map((word) => fold(word).trim()).filter((word) => !/^[a-z]+$/.test(word)))
    stopWords = new Set(given.stopWords.flatMap((word) => [fold(word), stemOf(fold(word))]))
    weighed.clear()
  }
  if (first.length > 0) change({ words: first, stopWords: [] })

  const weight = (word: string) => (stopWords.has(word) ? Math.min(stopWeight, weightOf(word)) : weightOf(word))

  /** The own words in a folded text, as terms; two characters of Chinese are a pair already. */
  function ownTerms(folded: string): string[] {
    if (own.size === 0) return []
    const found = own
      .cut(folded)
      .filter((piece) => piece.own && !(piece.text.length === 2 && chineseOnly.test(piece.text)))
    return found.map(({ text }) => asTerm(text))
  }

  function weigh(text: string): readonly WeighedTerm[] {
    const weights = new Map<string, number>()
    const add = (term: string, value: number) => weights.set(term, Math.max(weights.get(term) ?? 0, value))
    const folded = fold(text)
    const latin: string[] = []
    eachRun(
      folded,
      (run) => {
        for (const word of jieba.cutForSearch(run, false)) add(word, weight(word))
        for (const pair of pairsOf(run)) if (!weights.has(pair)) add(pair, weight(pair) * pairWeight)
      },
      (run) => {
        latin.push(run)
        for (const term of latinTerms(run)) add(term, weight(term))
      },
    )
    for (const { code } of spacedCodes(latin)) add(code, 1)
    for (const measure of measuresOf(folded)) add(measure, 1)
    for (const word of ownTerms(folded)) add(word, weight(word))
    return [...weights].map(([term, value]) => ({ term, weight: value }))
  }

  /** How people would divide what lies between own words. */
  function divide(folded: string, into: string[]): void {
    let latin: string[] = []
    const close = () => {
      into.push(...joinCodes(latin).flatMap(latinTerms))
      latin = []
    }
    eachRun(
      folded,
      (run) => {
        close()
        into.push(...joinSingles(jieba.cut(run, false)))
      },
      (run) => void latin.push(run),
    )
    close()
  }

  return {
    /** Every term of a text in order, repeats included: what an index counts. */
    terms(text: string): string[] {
      const terms: string[] = []
      const latin: string[] = []
      const folded = fold(text)
      eachRun(
        folded,
        (run) => {
          for (const word of jieba.cutForSearch(run, false)) if (lengthOf(word) !== 2) terms.push(word)
          pushPairs(run, terms)
        },
        (run) => {
          latin.push(run)
          for (const term of latinTerms(run)) terms.push(term)
        },
      )
      for (const { code } of spacedCodes(latin)) terms.push(code)
      for (const measure of measuresOf(folded)) if (!terms.includes(measure)) terms.push(measure)
      for (const word of ownTerms(folded)) if (!terms.includes(word)) terms.push(word)
      return terms
    },

    /** The terms of a question, each once, with what it counts: words fully, mere pairs and common words less. */
    weighedTerms(text: string): readonly WeighedTerm[] {
      const known = weighed.get(text)
      if (known) return known
      const terms = weigh(text)
      // Single words are looked for again and again: everyday speech has the same few beside each other.
      if (text.length <= longestRemembered) {
        if (weighed.size >= mostRemembered) weighed.delete(weighed.keys().next().value!)
        weighed.set(text, terms)
      }
      return terms
    },

    /** The words of a text in order, as people would divide it: no pairs, neighbouring unknown characters joined. */
    words(text: string): string[] {
      const words: string[] = []
      for (const piece of own.cut(fold(text))) {
        if (piece.own) words.push(asTerm(piece.text))
        else divide(piece.text, words)
      }
      return words
    },

    /** The words as they were written, folded but not stemmed: what a vocabulary counts and a correction shows. */
    written(text: string): string[] {
      const words: string[] = []
      for (const { text: piece, own: isOwn } of own.cut(fold(text))) {
        if (isOwn) words.push(asTerm(piece))
        else
          eachRun(
            piece,
            (run) => words.push(...joinSingles(jieba.cut(run, false))),
            (run) => void words.push(run),
          )
      }
      return words
    },

    /**
     * Other own words from now on. What was indexed before keeps its old terms: whoever owns the index puts the documents
     * in again that hold a word which came or went.
     */
    change,
    /** Tokens of another company: the same general dictionary, no own words. */
    fresh: (): Tokens => createTokens(),
    /** The own words in use, for another thread that makes the same terms. */
    own: () => ownWords,

    /** A text with its letters folded: NFKC, lower case, no accents, simplified characters. */
    fold,

    /** What a word counts by itself, 0–1. */
    weightOf: weight,
    isFiller: (word: string) => stopWords.has(word) || isFiller(word),
    /** Whether the general dictionary has this Chinese word, folded, as one. */
    isWord: (word: string) => chineseOnly.test(word) && jieba.cut(word, false).length === 1,
    /** The Chinese words of a folded text, each with its part of speech in the tags of jieba's dictionary. */
    tagged: (folded: string) => jieba.tag(folded, false),
  }
}

function eachRun(folded: string, onChinese: (run: string) => void, onLatin: (run: string) => void): void {
  for (const [, chinese, latin] of folded.matchAll(runs)) {
    if (chinese) onChinese(chinese)
    else if (latin) onLatin(latin)
  }
}

const withoutAccent = (letter: string) => letter.normalize('NFD').replace(/\p{M}/gu, '')
/** `power bank` → powerbank: a term has no white space and no marks. */
const asTerm = (word: string) => (chineseOnly.test(word) ? word : word.replace(/[^\p{L}\p{N}]/gu, ''))
const lengthOf = (word: string) => (/[\ud800-\udbff]/.test(word) ? [...word].length : word.length)

function pushPairs(run: string, into: string[]): void {
  if (/[\ud800-\udbff]/.test(run)) {
    const characters = [...run]
    for (let place = 1; place < characters.length; place++) into.push(characters[place - 1]! + characters[place]!)
  } else for (let place = 1; place < run.length; place++) into.push(run.slice(place - 1, place + 1))
}
function pairsOf(run: string): string[] {
  const pairs: string[] = []
  pushPairs(run, pairs)
  return pairs
}

/** Codes typed with spaces become one word. */
function joinCodes(latin: string[]): string[] {
  const joined = [...latin]
  for (const { start, count, code } of spacedCodes(latin).reverse()) joined.splice(start, count, code)
  return joined
}

/** jieba leaves what it does not know as single characters: 顺·丰 is 顺丰. */
function joinSingles(words: string[]): string[] {
  const joined: string[] = []
  let open = false
  for (const word of words) {
    const single = lengthOf(word) === 1 && !isFiller(word)
    if (single && open) joined.push(joined.pop()! + word)
    else joined.push(word)
    open = single && lengthOf(joined.at(-1)!) < 3
  }
  return joined
}
