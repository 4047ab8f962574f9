/** Chinese number plates (GA 36) and passports. */
import { type Found, findEach, textValue } from '../found.ts'

const provinces = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼'
/** Five signs with a digit among them; six for cars of new energy, which have D or F (or their later kin) before or behind five digits. */
const plate = new RegExp(
  `[${provinces}][a-hj-np-z][·•. -]?(?:(?:[a-hjk][\\da-hj-np-z]\\d{4}|\\d{5}[a-hjk])|(?=[a-hj-np-z]{0,4}\\d)[\\da-hj-np-z]{5}|(?=[a-hj-np-z]{0,3}\\d)[\\da-hj-np-z]{4}[警学挂港澳])(?![\\da-z])`,
  'g',
)
const passport =
  /(?:护照(?:号码?)?|passport(?: (?:number|no\.?))?)(?:是|为| is)?\s?[:#]?\s?(?<of>[a-z]{1,2}\d{7,8}|\d{9})(?![\da-z])/g
/** Of the People's Republic: E or G and eight digits, or E, a letter and seven. */
const chinesePassport = /(?<![\da-z])(?:[eg]\d{8}|e[a-hj-np-z]\d{7})(?![\da-z])/g

export function readPlates(folded: string): Found[] {
  return findEach(folded, plate, ([written]) => ({
    type: 'plate',
    value: textValue(written.replaceAll(/[·•. -]/g, '').toUpperCase()),
    confidence: 0.92,
  }))
}

export function readPassports(folded: string): Found[] {
  const named = /护照|passport/.test(folded)
    ? findEach(folded, passport, ({ groups }) => reading(groups!['of']!, 0.95))
    : []
  return [...named, ...findEach(folded, chinesePassport, ([number]) => reading(number, 0.75))]
}

const reading = (number: string, confidence: number) => ({
  type: 'passport',
  value: textValue(number.toUpperCase()),
  confidence,
})
