/** Order numbers. Companies number as they like: theirs is a pattern they teach; this is what is sensible without one. */
import { type Found, findEach, textValue } from '../found.ts'

const named =
  /(?:(?:订单|(?<!快递|物流|运|包裹|面)单|交易|退款单|工单|流水)(?:编)?号码?|订单|(?:order|reference|booking|ticket|case|invoice)(?: (?:number|no\.?|id|reference|code))?)(?:是|为| is)?\s?[:#]?\s?(?<of>(?=[a-z-]{0,8}\d)[\da-z](?:[\da-z]|-(?=[\da-z])){4,31})(?![\da-z])/g
const lettered = /(?<![\da-z.@/-])[a-z]{2,5}-?\d{6,20}(?![\da-z@]|\.\d)/g
const digits = /(?<![\da-z.,-])\d{12,24}(?![\da-z%@]|[.,-]\d)/g
/** What follows a number that only counts: 订单 12345 元. */
const counted = /^\s?(?:元|块|个|件|%|天|小时|days?|items?)/

export function readOrderNumbers(folded: string): Found[] {
  const bare = [
    ...findEach(folded, lettered, ([number]) => reading(number, 0.7)),
    ...findEach(folded, digits, ([number]) => reading(number, 0.55)),
  ]
  if (!/[单易水]|order|reference|booking|ticket|case|invoice/.test(folded)) return bare
  const told = findEach(folded, named, (match) => {
    const number = match.groups!['of']!
    const isCounted = counted.test(folded.slice(match.index + match[0].length))
    return isCounted || /^\d{1,4}-\d{1,2}-\d{1,2}$/.test(number) ? undefined : reading(number, 0.96)
  })
  return [...bare, ...told]
}

const reading = (number: string, confidence: number) => ({
  type: 'order-number',
  value: textValue(number.toUpperCase()),
  confidence,
})
