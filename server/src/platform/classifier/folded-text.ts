/**
 * A text with its letters folded for comparison: NFKC and lower case, white space as one blank, none at the ends. Where
 * that changes the length, each place of the folded text still knows where it came from.
 */

/** Of a longer text, this much from its beginning is read, in UTF-16 code units. */
export const longestRead = 8_192

export type FoldedText = {
  text: string
  /** Where the code unit at `place` began in the original; the length of the folded text is a place, too. */
  origin(place: number): number
}

/** A letter with the marks that belong to it. */
const clusters = /\P{M}\p{M}*|\p{M}+/gu
// eslint-disable-next-line no-control-regex
const plain = /^[\0-\x7f]*$/
const blank = /\s/u
const blanks = /\s/gu

export function foldText(original: string): FoldedText {
  const read = original.length > longestRead ? original.slice(0, longestRead) : original
  if (plain.test(read) && !/\s\s|^\s|\s$|[\t-\r]/.test(read))
    return { text: read.toLowerCase(), origin: (place) => place }
  let text = ''
  const places: number[] = []
  for (const { 0: cluster, index } of read.matchAll(clusters)) {
    const folded = blank.test(cluster) ? (text === '' || text.endsWith(' ') ? '' : ' ') : fold(cluster)
    for (let unit = 0; unit < folded.length; unit++) places.push(index)
    text += folded
  }
  if (text.endsWith(' ')) text = text.slice(0, -1)
  return { text, origin: (place) => places[place] ?? read.length }
}

const fold = (cluster: string) => cluster.normalize('NFKC').toLowerCase().replaceAll(blanks, ' ')
