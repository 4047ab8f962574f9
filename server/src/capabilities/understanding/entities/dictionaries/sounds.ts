/** Chinese words of a list that are written with other signs of the same sound: 小密手环 for 小蜜手环. Tones do not count. */
import { syllablesOf } from '#platform/search'
import type { NearMatch } from './near-match.ts'

const runs = /[\u4e00-\u9fff]{2,60}/g
const shortest = 2
/** Two signs sound like others more often than three. */
const confidences: Record<number, number> = { 2: 0.6, 3: 0.75 }
const surest = 0.85

const isChinese = (word: string) => word.length >= shortest && /^[\u4e00-\u9fff]+$/.test(word)

/** Its sound is remembered, so that createSounds is quick for it. */
export function listenTo(word: string): void {
  if (isChinese(word)) syllablesOf(word)
}

export function createSounds(words: readonly string[], isWord: (word: string) => boolean) {
  const chinese = words.filter(isChinese)
  const bySound = new Map<string, string>()
  const lengths = new Set<number>()
  for (const word of chinese) {
    const sound = syllablesOf(word).join(' ')
    if (!bySound.has(sound)) bySound.set(sound, word)
    lengths.add(word.length)
  }
  const longestFirst = [...lengths].toSorted((one, other) => other - one)

  function find(folded: string): NearMatch[] {
    if (chinese.length === 0) return []
    return [...folded.matchAll(runs)].flatMap(({ 0: run, index }) => {
      const syllables = syllablesOf(run)
      return syllables.length === run.length ? findIn(run, syllables, index) : []
    })
  }

  function findIn(run: string, syllables: readonly string[], offset: number): NearMatch[] {
    const found: NearMatch[] = []
    for (let start = 0; start < run.length; ) {
      const length = longestFirst.find((each) => isMeant(run, syllables, { start, end: start + each }))
      if (length !== undefined) {
        const word = bySound.get(syllables.slice(start, start + length).join(' '))!
        found.push({
          start: offset + start,
          end: offset + start + length,
          word,
          confidence: confidences[length] ?? surest,
        })
      }
      start += length ?? 1
    }
    return found
  }

  /** The same sound in other signs, that are no word of their own. */
  function isMeant(run: string, syllables: readonly string[], { start, end }: { start: number; end: number }): boolean {
    if (end > run.length) return false
    const word = bySound.get(syllables.slice(start, end).join(' '))
    const written = run.slice(start, end)
    return word !== undefined && word !== written && !isWord(written)
  }

  return { find }
}
