/**
 * Contradictions between two articles: the same asked, or the same said of the same case, with other numbers, times, dates,
 * or a yes against a no. Few false alarms before many finds: what holds for another case, or is only said less exactly,
 * is none. Across the languages only numbers speak: two articles whose quantities run alike but for some.
 */
import type { FindingSpot } from '@lingxi/contract/learning'
import { agree, type Quantity } from '#platform/quantities'
import { sameScopes } from './scopes.ts'
import type { StatedArticle, Statement } from './statements.ts'

export type Clash = FindingSpot & { strength: 'high' | 'medium' }

/**
 * How alike (Dice of their weighed words) two clauses and the sentences around them have to be, and how much they have to
 * share, before their numbers are held against each other: where their articles ask the same, and where they do not.
 */
const needed = {
  sameQuestion: { clause: 0.4, around: 0.4, shared: 1.5 },
  related: { clause: 0.6, around: 0.5, shared: 1.5 },
  alone: { clause: 0.7, around: 0.6, shared: 2.5 },
  polarity: { clause: 0.75, around: 0.7, shared: 2 },
}
const sameSentence = { around: 0.85, words: 3 }
/** Two thresholds of money (满 99 包邮, 满 199 包邮) need share little more: that they are says the rest. */
const thresholds = { clause: 0.6, around: 0.4, shared: 1 }
/** How alike two titles or wordings are that ask the same. */
export const sameQuestion = 0.75
const relatedQuestion = 0.4

type Pair = { one: StatedArticle; other: StatedArticle; asked: number }

export function clashesBetween({ one, other, asked }: Pair): Clash[] {
  const found: Clash[] = []
  if (one.codes.size > 0 && other.codes.size > 0 && one.codes.isDisjointFrom(other.codes)) return []
  for (const mine of one.statements)
    for (const theirs of other.statements) {
      const clash = clashOfStatements(mine, theirs, asked)
      if (clash && !isSaidElsewhere(clash, { mine, theirs }, { one, other, asked }))
        found.push(clashOf({ one, other }, { mine, theirs }, { ...clash, sure: asked >= sameQuestion }))
    }
  return bestOfEach(found)
}

type Alike = { clause: number; around: number; shared: number }
const reaches = (alike: Alike, least: Alike) =>
  alike.clause >= least.clause && alike.around >= least.around && alike.shared >= least.shared

function clashOfStatements(
  mine: Statement,
  theirs: Statement,
  asked: number,
): (Found & { likeness: number }) | undefined {
  if (!sameScopes(mine.scopes, theirs.scopes)) return undefined
  const { likeness, shared } = likenessOf(mine.words, theirs.words)
  const alike = { clause: likeness, shared, around: likenessOf(mine.around, theirs.around).likeness }
  const numbers = numbersClash(mine, theirs)
  if (numbers && (reaches(alike, neededFor(asked, numbers)) || isSameSentence(alike, mine)))
    return { ...numbers, likeness }
  const no = reaches(alike, needed.polarity) && mine.whole && theirs.whole ? noClash(mine, theirs) : undefined
  return no && { ...no, likeness }
}

/** One sentence written twice with another number in it. */
const isSameSentence = ({ clause, around }: Alike, { around: words }: Statement) =>
  clause >= needed.related.clause && around >= sameSentence.around && sum(words) >= sameSentence.words

function neededFor(asked: number, { mine, theirs }: Found): Alike {
  if (asked < relatedQuestion) return needed.alone
  const limits = mine?.bound !== 'exact' && mine?.bound === theirs?.bound && mine?.dimension.startsWith('money')
  if (limits) return thresholds
  return asked >= sameQuestion ? needed.sameQuestion : needed.related
}

type Words = ReadonlyMap<string, number>

export function likenessOf(one: Words, other: Words): { likeness: number; shared: number } {
  let shared = 0
  for (const [word, weight] of one) shared += Math.min(weight, other.get(word) ?? 0)
  const all = sum(one) + sum(other)
  return { likeness: all === 0 ? 0 : (2 * shared) / all, shared }
}

const sum = (words: Words) => words.values().reduce((total, weight) => total + weight, 0)

type Found = { reason: string; mine?: Quantity; theirs?: Quantity }

/** One quantity of each that is of the same kind and bound, says another value, and has no partner on the other side. */
function numbersClash(mine: Statement, theirs: Statement): Found | undefined {
  const [left, right] = [lonely(mine.quantities, theirs.quantities), lonely(theirs.quantities, mine.quantities)]
  const [own, rival] = [left[0], right[0]]
  // Where a condition differs too (满 300 减 40, 满 200 减 20) it is another case.
  if (!own || !rival || left.length > 1 || right.length > 1) return undefined
  const comparable =
    own.dimension === rival.dimension && own.dimension !== 'number' && boundsMeet(own, rival) && nearEnough(own, rival)
  return comparable ? { reason: reasonOf(own), mine: own, theirs: rival } : undefined
}

const lonely = (own: Quantity[], others: Quantity[]) =>
  own.filter((each) => !others.some((other) => agree(each, other)))

/** Half an hour and half a year are not two opinions of one thing. */
const mostApart = 30
const nearEnough = (one: Quantity, other: Quantity) =>
  Math.max(one.to, other.to) <= mostApart * Math.max(Math.min(one.from, other.from), 1e-9)

const boundsMeet = (one: Quantity, other: Quantity) =>
  one.bound === other.bound || one.bound === 'exact' || other.bound === 'exact'

function reasonOf({ dimension }: Quantity): string {
  if (dimension === 'date' || dimension === 'clock') return `other-${dimension}`
  return dimension.startsWith('money') ? 'other-amount' : 'other-number'
}

function noClash(mine: Statement, theirs: Statement): Found | undefined {
  const sameNumbers =
    lonely(mine.quantities, theirs.quantities).length + lonely(theirs.quantities, mine.quantities).length === 0
  return mine.negated !== theirs.negated && sameNumbers ? { reason: 'yes-and-no' } : undefined
}

type Weighed = Found & { likeness: number; sure: boolean }

function clashOf(
  { one, other }: { one: StatedArticle; other: StatedArticle },
  { mine, theirs }: { mine: Statement; theirs: Statement },
  found: Weighed,
): Clash {
  const spot = (article: StatedArticle, { start, end }: Statement) => {
    return { articleId: article.id, field: 'body' as const, start, end, quote: article.body.slice(start, end) }
  }
  return {
    reason: found.reason,
    one: spot(one, mine),
    other: spot(other, theirs),
    values: [found.mine?.text ?? '', found.theirs?.text ?? ''].filter(Boolean),
    likeness: Math.round(found.likeness * 100) / 100,
    strength: found.sure || found.likeness >= 0.8 ? 'high' : 'medium',
  }
}

/** Who states both values of much the same thing states two cases, and the other article one of them. */
function isSaidElsewhere(found: Found, { mine, theirs }: { mine: Statement; theirs: Statement }, pair: Pair): boolean {
  const says = (article: StatedArticle, about: Statement, value: Quantity | undefined) =>
    value !== undefined &&
    article.statements.some(
      (statement) =>
        statement !== about &&
        statement.quantities.some((quantity) => agree(quantity, value)) &&
        likenessOf(statement.words, about.words).likeness >= needed.sameQuestion.clause,
    )
  return says(pair.one, mine, found.theirs) || says(pair.other, theirs, found.mine)
}

/** Of the clashes of one sentence only the one with the sentence most like it. */
function bestOfEach(clashes: Clash[]): Clash[] {
  const sorted = clashes.toSorted((a, b) => (b.likeness ?? 0) - (a.likeness ?? 0))
  const seen = new Set<string>()
  return sorted.filter(({ one, other }) => {
    const keys = [`one ${one.start}`, `other ${other?.start}`]
    if (keys.some((key) => seen.has(key))) return false
    for (const key of keys) seen.add(key)
    return true
  })
}
