/** What a question is about: its words, how telling each is in this base, and what else may be meant by it. */
import type { Language } from '@lingxi/contract/message'
import type { SearchIndex, Tokens } from '#platform/search'
import type { SynonymsOf } from './company-words.ts'
import { everydayWords } from './everyday-words.ts'

export type AskedWord = {
  /** As our tokens have it: folded, English stemmed. */
  word: string
  /** How much of the question it is, 0–1: rare words say more, common words next to nothing. */
  weight: number
  /** Other words that answer for it. */
  alike: string[]
}

/** The words that a single character stands for are many: it is never the whole point. */
const singleWeight = 0.6
/** A word that everyday speech knows is never as telling as one that nobody has heard of. */
const familiarRarity = 0.5
/** A customer may write 4,000 characters: nobody waits while each word of a story is weighed. */
const longestQuestion = 1_000
const mostWords = 48
/** Looking for what was meant by an unknown word reads every known one. */
const mostSlips = 8
type Kept = { word: string; rarity: number }
const isChinese = (word: string) => /^\p{Script=Han}+$/u.test(word)

export function createAskedWords({ tokens, synonyms }: { tokens: Tokens; synonyms: SynonymsOf }) {
  const known = { zh: knownBy(tokens, 'zh'), en: knownBy(tokens, 'en') }
  const everyday = { zh: phrasesAmong(known.zh), en: phrasesAmong(known.en) }

  /** The words of a question, each once. Phrases of everyday speech count as one word. */
  return async function askedWords(text: string, language: Language, index: SearchIndex): Promise<AskedWord[]> {
    const phrases = phrasesOf(text, everyday[language])
    const inPhrase = (word: string) =>
      phrases.some(
        (phrase) => phrase !== word && (isChinese(word) ? phrase.includes(word) : phrase.split(' ').includes(word)),
      )
    const said = text.slice(0, longestQuestion)
    const words = [...new Set([...phrases, ...tokens.words(said)])].filter((word) => !inPhrase(word))
    const rarities = await raritiesOf(words, index)
    const kept = mostTelling(words.map((word, place) => ({ word, rarity: rarities[place]! })))
    const unknown = kept.filter(({ word, rarity }) => rarity === 1 && !isChinese(word)).slice(0, mostSlips)
    const slips = new Map<string, string[]>()
    for (const { word } of unknown) slips.set(word, await index.similar(word))
    return Promise.all(kept.map((each) => weigh(each, { index, language, slips: slips.get(each.word) ?? [] })))
  }

  /** In the order of the question; of a very long one only the words that say most. */
  function mostTelling(words: Kept[]): Kept[] {
    if (words.length <= mostWords) return words
    const weightOf = ({ word, rarity }: Kept) => tokens.weightOf(word) * rarity
    const kept = new Set(words.toSorted((one, other) => weightOf(other) - weightOf(one)).slice(0, mostWords))
    return words.filter((word) => kept.has(word))
  }

  type Surroundings = { index: SearchIndex; language: Language; slips: string[] }
  async function weigh({ word, rarity }: Kept, { index, language, slips }: Surroundings): Promise<AskedWord> {
    const taught = synonyms(word, language).map((each) => each.word)
    const alike = [...new Set([...taught, ...(known[language].get(word) ?? []), ...slips])]
    const ofSlips = slips.length > 0 ? await raritiesOf(slips, index) : []
    const familiar = alike.length > 0 ? Math.max(...ofSlips, familiarRarity) : 1
    const single = /^\p{Script=Han}$/u.test(word) ? singleWeight : 1
    return { word, weight: tokens.weightOf(word) * Math.min(rarity, familiar) * single, alike }
  }

  function phrasesOf(text: string, among: Phrase[]): string[] {
    const folded = tokens.fold(text)
    const spaced = ` ${tokens.words(text).join(' ')} `
    const present = among.filter(({ chinese, sought }) => (chinese ? folded : spaced).includes(sought))
    return present.map(({ phrase }) => phrase)
  }

  /** A long Chinese word that the index has never seen is as rare as the rarest pair in it. */
  async function raritiesOf(words: string[], index: SearchIndex): Promise<number[]> {
    const parts = words.map((word) => (/^\p{Script=Han}{3,}$/u.test(word) ? tokens.terms(word) : [word]))
    const rarities = await index.rarity(parts.flat())
    let place = 0
    return parts.map((some) => Math.max(...some.map(() => rarities[place++]!)))
  }
}

type Phrase = { phrase: string; chinese: boolean; sought: string }
/** Phrases of everyday speech: Chinese of two characters and more, English of two words and more. */
function phrasesAmong(known: Map<string, string[]>): Phrase[] {
  return [...known.keys()].flatMap((phrase): Phrase[] => {
    if (isChinese(phrase)) return phrase.length > 1 ? [{ phrase, chinese: true, sought: phrase }] : []
    return phrase.includes(' ') ? [{ phrase, chinese: false, sought: ` ${phrase} ` }] : []
  })
}

function knownBy(tokens: Tokens, language: Language): Map<string, string[]> {
  const asTerm = (word: string) => (language === 'zh' ? word : tokens.words(word).join(' '))
  return new Map([...everydayWords(language)].map(([word, others]) => [asTerm(word), others.map(asTerm)]))
}
