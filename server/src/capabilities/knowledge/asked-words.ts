/** What a question is about: its words, how telling each is in this base, and what else may be meant by it. */
import type { Language } from '@lingxi/contract/message'
import type { SearchIndex, Tokens } from '#platform/search'
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

export function createAskedWords({ tokens }: { tokens: Tokens }) {
  const known = { zh: knownBy(tokens, 'zh'), en: knownBy(tokens, 'en') }

  /** The words of a question, each once. Phrases of everyday speech count as one word. */
  return async function askedWords(text: string, language: Language, index: SearchIndex): Promise<AskedWord[]> {
    const words = [...new Set([...phrasesOf(text, known[language]), ...tokens.words(text)])]
    const phrases = words.filter((word) => known[language].has(word) && /\p{Script=Han}{3}/u.test(word))
    const kept = words.filter((word) => !phrases.some((phrase) => phrase !== word && phrase.includes(word)))
    const rarities = await raritiesOf(kept, index)
    return Promise.all(
      kept.map(async (word, place) => {
        const slips = await index.similar(word)
        const alike = [...(known[language].get(word) ?? []), ...slips]
        const familiar = alike.length > 0 ? Math.max(...(await raritiesOf(slips, index)), 0.5) : 1
        const single = /^\p{Script=Han}$/u.test(word) ? singleWeight : 1
        return { word, weight: tokens.weightOf(word) * Math.min(rarities[place]!, familiar) * single, alike }
      }),
    )
  }

  function phrasesOf(text: string, among: Map<string, string[]>): string[] {
    const folded = tokens.fold(text)
    return [...among.keys()].filter((phrase) => /^\p{Script=Han}{2,}$/u.test(phrase) && folded.includes(phrase))
  }

  /** A long Chinese word that the index has never seen is as rare as the rarest pair in it. */
  async function raritiesOf(words: string[], index: SearchIndex): Promise<number[]> {
    const parts = words.map((word) => (/^\p{Script=Han}{3,}$/u.test(word) ? tokens.terms(word) : [word]))
    const rarities = await index.rarity(parts.flat())
    let place = 0
    return parts.map((some) => Math.max(...some.map(() => rarities[place++]!)))
  }
}

function knownBy(tokens: Tokens, language: Language): Map<string, string[]> {
  const asTerm = (word: string) => (language === 'zh' ? word : tokens.words(word).join(' '))
  return new Map([...everydayWords(language)].map(([word, others]) => [asTerm(word), others.map(asTerm)]))
}
