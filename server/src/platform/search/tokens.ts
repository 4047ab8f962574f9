/**
 * Our tokens, the same for every engine. Chinese: the words of jieba plus every pair of neighbouring characters, so that
 * a word which the dictionary does not know is found all the same. English: Porter's stems ("An algorithm for suffix
 * stripping", 1980). Letters are folded (NFKC, lower case, traditional to simplified). Article numbers stay whole.
 */
import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'
import { Converter } from 'opencc-js/t2cn'
import { stemmer } from 'stemmer'
import { regularOf } from './irregular-forms.ts'
import { isFiller, weightOf } from './stop-words.ts'

export type WeighedTerm = { term: string; weight: number }
export type Tokens = ReturnType<typeof createTokens>

/** A run of Chinese, or a Latin word or number with the marks that may stand inside it. */
const runs = /(\p{Script=Han}+)|([[\p{L}\p{N}]--\p{Script=Han}]+(?:[\-_.,'’\/][[\p{L}\p{N}]--\p{Script=Han}]+)*)/gv
/** What a pair of characters counts that is not itself a word. */
const pairWeight = 0.35
const longestRemembered = 24
const mostRemembered = 4_000

/** `words` are added to the dictionary, so that names of products and brands stay together. Loading takes about 0.2 s. */
export function createTokens({ words: own = [] }: { words?: string[] } = {}) {
  const jieba = Jieba.withDict(dict)
  const toSimplified = Converter({ from: 't', to: 'cn' })
  const fold = (text: string) => toSimplified(text.normalize('NFKC').toLowerCase())
  const dictionary = own.map(fold).filter((word) => /^\p{Script=Han}{2,}$/u.test(word))
  if (dictionary.length > 0) jieba.loadDict(Buffer.from(dictionary.map((word) => `${word} 100000 n`).join('\n')))

  function eachRun(text: string, onChinese: (run: string) => void, onLatin: (run: string) => void): void {
    for (const [, chinese, latin] of fold(text).matchAll(runs)) {
      if (chinese) onChinese(chinese)
      else if (latin) onLatin(latin)
    }
  }

  function weigh(text: string): readonly WeighedTerm[] {
    const weights = new Map<string, number>()
    const add = (term: string, weight: number) => weights.set(term, Math.max(weights.get(term) ?? 0, weight))
    eachRun(
      text,
      (run) => {
        for (const word of jieba.cutForSearch(run, false)) add(word, weightOf(word))
        for (const pair of pairsOf(run)) if (!weights.has(pair)) add(pair, weightOf(pair) * pairWeight)
      },
      (run) => {
        for (const term of latinTerms(run)) add(term, weightOf(term))
      },
    )
    return [...weights].map(([term, weight]) => ({ term, weight }))
  }
  const weighed = new Map<string, readonly WeighedTerm[]>()

  return {
    /** Every term of a text in order, repeats included: what an index counts. */
    terms(text: string): string[] {
      const terms: string[] = []
      eachRun(
        text,
        (run) => {
          for (const word of jieba.cutForSearch(run, false)) if (lengthOf(word) !== 2) terms.push(word)
          terms.push(...pairsOf(run))
        },
        (run) => terms.push(...latinTerms(run)),
      )
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
      eachRun(
        text,
        (run) => words.push(...joinSingles(jieba.cut(run, false))),
        (run) => words.push(...latinTerms(run)),
      )
      return words
    },

    /** A text with its letters folded: NFKC, lower case, simplified characters. */
    fold,

    /** What a word counts by itself, 0–1. */
    weightOf,
    isFiller,
  }
}

const lengthOf = (word: string) => [...word].length

function pairsOf(run: string): string[] {
  const characters = [...run]
  return characters.slice(1).map((character, place) => characters[place]! + character)
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

/** `SG-CLO-001` → sgclo001; `1,800` → 1800; `480ml` → 480ml, 480, ml; `pre-sale` → presal, pre, sale; `it's` → it. */
function latinTerms(run: string): string[] {
  const word = run.replace(/['’]s$/, '').replace(/['’]/g, '')
  if (/^[\d.,]+$/.test(word)) return [word.replace(/,/g, '')]
  const parts = word.split(/[-_.,/]/)
  if (parts.length > 1) {
    const whole = parts.join('')
    if (/\d/.test(whole) && /\D/.test(whole) && !word.includes('/')) return [whole]
    return [...(parts.length === 2 ? [stemmer(whole)] : []), ...parts.flatMap(latinTerms)]
  }
  const measured = /^(\d+)([a-z]{1,4})$/.exec(word)
  if (measured) return [word, measured[1]!, measured[2]!]
  return [/^[a-z]+$/.test(word) ? stemmer(regularOf(word)) : word]
}
