/**
 * Words in quotes have to stand in a text as they are said: in that order, with nothing between them but space and marks.
 * An index holds no places of words. It leaves only documents that hold every term of a phrase (`mustHold`), and whoever
 * owns the texts looks in each for the phrase itself: what is returned holds it, always.
 */
import type { IndexHit, SearchIndex, SearchQuery } from './search.ts'
import { latinTerms } from './spellings.ts'
import { runs, type Tokens } from './tokens.ts'

/**
 * `mustHold`: what a text has to hold to be worth looking into. `isIn`: whether all phrases stand in these pieces of one
 * document, each in one piece; letters count as search counts them (width, case, accents, traditional), endings do not.
 */
export type Phrases = { mustHold: string[]; isIn(pieces: readonly string[]): boolean }

const mostPhrases = 8
const longestPhrase = 200
/** So many documents that hold all words of the phrases are looked into for one search, at most. */
export const mostLookedInto = 2_000
const firstLookedInto = 50

/** A straight mark after a letter or a figure opens nothing: it closes, or it is an inch. */
const quoted = /“([^“”]+)”|「([^「」]+)」|『([^『』]+)』|＂([^＂]+)＂|(?<![[\p{L}\p{N}]--\p{Script=Han}])"([^"]+)"/gv
const chinese = /^\p{Script=Han}/u
const letter = String.raw`[[\p{L}\p{N}]--\p{Script=Han}]`
const joint = String.raw`[\-_.'’\/]`
/** Between two words anything but a word, and never the end of a paragraph. */
const between = String.raw`(?:(?!\n\s*\n)[^\p{L}\p{N}])*`

/** The words in quotes in a query, each without its marks. A single Chinese character is no phrase. */
export function phrasesIn(query: string): string[] {
  const found = [...query.matchAll(quoted)].map((match) => match.slice(1).find((each) => each !== undefined)!)
  return found
    .map((phrase) => phrase.trim().slice(0, longestPhrase))
    .filter((phrase) => wordsOf(phrase).some((word) => !chinese.test(word) || [...word].length > 1))
    .slice(0, mostPhrases)
}

/** The query without its phrases: what else it says. */
export const besidePhrases = (query: string): string =>
  query
    .replace(quoted, (whole) => (phrasesIn(whole).length > 0 ? ' ' : whole))
    .replaceAll(/\s+/g, ' ')
    .trim()

/** Nothing where a query quotes nothing. */
export function readPhrases(tokens: Pick<Tokens, 'terms' | 'fold'>, query: string): Phrases | undefined {
  const said = phrasesIn(query).map((phrase) => wordsOf(tokens.fold(phrase)))
  if (said.length === 0) return undefined
  const patterns = said.map((words) => new RegExp(words.map(patternOf).join(between), 'v'))
  return {
    mustHold: [...new Set(said.flat().flatMap((word) => surelyOf(word, tokens)))],
    isIn(pieces) {
      const folded = pieces.map(tokens.fold)
      return patterns.every((pattern) => folded.some((piece) => pattern.test(piece)))
    },
  }
}

const wordsOf = (text: string) => [...text.matchAll(runs)].map(([word]) => word)

/** A Chinese word may stand within others; a Latin one is whole as the index has it: `fee` is not in `fee-free`. */
function patternOf(word: string): string {
  if (chinese.test(word)) return word
  const before = `(?<!${letter})(?<!${letter}${joint})${/^\p{N}/u.test(word) ? `(?<!${letter},)` : ''}`
  const after = String.raw`(?!${letter})(?!${joint}${letter})(?!,\p{N})`
  return (
    before + word.replaceAll('.', String.raw`\.`).replaceAll(/['’]/g, "['’]").replaceAll('/', String.raw`\/`) + after
  )
}

/** The terms of a word that a text has wherever the word stands in it: of Chinese the pairs, for words are cut by their neighbours. */
const surelyOf = (word: string, { terms }: Pick<Tokens, 'terms'>): string[] =>
  chinese.test(word) ? terms(word).filter((term) => chinese.test(term) && [...term].length === 2) : latinTerms(word)

type Owned = { phrases: Phrases; textsOf: (id: string) => readonly string[] | undefined }
/**
 * The best that hold all phrases. More and more documents with the words of the phrases are looked into until there are as
 * many as asked for, at most `mostLookedInto`.
 */
export async function searchPhrases(index: SearchIndex, query: SearchQuery, owned: Owned): Promise<IndexHit[]> {
  const { phrases, textsOf } = owned
  for (let limit = Math.max(firstLookedInto, query.limit); ; limit *= 4) {
    const asked = Math.min(limit, mostLookedInto)
    const hits = await index.search({ ...query, limit: asked, mustHold: phrases.mustHold })
    const held = hits.filter(({ id }) => phrases.isIn(textsOf(id) ?? []))
    if (held.length >= query.limit || hits.length < asked || asked === mostLookedInto) return held.slice(0, query.limit)
  }
}
