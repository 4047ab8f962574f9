/** Chinese resident identity numbers: region, birthday and check digit have to hold. */
import { type Found, findEach, textValue } from '../found.ts'
import { holdsIdentityCheck } from './check-digits.ts'

/** The first two digits: provinces, and the two special regions with Taiwan. */
const regions = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
)
const eighteen = /(?<![\da-z])[1-9]\d{5}[ -]?(?:18|19|20)\d{6}[ -]?\d{3}[\dx](?![\da-z])/g
/** Cards before 1999, without a check digit: told only where they are named. */
const fifteen = /身份证.{0,8}?(?<![\da-z])(?<of>[1-9]\d{14})(?![\da-z])/g

export function readIdentityNumbers(folded: string): Found[] {
  const modern = findEach(folded, eighteen, ([written]) => {
    const number = written.replaceAll(/[ -]/g, '')
    const holds = isBorn(number.slice(0, 2), number.slice(6, 14)) && holdsIdentityCheck(number)
    return holds ? reading(number, 0.99) : undefined
  })
  if (!folded.includes('身份证')) return modern
  const old = findEach(folded, fifteen, ({ groups }) => {
    const number = groups!['of']!
    return isBorn(number.slice(0, 2), `19${number.slice(6, 12)}`) ? reading(number, 0.8) : undefined
  })
  return [...modern, ...old]
}

const reading = (number: string, confidence: number) => ({
  type: 'identity-number',
  value: textValue(number.toUpperCase()),
  confidence,
})

function isBorn(region: string, day: string): boolean {
  const [year, month, date] = [Number(day.slice(0, 4)), Number(day.slice(4, 6)), Number(day.slice(6))]
  const born = new Date(Date.UTC(year, month - 1, date))
  return regions.has(region) && born.getUTCMonth() === month - 1 && born.getUTCDate() === date
}
