/**
 * One spelling for what is typed in many, as long as the text is, code unit for code unit: half width, lower case,
 * simplified characters, straight quotes. A place in the folded text is the same place in the text as it was written.
 */
import { simplify } from '#platform/search'

const quotes = new Map([...'‘’ʼ`´'].map((quote) => [quote, "'"]))
/** What each code unit of the basic plane becomes; 0: not asked yet. Half of a pair stays what it is. */
const known = new Uint16Array(0x1_0000)

export function foldUnits(text: string): string {
  const pieces: string[] = []
  for (let from = 0; from < text.length; from += 4096) {
    const length = Math.min(4096, text.length - from)
    const units = new Uint16Array(length)
    for (let at = 0; at < length; at++) {
      const unit = text.charCodeAt(from + at)
      units[at] = known[unit] || (known[unit] = foldUnit(unit))
    }
    pieces.push(String.fromCharCode(...units))
  }
  return pieces.join('')
}

function foldUnit(unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdfff) return unit
  const written = String.fromCharCode(unit)
  if (/\s/.test(written)) return 0x20
  const quote = quotes.get(written)
  if (quote) return quote.charCodeAt(0)
  const narrow = oneUnit(written.normalize('NFKC').toLowerCase(), written)
  return oneUnit(/\p{Script=Han}/u.test(narrow) ? simplify(narrow) : narrow, narrow).charCodeAt(0)
}

const oneUnit = (folded: string, otherwise: string) => (folded.length === 1 ? folded : otherwise)
