/**
 * Telephone numbers: Chinese mobiles, landlines and 400 numbers by their own shapes; those of other countries by the
 * metadata of libphonenumber, which is loaded when the first number looks like one. The value is E.164.
 */
import { createRequire } from 'node:module'
import type { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { type Found, findEach, textValue } from '../found.ts'

type Library = { parsePhoneNumberFromString: typeof parsePhoneNumberFromString }
let library: Library | undefined

const mobile = /(?<![\d.+]|[a-z]-?)(?:\+?86[ -]?)?(?<national>1[3-9]\d[ -]?\d{4}[ -]?\d{4})(?![\da-z]|[.-]\d)/g
/** Area codes of two digits are of the greatest cities, those of three begin with 3–9. */
const landline =
  /(?<![\d.+-]|[a-z]-?)(?:\+?86[ -]?)?\(?(?<area>0(?:10|2[0-57-9]|[3-9]\d\d)|(?<=86[ -]?\(?)(?:10|2[0-57-9]|[3-9]\d\d))\)?[ -]?(?<national>[2-8]\d{2,3}[ -]?\d{4})(?:\s?(?:转|-|ext\.? ?)\s?(?<extension>\d{1,6}))?(?![\da-z]|-\d)/g
const serviceLine = /(?<![\d.+-]|[a-z]-?)[48]00[ -]?(?:\d{3}[ -]?\d{4}|\d{4}[ -]?\d{3})(?![\da-z]|[.-]\d)/g
/** A number of seven or eight digits, or a short one, only where it is called a telephone number. */
const named =
  /(?:电话|座机|手机|打|拨打?|phone(?: number)?|call|tel\.?)(?:号码?|是|为| is| me at| at)*\s?[:：]?\s?(?<of>[2-8]\d{6,7}|9[56]\d{3,4}|1(?:00|23)\d{2})(?![\d.]|[ -]?\d)/g
const international = /(?<![\d.\w])(?:\+|00(?=[1-9]))[1-9](?:[ .()-]{0,2}\d){6,14}(?!\d)/g
const american = /(?<![\d.+-]|[a-z]-?)(?:1[ -])?(?:\([2-9]\d{2}\) ?|[2-9]\d{2}[-. ])\d{3}[-. ]\d{4}(?![\da-z]|[.-]\d)/g

export function readPhoneNumbers(folded: string): Found[] {
  const found = [
    ...findEach(folded, mobile, ({ groups }) => reading(`+86${digitsOf(groups!['national']!)}`, 0.95)),
    ...findEach(folded, landline, ({ groups }) => readLandline(groups!)),
    ...findEach(folded, serviceLine, ([written]) => reading(`+86${digitsOf(written)}`, 0.9)),
    ...findEach(folded, named, ({ groups }) => reading(groups!['of']!, 0.8)),
    ...findEach(folded, american, ([written]) => readWithLibrary(written, 0.85)),
  ]
  if (!folded.includes('+') && !folded.includes('00')) return found
  return [
    ...found,
    ...findEach(folded, international, ([written]) => readWithLibrary(written.replace(/^00/, '+'), 0.95)),
  ]
}

function readLandline({ area, national, extension }: Record<string, string | undefined>) {
  const city = area!.replace(/^0/, '')
  const local = digitsOf(national!)
  // Two-digit areas have eight digits, the others seven or eight.
  if (city.length === 2 && local.length !== 8) return undefined
  return reading(`+86${city}${local}${extension ? `;ext=${extension}` : ''}`, 0.9)
}

function readWithLibrary(written: string, confidence: number) {
  library ??= createRequire(import.meta.url)('libphonenumber-js/min') as Library
  const parsed = library.parsePhoneNumberFromString(written, 'US')
  return parsed?.isValid() ? reading(parsed.number, confidence) : undefined
}

const digitsOf = (written: string) => written.replaceAll(/\D/g, '')
const reading = (number: string, confidence: number) => ({ type: 'phone-number', value: textValue(number), confidence })
