/**
 * What an article states, cut into pieces that can be held against each other: clauses of sentences, items and rows, each
 * with what it is about, for which case it holds, the quantities in it and whether it says no. Pure.
 */
import type { Article } from '@lingxi/contract/knowledge'
import { type Quantity, quantitiesOf } from '#platform/quantities'
import type { Tokens } from '#platform/search'
import { conceptOf, joinPhrases } from '../concepts.ts'
import { splitSentences } from './sentences.ts'
import { withoutPolarity } from './polarity.ts'
import { type Scopes, scopesOf } from './scopes.ts'

/** A clause whose words weigh less does not say by itself what it is about. */
const leastAbout = 1

export type Statement = {
  /** UTF-16 offsets of the whole sentence, item or row in the body. */
  start: number
  end: number
  /** The words it is about and what each counts, without numbers, fillers and noes. */
  words: ReadonlyMap<string, number>
  /** Those of the whole sentence, item or row. */
  around: ReadonlyMap<string, number>
  /** What it holds for: places, tiers, seasons, reasons, ways. */
  scopes: Scopes
  quantities: Quantity[]
  /** Whether its words are its own and not taken over from the clause before it. */
  whole: boolean
  /** Whether it says no to what its words name. */
  negated: boolean
}

export type StatedArticle = Pick<Article, 'id' | 'title' | 'alternatives' | 'language' | 'body'> & {
  /** Article numbers in its title, wordings and products: what is about one of them is about no other. */
  codes: ReadonlySet<string>
  statements: Statement[]
}

export function createStatements({ tokens }: { tokens: Tokens }) {
  function wordsOf(text: string): Map<string, number> {
    const words = new Map<string, number>()
    for (const word of tokens.words(joinPhrases(text))) {
      const concept = conceptOf(word)
      const weight = tokens.weightOf(word)
      if (weight > 0.2 && !/^(?:[\d.,]+|满|不满|超过|至少|最多|以内|以上|over)$/.test(word))
        words.set(concept, Math.max(words.get(concept) ?? 0, weight))
    }
    return words
  }

  function statementOf(sentence: { start: number; end: number; text: string; under: string }): Statement[] {
    const { start, end, text, under } = sentence
    const plain = text.replace(/[*_`]/g, ' ')
    const scopes = scopesOf(plain, under)
    const around = wordsOf(withoutQuantities(plain))
    let before = new Map<string, number>()
    return clausesOf(plain).map((clause) => {
      const quantities = ownQuantities(clause.text).map((quantity) => ({
        ...quantity,
        start: start + clause.start + quantity.start,
        end: start + clause.start + quantity.end,
      }))
      const { text: positive, negated } = withoutPolarity(clause.text)
      // "…, up to ¥50" is about what was said before it.
      const own = wordsOf(withoutQuantities(positive))
      const whole = weightOf(own) >= leastAbout
      const words = whole ? own : new Map([...before, ...own])
      before = words
      return { start, end, words, around, whole, scopes, quantities, negated }
    })
  }

  return {
    wordsOf,
    of(article: Pick<Article, 'id' | 'title' | 'alternatives' | 'language' | 'body' | 'products'>): StatedArticle {
      const { id, title, alternatives, language, body } = article
      const statements = splitSentences(body).flatMap((sentence) =>
        statementOf({ ...sentence, under: `${title} ${sentence.under}` }),
      )
      return { id, title, alternatives, language, body, codes: codesOf(article), statements }
    },
  }
}
export type Statements = ReturnType<typeof createStatements>

/** "Within the 7 days" speaks of days that are named elsewhere. */
const referred = /(?:\b(?:the|those|these|its|said)|这|该|上述|前述)\s*$/i
const ownQuantities = (text: string) => quantitiesOf(text).filter(({ start }) => !referred.test(text.slice(0, start)))

export const code = /\b[A-Z]{2,}(?:-[A-Z0-9]+)*-?\d{2,}[A-Z0-9]*\b/g

const codesOf = ({ title, alternatives, products }: Pick<Article, 'title' | 'alternatives' | 'products'>) =>
  new Set([...products, ...[title, ...alternatives].flatMap((text) => text.match(code) ?? [])])

const withoutQuantities = (text: string) =>
  quantitiesOf(text).reduceRight((rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`, text)

const weightOf = (words: ReadonlyMap<string, number>) => words.values().reduce((sum, weight) => sum + weight, 0)

/** At marks of pause that do not stand within a number. */
function clausesOf(text: string): { start: number; text: string }[] {
  const clauses: { start: number; text: string }[] = []
  let start = 0
  for (const { index, 0: mark } of text.matchAll(/[，；;：:](?!\d)|,\s|\s[–—]\s|\|/g)) {
    clauses.push({ start, text: text.slice(start, index) })
    start = index + mark.length
  }
  clauses.push({ start, text: text.slice(start) })
  return clauses.filter((clause) => /[\p{L}\p{N}]/u.test(clause.text))
}
