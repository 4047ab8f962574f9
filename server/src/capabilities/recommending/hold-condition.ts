/** Whether a product meets a condition, by what its article says: met, not met, or not said. Never a guess. */
import type { WishCondition } from '@lingxi/contract/wish'
import { type Alternative, alternativesOf } from './alternatives.ts'
import { isDenied } from './denied.ts'
import type { Piece, ReadProduct, Said, Span } from './read-product.ts'
import type { Reading } from './recommending.ts'

/** `shown`: the words of the article that decide it. `off`: how far a number is from what was wanted, 0–1. */
export type Held = {
  condition: WishCondition
  verdict: 'met' | 'unmet' | 'unsaid'
  shown?: string | undefined
  span?: Span | undefined
  off?: number | undefined
  /** Its text speaks of it, if not as of something that it is meant for. */
  mentioned?: boolean | undefined
  /** The currency of the wish is not that of the catalogue. */
  foreign?: boolean | undefined
}
type Range = Extract<WishCondition, { kind: 'range' }>
type Has = Extract<WishCondition, { kind: 'has' }>

/** A sentence says for whom or what a thing is, and does not only name them. */
const suiting = { zh: /适合|适用|可用|适宜|专为|针对/, en: /\b(?:for|suits?|suitable|made for|good for|ideal)\b/i }

export function holdCondition(product: ReadProduct, condition: WishCondition, reading: Reading): Held {
  if (condition.kind === 'range') return holdRange(product, condition)
  return condition.kind === 'has' ? holdHas(product, condition, reading) : holdWithout(product, condition, reading)
}

function holdRange(read: ReadProduct, condition: Range): Held {
  const { price } = read.product
  const isMoney = condition.dimension.startsWith('money')
  if (isMoney && price && price.currency !== condition.dimension) return { condition, verdict: 'unsaid', foreign: true }
  const stated = isMoney
    ? price
      ? [{ from: price.amount, to: price.amount, quote: '', start: price.start, end: price.end }]
      : []
    : read.quantities.filter(({ dimension }) => dimension === condition.dimension)
  const offs = stated.map((each) => ({ ...each, off: offOf(each, condition) }))
  const nearest = offs.toSorted((one, other) => one.off - other.off)[0]
  if (!nearest) return { condition, verdict: 'unsaid' }
  const { quote, start, end, off } = nearest
  const span = end > 0 ? { start, end } : undefined
  return { condition, verdict: off === 0 ? 'met' : 'unmet', shown: quote || undefined, span, off }
}

function offOf({ from, to }: { from: number; to: number }, { least, most }: Range): number {
  const above = most === null ? 0 : Math.max(0, from - most) / Math.max(from, 1e-9)
  const below = least === null ? 0 : Math.max(0, least - to) / Math.max(least, 1e-9)
  return Math.min(1, Math.max(above, below))
}

function holdHas(read: ReadProduct, condition: Has, reading: Reading): Held {
  const alternatives = alternativesOf(condition.said, read.product.language, reading)
  for (const value of condition.suits ? [] : read.values) {
    const item = value.items.find((each) => alternatives.some((other) => other.in(each, 'value')))
    if (item) return { condition, verdict: 'met', shown: pairOf(value.name, item.text, read), span: value }
  }
  // Where the catalogue has a column for it, a value that is not there is not to be had.
  const column = read.values.find(({ name }) => name === condition.attribute)
  if (column) return { condition, verdict: 'unmet', shown: pairOf(column.name, column.text, read), span: column }
  const telling = condition.suits
    ? read.clauses.filter(({ text }) => suiting[read.product.language].test(text))
    : read.clauses
  const found = findClause(telling, alternatives)
  if (found) {
    const denied = alternatives.some((other) => isDenied(found.text, other.at(found), read.product.language))
    return { condition, verdict: denied ? 'unmet' : 'met', shown: found.text, span: found }
  }
  if (!condition.suits && alternatives.some((other) => other.in(read.title, 'text')))
    return { condition, verdict: 'met' }
  return { condition, verdict: 'unsaid', ...(condition.suits && suitsOf(telling[0])) }
}

/** The very word before another that stands for it. */
function findClause(clauses: Said[], alternatives: Alternative[]): Said | undefined {
  for (const other of alternatives) {
    const found = clauses.find((clause) => other.in(clause, 'text'))
    if (found) return found
  }
  return undefined
}

const pairOf = (name: string, value: string, { product }: ReadProduct) =>
  `${name}${product.language === 'zh' ? '：' : ': '}${value}`

/** What it is said to suit instead, so that the customer can judge. */
const suitsOf = (clause: Said | undefined) => clause && { shown: clause.text, span: clause }

function holdWithout(
  read: ReadProduct,
  condition: Extract<WishCondition, { kind: 'without' }>,
  reading: Reading,
): Held {
  const { language } = read.product
  const alternatives = alternativesOf(condition.said, language, reading)
  const isIn = (piece: Piece, where: 'value' | 'text') => alternatives.some((other) => other.in(piece, where))
  for (const value of read.values) {
    const left = value.items.filter((item) => !isIn(item, 'value'))
    if (left.length === value.items.length) continue
    const shown = pairOf(value.name, left.map(({ text }) => text).join(language === 'zh' ? '、' : ', '), read)
    return left.length === 0
      ? { condition, verdict: 'unmet', shown: pairOf(value.name, value.text, read), span: value }
      : { condition, verdict: 'met', shown, span: value }
  }
  const found = findClause(read.clauses, alternatives)
  if (isIn(read.title, 'text')) return { condition, verdict: 'unmet' }
  // What is no kind of it, nor one of its values, is not there; whether a stuff is in it, only its text could say.
  if (!found) return { condition, verdict: condition.stuff ? 'unsaid' : 'met' }
  const denied = alternatives.some((other) => isDenied(found.text, other.at(found), language))
  return { condition, verdict: denied ? 'met' : 'unmet', shown: found.text, span: found }
}
