/** Numbers of parcels: the couriers' own shapes, with the check digit where there is one, and whatever is called one. */
import { type Found, findEach, textValue } from '../found.ts'
import { holdsFedexCheck, holdsPostalCheck, holdsUpsCheck } from './check-digits.ts'

type Shape = { pattern: RegExp; confidence: number; holds?: (number: string) => boolean }
const shapes: Shape[] = [
  // SF, YTO, JD, J&T, Deppon, ZTO with its letters: named by them.
  { pattern: /(?<![\da-z])sf\d{12,15}(?![\da-z])/g, confidence: 0.97 },
  { pattern: /(?<![\da-z])(?:yt|jt)\d{13}(?![\da-z])/g, confidence: 0.97 },
  { pattern: /(?<![\da-z])jd(?:[a-z]{0,2})\d{11,15}(?:-\d{1,2}-\d{1,2}-?)?(?![\da-z])/g, confidence: 0.95 },
  { pattern: /(?<![\da-z])(?:dpk|zto)\d{10,13}(?![\da-z])/g, confidence: 0.95 },
  // STO, ZTO, Yunda: only digits, so others may look like them.
  { pattern: /(?<![\da-z])(?:77[2-9]\d{12}|7[356789]\d{12}|4[36]\d{13})(?![\da-z])/g, confidence: 0.75 },
  { pattern: /(?<![\da-z])[a-z]{2}\d{9}[a-z]{2}(?![\da-z])/g, confidence: 0.97, holds: holdsPostalCheck },
  {
    pattern: /(?<![\da-z])1z ?[\da-z]{3} ?[\da-z]{3} ?\d{2} ?\d{4} ?\d{4}(?![\da-z])/g,
    confidence: 0.98,
    holds: holdsUpsCheck,
  },
]
const named =
  /(?:(?:快递|物流|运|货运|包裹|面)单?(?:编|单)?号码?|tracking (?:number|no\.?|id|code|#)|waybill(?: number| no\.?)?|parcel number)\s?(?:是|为|is)?\s?[:#]?\s?(?<of>(?=[a-z-]{0,6}\d)[\da-z]{8,24})(?![\da-z])/g
const courier = /(?:顺丰|中通|圆通|申通|韵达|极兔|邮政|ems)[^\d\n]{0,6}(?<of>\d{12,15})(?!\d)/g
const fedex = /(?<![\d.])\d{4} ?\d{4} ?\d{4}(?!\d)/g

export function readTrackingNumbers(folded: string): Found[] {
  const found = shapes.flatMap(({ pattern, confidence, holds }) =>
    findEach(folded, pattern, ([written]) => {
      const number = written.replaceAll(' ', '')
      return !holds || holds(number) ? reading(number, confidence) : undefined
    }),
  )
  const told = [named, courier].flatMap((pattern) =>
    findEach(folded, pattern, ({ groups }) => reading(groups!['of']!, 0.95)),
  )
  if (!folded.includes('fedex') && !folded.includes('联邦')) return [...found, ...told]
  const express = findEach(folded, fedex, ([written]) => {
    const number = written.replaceAll(' ', '')
    return holdsFedexCheck(number) ? reading(number, 0.95) : undefined
  })
  return [...found, ...told, ...express]
}

const reading = (number: string, confidence: number) => ({
  type: 'tracking-number',
  value: textValue(number.toUpperCase()),
  confidence,
})
