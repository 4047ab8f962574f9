/**
 * What stands beside each word: positive pointwise mutual information of words with their neighbours two places to
 * either side, each side and distance for itself, so that words which can stand for each other are alike rather than
 * words which come together (Levy and Goldberg, "Linguistic Regularities in Sparse and Explicit Word Representations",
 * CoNLL 2014; contexts smoothed by 0.75 as in "Improving Distributional Similarity", TACL 2015).
 */

/** Rows of one matrix, one behind the other: row r has the entries from `starts[r]` to `starts[r + 1]`. */
export type SparseRows = {
  rows: number
  columns: number
  starts: Uint32Array
  places: Uint32Array
  values: Float32Array
}
export type Vocabulary = { words: string[]; counts: number[]; numbers: Map<string, number> }

const distance = 2
const smoothing = 0.75
const edge = '\u0000'

/** The words that are used in at least `least` texts, the most used first and at most `most`. */
export function countWords(texts: readonly string[][], least: number, most: number): Vocabulary {
  const held = new Map<string, number>()
  for (const words of texts) for (const word of new Set(words)) held.set(word, (held.get(word) ?? 0) + 1)
  const kept = [...held].filter(([, count]) => count >= least)
  kept.sort(([one, ofOne], [other, ofOther]) => ofOther - ofOne || (one < other ? -1 : 1))
  const chosen = kept.slice(0, most)
  const words = chosen.map(([word]) => word)
  return {
    words,
    counts: chosen.map(([, count]) => count),
    numbers: new Map(words.map((word, number) => [word, number])),
  }
}

export function contextsOf(texts: readonly string[][], { numbers }: Vocabulary): SparseRows {
  const counts = Array.from({ length: numbers.size }, () => new Map<number, number>())
  const columns = new Map<string, number>()
  const columnOf = (side: number, word: string) => {
    const name = `${side} ${word}`
    const known = columns.get(name)
    if (known !== undefined) return known
    columns.set(name, columns.size)
    return columns.size - 1
  }
  const sides = Array.from({ length: 2 * distance + 1 }, (_, at) => at - distance).filter((side) => side !== 0)
  const countAt = (words: string[], place: number) => {
    const row = numbers.get(words[place]!)
    if (row === undefined) return
    const counted = counts[row]!
    for (const side of sides) {
      if (place + side < -1 || place + side > words.length) continue
      const column = columnOf(side, words[place + side] ?? edge)
      counted.set(column, (counted.get(column) ?? 0) + 1)
    }
  }
  for (const words of texts) for (let place = 0; place < words.length; place++) countAt(words, place)
  return informationOf(counts, columns.size)
}

function informationOf(counts: Map<number, number>[], columns: number): SparseRows {
  const ofRow = counts.map((counted) => counted.values().reduce((sum, count) => sum + count, 0))
  const ofColumn = new Float64Array(columns)
  for (const counted of counts) for (const [column, count] of counted) ofColumn[column]! += count
  let mass = 0
  for (let column = 0; column < columns; column++) mass += ofColumn[column] = ofColumn[column]! ** smoothing
  const starts = new Uint32Array(counts.length + 1)
  const places: number[] = []
  const values: number[] = []
  counts.forEach((counted, row) => {
    for (const [column, count] of counted) {
      const information = Math.log((count * mass) / (ofRow[row]! * ofColumn[column]!))
      if (information <= 0) continue
      places.push(column)
      values.push(information)
    }
    starts[row + 1] = places.length
  })
  return { rows: counts.length, columns, starts, places: Uint32Array.from(places), values: Float32Array.from(values) }
}
