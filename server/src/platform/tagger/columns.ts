/**
 * What is known of each unit, one column a thing, as hashes (0: there is nothing): the word, its shape, how it begins
 * and ends, what it is glued to, the Chinese word it lies in. Pure, and the same for learning and for tagging.
 */
import { stemmer } from 'stemmer'
import { finish, hashOf, mix } from './hashing.ts'
import { unitAt, type Units } from './units.ts'

/** The number of each column. */
export const column = {
  word: 0,
  shape: 1,
  stem: 2,
  prefix1: 3,
  prefix2: 4,
  prefix3: 5,
  prefix4: 6,
  suffix1: 7,
  suffix2: 8,
  suffix3: 9,
  suffix4: 10,
  chunk: 11,
  chunkShape: 12,
  glue: 13,
  place: 14,
  opening: 15,
  segmentPart: 16,
  segment: 17,
  segmentKind: 18,
  dictionary: 19,
  listed: 20,
  habit: 21,
  context: 22,
} as const
export type ColumnName = keyof typeof column
const columnCount = Object.keys(column).length
export type Columns = readonly Int32Array[]

const folded = (text: string) => text.normalize('NFKC').toLowerCase()
const han = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

/** `McDonald` is XxXx, `2018` d4, a Chinese character h; a sign is itself. */
function shapeOf(raw: string): string {
  if (/^\p{N}/u.test(raw)) return `d${Math.min(raw.length, 5)}`
  if (han.test(raw)) return 'h'
  if (!/^[\p{L}\p{M}]/u.test(raw)) return raw
  return raw.replace(/\p{Lu}+/gu, 'X').replace(/[^X]+/gu, 'x') + (raw.length === 1 ? '1' : '')
}

type WordFacts = { word: number; shape: number; stem: number; affixes: Int32Array; isHan: boolean }
const mostFacts = 50_000
const longestWord = 40

function readWord(raw: string): WordFacts {
  const word = folded(raw)
  const isHan = han.test(raw)
  const letters = !isHan && /^\p{L}/u.test(raw)
  const affixes = new Int32Array(8)
  for (let size = 1; letters && size <= 4 && size < word.length; size++) {
    affixes[size - 1] = hashOf(word.slice(0, size))
    affixes[size + 3] = hashOf(word.slice(-size))
  }
  // The stemmer's time is not linear, and no word is this long.
  const stem = letters ? hashOf(word.length <= longestWord ? stemmer(word) : word) : 0
  return { word: hashOf(word), shape: hashOf(shapeOf(raw)), stem, affixes, isHan }
}

export type ReadColumns = (units: Units, context: readonly string[]) => { columns: Columns; isChinese: boolean }

/** Words come again and again: what was found out about one is kept for as long as the reader lives. */
export function createColumnReader(): ReadColumns {
  const facts = new Map<string, WordFacts>()
  function factsOf(raw: string): WordFacts {
    const known = facts.get(raw)
    if (known) return known
    if (facts.size >= mostFacts) facts.clear()
    const found = readWord(raw)
    if (raw.length <= longestWord) facts.set(raw, found)
    return found
  }

  return function readColumns(units, context) {
    const { count } = units
    const columns = Array.from({ length: columnCount }, () => new Int32Array(count))
    const chinese = new Uint8Array(count)
    for (let place = 0; place < count; place++) {
      const { word, shape, stem, affixes, isHan } = factsOf(unitAt(units, place))
      columns[column.word]![place] = word
      columns[column.shape]![place] = shape
      columns[column.stem]![place] = stem
      for (let at = 0; at < affixes.length; at++) columns[column.prefix1 + at]![place] = affixes[at]!
      columns[column.place]![place] = place < 3 ? place + 1 : place === count - 1 ? 4 : 0
      chinese[place] = isHan ? 1 : 0
    }
    readChunks(units, chinese, columns)
    if (count > 0) columns[column.opening]!.fill(columns[column.word]![0]!)
    if (context.length > 0) columns[column.context]!.fill(hashOf(context.join('\n')))
    return { columns, isChinese: chinese.includes(1) }
  }
}

/** A chunk is what stands between white space or Chinese: `12:30`, `7pm`, `t-shirt`. */
function readChunks(units: Units, chinese: Uint8Array, columns: Columns): void {
  const { text, count, starts, ends } = units
  let first = 0
  for (let place = 0; place < count; place++) {
    const next = place + 1
    const glued = next < count && starts[next] === ends[place]
    columns[column.glue]![place] = 1 + (first < place ? 1 : 0) + (glued ? 2 : 0)
    if (glued && !chinese[place] && !chinese[next] && next - first < longestWord) continue
    let shape = 0
    for (let at = first; at < next; at++) shape = mix(shape, columns[column.shape]![at]!)
    columns[column.chunkShape]!.fill(finish(shape), first, next)
    if (place > first) columns[column.chunk]!.fill(hashOf(folded(text.slice(starts[first], ends[place]))), first, next)
    first = next
  }
}
