/** Which columns make signs, alone and together: chosen by what they gave on development sets (docs/decisions). */

/** What most texts are written in decides: Chinese and Japanese want wide neighbourhoods of characters, the others affixes. */
export type TemplateSet = 'words' | 'characters'

/** Apart by `|`. */
const forAll = `
  word | word-1 | word-2 | word+1 | word+2 | word-1 word | word word+1 | word-1 word+1 | word-2 word-1 | word+1 word+2
  | word-1 word word+1 | word-2 word-1 word | word word+1 word+2 | shape | shape-1 shape shape+1 | prefix2 | suffix2
  | suffix3 | chunkShape | glue | place | context | context word | context shape`
const written: Record<TemplateSet, string> = {
  words: `${forAll} | shape-1 | shape+1 | prefix1 | prefix3 | prefix4 | suffix1 | suffix4 | suffix3-1 | suffix3+1 | stem
  | stem-1 | stem+1 | chunk | chunkShape-1 | chunkShape+1 | glue shape | place word | opening | opening word
  | opening word-1 | habit | habit-1 | habit+1 | habit-1 habit | habit habit+1 | habit-1 habit habit+1
  | word-1 habit | habit word+1 | habit-2 | habit+2 | opening habit | opening habit+1 | opening word+1 | opening glue
  | opening listed | word-3 | word+3 | listed-2 | listed+2 | listed | listed-1 | listed+1 | listed listed+1 | listed-1 listed`,
  characters: `${forAll} | word-3 | word+3 | word-2 word | word word+2 | segmentPart | segmentPart-1 | segmentPart+1
  | segment | segment-1 | segment+1 | segmentKind | segmentKind-1 | segmentKind+1 | segmentKind-2 | segmentKind+2
  | segmentKind-1 segmentKind | segmentKind segmentKind+1 | segmentPart word | dictionary | dictionary word
  | dictionary-1 dictionary | dictionary dictionary+1`,
}

export const templateNames = (set: TemplateSet): string[] => written[set].split('|').map((name) => name.trim())

/** Names and habits that training shows help where words are whole; single characters stand in every list. */
export const learnsNames: Record<TemplateSet, boolean> = { words: true, characters: false }
