/**
 * The quantities of a text: amounts with what they count, in one unit a dimension, so that 48 小时 and "two days" are the
 * same and ¥10, 10 % and 10 天 are three things. Ranges, limits (满, 以内, up to), times of day and dates. Chinese and English.
 */
import { momentsOf } from './moments.ts'
import { chineseNumeral, englishNumeral, readNumeral } from './numerals.ts'
import { currencies, type Unit, units } from './units.ts'

export { amountIn, toFigures } from './amount-in.ts'
export { chineseNumeral, englishNumeral, readNumeral } from './numerals.ts'
export { type Unit, units } from './units.ts'

/** `least`/`most`: what it is a limit of; `exact`: neither is said. */
export type Bound = 'least' | 'most' | 'exact'
export type Quantity = {
  /** UTF-16 offsets of what was read, and the text there. */
  start: number
  end: number
  text: string
  /** `duration` in hours, `money ¥`, `percent`, `clock` in minutes of the day, `date` as month·100+day, `number` … */
  dimension: string
  /** Equal where one value is named. */
  from: number
  to: number
  bound: Bound
}

const numeral = `\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|${chineseNumeral}|\\b(?:${englishNumeral})\\b`
const unit = units.map(({ pattern }, place) => `(?<u${place}>${pattern})`).join('|')
const sign = '[¥￥$€£]|US\\$|HK\\$|RMB|CNY'
const range = '\\s*(?:–|—|-|~|～|至|到|\\bto\\b|\\band\\b)\\s*'
/** A currency, a number, perhaps to another, and what is counted. */
const amounts = new RegExp(
  `(?<![\\w.\\-/])(?<before>${sign})?\\s?(?<first>${numeral})(?:\\s?(?:${units.map(({ pattern }) => pattern).join('|')})?${range}(?:${sign})?\\s?(?<second>${numeral}))?(?:[\\s-]?(?:${unit}))?`,
  'giu',
)

const leastBefore =
  /(?:满|达到?|不低于|不少于|不小于|超过|大于|高于|多于|(?:至少|最少|最低)\p{Script=Han}{0,2}|at least|over|more than|above|from|exceed(?:s|ing)?|spend(?:ing)?|reach(?:es)?|minimum(?: of)?)\s*(?:约|about)?\s*$/iu
const mostBefore =
  /(?:不超过|不多于|不高于|不大于|少于|低于|小于|不满|不足|未满|上限(?:为|是)?|(?:最多|至多|最高)\p{Script=Han}{0,2}|up to|at most|no more than|not more than|less than|under|below|within|maximum(?: of)?|no later than)\s*(?:约|about)?\s*$/iu
const leastAfter = /^\s*(?:及?以上|起|or more|and (?:over|above)|\+|or above)/i
const mostAfter = /^\s*(?:及?以[内下]|之?内|or less|or under|or fewer|at most)/i

export function quantitiesOf(text: string): Quantity[] {
  const moments = momentsOf(text)
  const taken = (start: number, end: number) => moments.some((moment) => start < moment.end && end > moment.start)
  const found = [...text.matchAll(amounts)].flatMap((match) => {
    const quantity = read(match, text)
    return quantity && !taken(quantity.start, quantity.end) ? [quantity] : []
  })
  return [...moments.map((moment) => ({ ...moment, bound: boundOf(text, moment) })), ...found].toSorted(
    (one, other) => one.start - other.start,
  )
}

/** Whether two quantities of one dimension say the same, or one only says it less exactly; within `slack` of the value. */
export function agree(one: Quantity, other: Quantity, slack = 0.02): boolean {
  if (one.dimension !== other.dimension) return false
  const near = (a: number, b: number) => Math.abs(a - b) <= slack * Math.max(Math.abs(a), Math.abs(b))
  if (near(one.from, other.from) && near(one.to, other.to)) return true
  const isPoint = (quantity: Quantity) => quantity.from === quantity.to
  if (isPoint(one) === isPoint(other)) return false
  const [point, span] = isPoint(one) ? [one, other] : [other, one]
  return point.from >= span.from && point.to <= span.to
}

function read(match: RegExpExecArray, text: string): Quantity | undefined {
  const { before, first = '', second = first, ...named } = match.groups as Record<string, string | undefined>
  const counted = units.find((_, each) => named[`u${each}`] !== undefined)
  const currency = before && currencyOf(before)
  const [low, high] = [readNumeral(first), readNumeral(second)]
  if (low === undefined || high === undefined) return undefined
  if (!currency && !(counted ? isCounted(first, counted) : isBare(first, match, text))) return undefined
  const { dimension, factor } = measureOf(currency, counted)
  const start = match.index + (match[0].length - match[0].trimStart().length)
  const end = match.index + match[0].trimEnd().length
  const span = { start, end, text: text.slice(start, end), dimension }
  return { ...span, from: low * factor, to: high * factor, bound: boundOf(text, span) }
}

function measureOf(currency: string | undefined, counted: Unit | undefined): { dimension: string; factor: number } {
  if (!currency) return counted ?? { dimension: 'number', factor: 1 }
  return { dimension: currency, factor: counted?.dimension.startsWith('money') ? counted.factor : 1 }
}

const isBare = (written: string, match: RegExpExecArray, text: string) => /^\d/.test(written) && !isName(match, text)

/** 一 is mostly "a" and not a number: 一件 says nothing, 一年 does. */
const isCounted = (written: string, { dimension }: Unit) =>
  written !== '一' || /duration|working|percent/.test(dimension)

function currencyOf(sign: string): string {
  if (/^us/i.test(sign)) return 'money $'
  return /^hk/i.test(sign) ? 'money HK$' : (currencies[sign] ?? 'money ¥')
}

/** A number without a unit that is a part of a name, a version or a list's mark says nothing. */
function isName({ index, 0: { length } }: RegExpExecArray, text: string): boolean {
  const around = text.slice(index + length, index + length + 1)
  if (/[\p{L}\d_]/u.test(around) && !/\p{Script=Han}/u.test(around)) return true
  return /^\s*[.、)）]\s/.test(text.slice(index + length)) || /[#№第]\s?$/.test(text.slice(0, index))
}

function boundOf(text: string, { start, end }: { start: number; end: number }): Bound {
  const before = text.slice(Math.max(0, start - 16), start).replace(/[*_`]/g, '')
  const after = text.slice(end, end + 14).replace(/^[*_`]+/, '')
  if (mostBefore.test(before)) return 'most'
  if (leastBefore.test(before)) return 'least'
  if (mostAfter.test(after)) return 'most'
  return leastAfter.test(after) ? 'least' : 'exact'
}
