/** The company's synonyms as a question needs them: by the term that our tokens make of a wording. Pure. */
import type { Language } from '@lingxi/contract/message'
import type { SearchWord } from '@lingxi/contract/search-words'

/** Another wording, and what it counts beside the one that was asked for, 0–1. */
export type Synonym = { word: string; weight: number }
export type SynonymsOf = (word: string, language: Language) => readonly Synonym[]

/** `termOf`: how a wording looks among the words of a question. Of several entries for one pair the greatest weight holds. */
export function createSynonyms(words: readonly SearchWord[], termOf: (wording: string) => string): SynonymsOf {
  const tables = { zh: new Map<string, Map<string, number>>(), en: new Map<string, Map<string, number>>() }

  function add(language: Language, [from, to]: readonly [string, string], weight: number): void {
    if (from === to || from === '' || to === '') return
    const others = tables[language].get(from) ?? new Map<string, number>()
    tables[language].set(from, others)
    others.set(to, Math.max(others.get(to) ?? 0, weight))
  }

  for (const { kind, language, text, others, weight } of words) {
    const pairs = pairsOf(kind, [text, ...others].map(termOf))
    for (const each of language ? [language] : (['zh', 'en'] as const))
      for (const pair of pairs) add(each, pair, weight)
  }
  const found = {
    zh: new Map([...tables.zh].map(([word, others]) => [word, toList(others)])),
    en: new Map([...tables.en].map(([word, others]) => [word, toList(others)])),
  }
  return (word, language) => found[language].get(word) ?? []
}

/** Two-way: each for each. One-way: the first for the others. */
function pairsOf(kind: SearchWord['kind'], terms: string[]): [string, string][] {
  if (kind === 'two-way') return terms.flatMap((one) => terms.map((other): [string, string] => [one, other]))
  const [first, ...others] = terms
  return kind === 'one-way' && first ? others.map((other): [string, string] => [first, other]) : []
}

const toList = (others: Map<string, number>): Synonym[] => [...others].map(([word, weight]) => ({ word, weight }))
