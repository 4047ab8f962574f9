/** How Chinese words sound: pinyin without tones, and with what is often confused in speech and typing made one. */
import { pinyin } from 'pinyin-pro'

const remembered = new Map<string, readonly string[]>()
const mostRemembered = 100_000

/** The syllables of a Chinese word, 退货 → tui, huo; ü is v. Of several readings, the one it has in this word. */
export function syllablesOf(word: string): readonly string[] {
  const known = remembered.get(word)
  if (known) return known
  const syllables = pinyin(word, { toneType: 'none', type: 'array', v: true })
  if (remembered.size >= mostRemembered) remembered.clear()
  remembered.set(word, syllables)
  return syllables
}

/**
 * One key for syllables that many people do not tell apart: zh/z, ch/c, sh/s; -ng/-n; n-/l-; f-/h- before u; ü typed as u.
 * A key that is the same says "may be meant", not "is the same".
 */
export const looseSound = (syllables: string): string =>
  syllables
    .replace(/([zcs])h/g, '$1')
    .replace(/(?<=[aeiou]n)g/g, '')
    .replace(/\bn(?=[aeiouv])/g, 'l')
    .replaceAll('v', 'u')
