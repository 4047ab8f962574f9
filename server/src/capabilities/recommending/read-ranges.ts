/** The limits of a wish: "100 元以内", "around $50", "between 100 and 200", "500ml 以上", in the catalogue's own units. */
import type { Language } from '@lingxi/contract/message'
import type { WishCondition } from '@lingxi/contract/wish'
import { type Quantity, quantitiesOf } from '#platform/quantities'

type Range = Extract<WishCondition, { kind: 'range' }>
export type ReadRanges = { ranges: Range[]; rest: string }

/** What counts things, or says when, is no property of one. */
const noProperty = /^(?:pieces|times|points|percent|discount|date|clock|working-days)$/
const spelledOut = /([一二两三四五六七八九十百千万零]{2,})(?=\s*(?:以内|以下|之内|以上|左右|上下|内))/gu
const nearAfter = /^\s*(?:元|块钱?)?\s*(?:左右|上下|附近|前后|or so|ish)/i
const nearBefore = /(?:大概|大约|差不多|约|around|about|roughly|approximately|approx\.?|near)\s*$/i
const ofMoney = /(?:预算|价格|价位|价钱|budget(?: is| of)?|price[ds]?(?: at| of)?|cost(?:s|ing)?)\D{0,8}$/i
const budget = /(?:预算|budget)\D{0,10}$/i
const limitBefore =
  /(?:no more than|not more than|not over|less than|up to|at most|at least|more than|under|below|over|above|within|between|from|around|about|for|不超过|不高于|不多于|不低于|不少于|不到|低于|高于|超过|最多|至少|大概|大约)\s*$/i
const limitAfter = /^\s*(?:元|块钱?)?(?:及?以[内下上]|之内|之间|左右|上下|or less|or under|or more|or so)/i
/** Around a number: a fifth to both sides; what names one value means about that. */
const near = 0.2
const exactly = { money: 0.15, other: 0.05 }

/** `currency`: the catalogue's, for a number that names none. `rest`: the text without what was read. */
export function readRanges(said: string, language: Language, currency: string): ReadRanges {
  const text = said.replace(spelledOut, '$1元')
  const ranges: Range[] = []
  let rest = text
  for (const quantity of quantitiesOf(text).toReversed()) {
    const range = rangeOf(text, quantity, { language, currency })
    if (!range) continue
    ranges.unshift(range)
    rest = `${rest.slice(0, quantity.start).replace(limitBefore, '')}，${rest.slice(quantity.end).replace(limitAfter, '')}`
  }
  return { ranges, rest }
}

function rangeOf(
  text: string,
  quantity: Quantity,
  { language, currency }: { language: Language; currency: string },
): Range | undefined {
  const { from, to, bound, start, end, dimension } = quantity
  const before = text.slice(Math.max(0, start - 20), start)
  const isNear = nearAfter.test(text.slice(end)) || nearBefore.test(before)
  const limits = bound !== 'exact' || isNear || from !== to
  const isPrice = dimension === 'number' && (limits || ofMoney.test(before))
  if (noProperty.test(dimension) || (dimension === 'number' && !isPrice)) return undefined
  const { least, most } = limitsOf({ ...quantity, bound: boundOf(quantity, before) }, isNear)
  const written = isPrice ? withSign(quantity.text, currency) : quantity.text.trim()
  return {
    kind: 'range',
    said: sayRange(written, { least, most, isNear, isSpan: from !== to }, language),
    dimension: isPrice ? currency : dimension,
    least,
    most,
  }
}

/** A budget is what is spent at most. */
const boundOf = ({ from, to, bound }: Quantity, before: string) => (budget.test(before) && from === to ? 'most' : bound)

function limitsOf({ from, to, bound, dimension }: Quantity, isNear: boolean) {
  if (from !== to) return { least: from, most: to }
  if (isNear) return { least: from * (1 - near), most: from * (1 + near) }
  if (bound !== 'exact') return bound === 'most' ? { least: null, most: from } : { least: from, most: null }
  const slack = dimension.startsWith('money') || dimension === 'number' ? exactly.money : exactly.other
  return { least: from * (1 - slack), most: from * (1 + slack) }
}

const signs: Record<string, string> = {
  'money ¥': '¥',
  'money $': '$',
  'money €': '€',
  'money £': '£',
  'money HK$': 'HK$',
}
export const signOf = (currency: string) => signs[currency] ?? '¥'
const withSign = (written: string, currency: string) =>
  /^[¥￥$€£]/.test(written) ? written : `${signOf(currency)}${written.trim()}`

type Limits = { least: number | null; most: number | null; isNear: boolean; isSpan: boolean }
export function sayRange(written: string, { least, most, isNear, isSpan }: Limits, language: Language): string {
  if (isSpan) return written.replace(/\s*(?:\band\b|\bto\b|到|至|—|-|~|～)\s*/i, '–')
  const chinese = language === 'zh' ? `${written}${/\p{Script=Han}$/u.test(written) ? '' : ' '}` : undefined
  if (isNear || (least !== null && most !== null)) return chinese ? `${chinese}左右` : `around ${written}`
  if (most !== null) return chinese ? `${chinese}以内` : `up to ${written}`
  return chinese ? `${chinese}以上` : `at least ${written}`
}
