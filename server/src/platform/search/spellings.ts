/**
 * Latin words, numbers and codes as terms. `SG-CLO-001`, `sgclo001` and `SG CLO 001` are one code; `E-05`, `E05` and `E 05`
 * one error; `1,800` is 1800; `480ml` is asked for as 480ml, as 480 or as ml; `pre-sale` also as presale; `it's` is it.
 */
import { stemmer } from 'stemmer'
import { regularOf } from './irregular-forms.ts'
import { isFiller } from './stop-words.ts'

const stems = new Map<string, string>()
const mostStems = 50_000

/** Porter's stem; the same words come again and again. */
export function stemOf(word: string): string {
  const known = stems.get(word)
  if (known !== undefined) return known
  const stem = stemmer(regularOf(word))
  if (stems.size >= mostStems) stems.clear()
  stems.set(word, stem)
  return stem
}

/** The terms of one run of Latin letters, digits and the marks within it. */
export function latinTerms(run: string): string[] {
  const word = run.replace(/['’]s$/, '').replace(/['’]/g, '')
  if (/^[a-z]+$/.test(word)) return [stemOf(word)]
  if (/^\d[\d.,]*$/.test(word)) return [word.replaceAll(',', '')]
  const measured = /^(\d[\d,]*(?:\.\d+)?)([a-z]{1,4})$/.exec(word)
  if (measured) return measuredTerms(measured[1]!, measured[2]!)
  const parts = word.split(/[-_.,/]/)
  if (parts.length < 2) return [word]
  const whole = parts.join('')
  if (/\d/.test(whole) && /\D/.test(whole) && !isRange(parts)) return [whole]
  return [...(parts.length === 2 && !/\d/.test(whole) ? [stemOf(whole)] : []), ...parts.flatMap(latinTerms)]
}

function measuredTerms(figures: string, unit: string): string[] {
  const number = figures.replaceAll(',', '')
  return [number + unit, number, unit]
}

/** `100-200ml`, `2024/01/05`: figures beside figures are no code. */
const isRange = (parts: string[]) => parts.filter((part) => /^\d/.test(part)).length === parts.length

const piece = /^(?:[a-z]{1,3}|\d{2,})$/
const widest = 4

/**
 * Codes that were typed with spaces, `SG CLO 001` or `E 05`, each with the place and number of its words. Of neighbours that
 * might be words only what looks like a code is one: one or two letters before figures, or three and more short pieces.
 */
export function spacedCodes(words: readonly string[]): { start: number; count: number; code: string }[] {
  const found: { start: number; count: number; code: string }[] = []
  for (let end = words.length - 1; end > 0; end--) {
    if (!/^\d{2,}$/.test(words[end]!)) continue
    let start = end
    while (start > 0 && end - start + 1 < widest && isPiece(words[start - 1]!)) start--
    const count = end - start + 1
    const short = count === 2 && words[start]!.length <= 2
    if (count < 2 || !(short || count > 2)) continue
    found.push({ start, count, code: words.slice(start, end + 1).join('') })
  }
  return found.reverse()
}

const isPiece = (word: string) => piece.test(word) && /^[a-z]/.test(word) && !isFiller(word)
