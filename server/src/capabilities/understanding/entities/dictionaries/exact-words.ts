/** Words of a list in a text, each where it stands as a word: by its first two units, then by each length that begins so. */

/** What a word stands for, and how surely. */
export type Entry = { type: string; value: string; confidence: number }
export type ExactMatch = { start: number; end: number; entry: Entry }

const isLatin = (unit: number) => (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57)

const apostrophe = /['’]/

/** No Latin letter or digit goes on before or behind a word that begins or ends with one; the s of "where's" is none. */
export const standsAlone = (text: string, start: number, end: number) =>
  !(isLatin(text.charCodeAt(start)) && isLatin(text.charCodeAt(start - 1))) &&
  !(end - start === 1 && apostrophe.test(text[start - 1] ?? '') && isLatin(text.charCodeAt(start - 2))) &&
  !(isLatin(text.charCodeAt(end - 1)) && isLatin(text.charCodeAt(end)))

export function createExactWords(known: ReadonlyMap<string, readonly Entry[]>) {
  const lengths = new Map<string, number[]>()
  for (const word of known.keys()) {
    const begin = word.slice(0, 2)
    const those = lengths.get(begin)
    if (!those) lengths.set(begin, [word.length])
    else if (!those.includes(word.length)) those.push(word.length)
  }
  for (const those of lengths.values()) those.sort((one, other) => other - one)
  const hasSingle = [...known.keys()].some((word) => word.length === 1)

  /** At each place the longest word that begins there; words within it are left out. */
  function find(folded: string): ExactMatch[] {
    const found: ExactMatch[] = []
    for (let start = 0; start < folded.length; ) {
      const end = endOfWord(folded, start)
      if (end !== undefined) for (const entry of known.get(folded.slice(start, end))!) found.push({ start, end, entry })
      start = end ?? start + 1
    }
    return found
  }

  function endOfWord(folded: string, start: number): number | undefined {
    for (const length of lengths.get(folded.slice(start, start + 2)) ?? []) {
      const end = start + length
      if (end <= folded.length && known.has(folded.slice(start, end)) && standsAlone(folded, start, end)) return end
    }
    const isSingle = hasSingle && known.has(folded[start]!) && standsAlone(folded, start, start + 1)
    return isSingle ? start + 1 : undefined
  }

  return { find }
}
