/** Pinyin read as Chinese: letters cut into words that are known by their sound, and single syllables between them. */
export type PinyinReading = { pieces: number; words: number; text: string }
/** `word`: what is known by exactly these letters, and whether it says something; `syllable`: whether they are one. */
export type Sounds = {
  word(letters: string): { text: string; telling: boolean } | undefined
  syllable(letters: string): boolean
}

const longestWord = 36
const nothing: PinyinReading = { pieces: 0, words: 0, text: '' }

/** The reading with the fewest pieces (dynamic programming over the letters); nothing when some are left over. */
export function readPinyin(letters: string, sounds: Sounds): PinyinReading | undefined {
  const best: (PinyinReading | undefined)[] = [nothing]
  for (let end = 1; end <= letters.length; end++)
    for (let start = Math.max(0, end - longestWord); start < end; start++) {
      const before = best[start]
      const after = before && extend(before, letters.slice(start, end), sounds)
      if (after) best[end] = better(best[end], after)
    }
  return best[letters.length]
}

/** A syllable by itself says nothing: there are too many characters for each. */
function extend(before: PinyinReading, letters: string, sounds: Sounds): PinyinReading | undefined {
  const word = sounds.word(letters)
  const pieces = before.pieces + 1
  if (word) return { pieces, words: before.words + (word.telling ? 1 : 0), text: before.text + word.text }
  return sounds.syllable(letters) ? { ...before, pieces } : undefined
}

/** Fewer pieces are likelier; of as many, those with more words that say something. */
function better(one: PinyinReading | undefined, other: PinyinReading): PinyinReading {
  if (!one || other.pieces < one.pieces) return other
  return other.pieces === one.pieces && other.words > one.words ? other : one
}
