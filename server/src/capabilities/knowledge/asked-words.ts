/** What a question is about: its words and what they mean, how telling each is in this base, and what else may be meant. */
import type { Language } from '@lingxi/contract/message'
import { isEnglish, type SearchIndex, type Tokens } from '#platform/search'
import type { SynonymsOf } from './company-words.ts'
import { termOfConcept } from './concept-terms.ts'

/** A word or phrase as everyday speech takes it, with all it may mean; how a reader of concepts gives it. */
export type Spoken = { word: string; concepts: readonly string[] }
export type ReadConcepts = (text: string) => Spoken[]

/** Nothing is known of what words mean. */
export const wordsAlone =
  (tokens: Tokens): ReadConcepts =>
  (text) =>
    tokens.words(text).map((word) => ({ word, concepts: [] }))

export type AskedWord = {
  /** As our tokens have it: folded, English stemmed; a phrase with spaces. */
  word: string
  /** How much of the question it is, 0–1: rare words say more, common words next to nothing. */
  weight: number
  /** Other words that answer for it. */
  alike: string[]
  /** What it may mean, whichever words say it. */
  concepts: readonly string[]
}

/** What a single character stands for is many things: it is never the point. */
const singleWeight = 0.25
/** A word that the company taught is never as telling as one that nobody has heard of. */
const familiarRarity = 0.5
/** What kind of answer is looked for says less than what it is about. */
const kindWeight = 0.45
/** A customer may write 4,000 characters: nobody waits while each word of a story is weighed. */
const longestQuestion = 1_000
const mostWords = 48
/** Looking for what was meant by an unknown word reads every known one. */
const mostSlips = 8
type Surroundings = { index: SearchIndex; slips: string[] }
const isChinese = (word: string) => /^\p{Script=Han}+$/u.test(word)

export function createAskedWords({
  tokens,
  synonyms,
  readConcepts,
}: {
  tokens: Tokens
  synonyms: SynonymsOf
  readConcepts: ReadConcepts
}) {
  /** The words of a question, each once. Phrases of everyday speech count as one word. */
  return async function askedWords(text: string, language: Language, index: SearchIndex): Promise<AskedWord[]> {
    const said = text.slice(0, longestQuestion)
    const own = tokens.words(said).filter((word) => synonyms(word, language).length > 0)
    const read = distinct([...readConcepts(said), ...own.map((word) => ({ word, concepts: [] }))])
    const corrected = new Map<string, string[]>()
    const bare = read.filter(({ concepts }) => concepts.length === 0).map(({ word }) => word)
    const rarities = new Map((await raritiesOf(bare, index)).map((rarity, place) => [bare[place]!, rarity]))
    const mayBeSlip = (word: string) => rarities.get(word) === 1 && !isChinese(word) && !isEnglish(word)
    const unknown = bare.filter(mayBeSlip).slice(0, mostSlips)
    for (const word of unknown) corrected.set(word, await index.similar(word))
    const weighed = await Promise.all(
      read.map((each) =>
        each.concepts.length > 0
          ? weighMeant(each, index)
          : weighBare(each.word, rarities.get(each.word)!, { index, slips: corrected.get(each.word) ?? [] }),
      ),
    )
    return mostTelling(weighed).map((each) => withTaught(each, language))
  }

  /** What the company taught stands for a word like the word itself. */
  function withTaught(asked: AskedWord, language: Language): AskedWord {
    const taught = synonyms(asked.word, language).map(({ word }) => word)
    if (taught.length === 0) return asked
    const concepts = taught.flatMap((word) => readConcepts(word)).flatMap((spoken) => spoken.concepts)
    return {
      ...asked,
      weight: Math.min(asked.weight, familiarRarity),
      alike: [...new Set([...taught, ...asked.alike])],
      concepts: [...new Set([...asked.concepts, ...concepts])],
    }
  }

  async function weighMeant({ word, concepts }: Spoken, index: SearchIndex): Promise<AskedWord> {
    const rarities = await index.rarity(concepts.map(termOfConcept))
    const mean = rarities.reduce((sum, rarity) => sum + rarity, 0) / rarities.length
    const asksKind = concepts.every((concept) => concept.startsWith('ask-'))
    return { word, weight: mean * (asksKind ? kindWeight : 1), alike: [], concepts }
  }

  /** A word that everyday speech does not place; a slip of the finger may have been another, with all that one means. */
  async function weighBare(word: string, rarity: number, { index, slips }: Surroundings): Promise<AskedWord> {
    const ofSlips = slips.length > 0 ? await raritiesOf(slips, index) : []
    const single = /^\p{Script=Han}$/u.test(word) ? singleWeight : 1
    const concepts = slips.flatMap((slip) => readConcepts(slip)).flatMap((spoken) => spoken.concepts)
    return { word, weight: tokens.weightOf(word) * Math.min(rarity, ...ofSlips) * single, alike: slips, concepts }
  }

  /** In the order of the question; of a very long one only the words that say most. */
  function mostTelling(words: AskedWord[]): AskedWord[] {
    if (words.length <= mostWords) return words
    const kept = new Set(words.toSorted((one, other) => other.weight - one.weight).slice(0, mostWords))
    return words.filter((word) => kept.has(word))
  }

  /** A long Chinese word that the index has never seen is as rare as the rarest pair in it. */
  async function raritiesOf(words: string[], index: SearchIndex): Promise<number[]> {
    const parts = words.map((word) => (/^\p{Script=Han}{3,}$/u.test(word) ? tokens.terms(word) : [word]))
    const rarities = await index.rarity(parts.flat())
    let place = 0
    return parts.map((some) => Math.max(...some.map(() => rarities[place++]!)))
  }
}

const distinct = (spoken: Spoken[]) =>
  [...new Map(spoken.toReversed().map((each) => [each.word, each])).values()].toReversed()
