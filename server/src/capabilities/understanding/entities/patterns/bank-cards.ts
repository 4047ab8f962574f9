/** Bank cards: length, the first digits of who issued it, and the check digit have to hold. */
import { type Found, findEach, textValue } from '../found.ts'
import { holdsLuhn } from './check-digits.ts'

const rows = /(?<![\d.,\w-])\d(?:[ -]?\d){12,18}(?![\w-]|[.,]\d)/g
/** Which first digits have which lengths (ISO/IEC 7812 issuers): UnionPay, Visa, Mastercard, American Express, JCB, Discover, Diners. */
const issuers: [first: RegExp, lengths: number[]][] = [
  [/^62/, [16, 17, 18, 19]],
  [/^4/, [16]],
  [/^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, [16]],
  [/^3[47]/, [15]],
  [/^35/, [16]],
  [/^6(?:011|5)/, [16]],
  [/^3(?:0[0-5]|[68])/, [14]],
  // Chinese debit cards from before UnionPay's own range.
  [/^(?:9[0-9]|60)/, [19]],
]

export function readBankCards(folded: string): Found[] {
  return findEach(folded, rows, ([written]) => {
    const number = written.replaceAll(/[ -]/g, '')
    const isIssued = issuers.some(([first, lengths]) => first.test(number) && lengths.includes(number.length))
    if (!isIssued || !holdsLuhn(number)) return undefined
    return { type: 'bank-card', value: textValue(number), confidence: 0.95 }
  })
}
