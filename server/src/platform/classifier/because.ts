/** What of a text speaks for a label: the weights of the linear member, gathered on the words that they lie in. */
import type { SparseText } from './dictionary.ts'
import type { LinearMember } from './model.ts'
import type { TextFeatures } from './text-features.ts'

/** `start` and `end`: where `text` stands, in UTF-16 code units, half-open. `weight` 0–1 is its share of all that speaks for it. */
export type Reason = { text: string; start: number; end: number; weight: number }
type Asked = {
  text: string
  features: TextFeatures
  vector: SparseText
  /** The row of a feature, or -1. */
  find: (hash: number) => number
  label: number
}

const mostReasons = 5

export function becauseOf(linear: LinearMember, { text, features, vector, find, label }: Asked): Reason[] {
  if (label < 0) return []
  const values = new Map(vector.rows.map((row, place) => [row, vector.values[place]!]))
  const repeats = new Map<number, number>()
  for (const hash of features.hashes) repeats.set(hash, (repeats.get(hash) ?? 0) + 1)
  /** Of every code unit what the features over it give. */
  const given = new Float64Array(text.length)
  for (const [place, hash] of features.hashes.entries()) {
    const row = find(hash)
    if (row < 0) continue
    const [start, end] = [features.starts[place]!, features.ends[place]!]
    const gives = (weightOf(linear, row, label) * values.get(row)!) / repeats.get(hash)!
    for (let unit = start; unit < end; unit++) given[unit]! += gives / (end - start)
  }
  return strongest(text, given)
}

function weightOf({ rows }: LinearMember, row: number, label: number): number {
  for (let place = rows.offsets[row]!; place < rows.offsets[row + 1]!; place++)
    if (rows.columns[place] === label) return rows.weights[place]! * rows.scales[row]!
  return 0
}

/** A word, or a Chinese character with the one after it that says as much. */
const words =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{1,2}|[[\p{L}\p{N}\p{M}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]]+|[^\s\p{L}\p{N}\p{M}]/gv

function strongest(text: string, given: Float64Array): Reason[] {
  const reasons: Reason[] = []
  for (const { 0: word, index } of text.slice(0, given.length).matchAll(words)) {
    let weight = 0
    for (let unit = index; unit < index + word.length; unit++) weight += given[unit]!
    if (weight > 0) reasons.push({ text: word, start: index, end: index + word.length, weight })
  }
  const all = reasons.reduce((sum, { weight }) => sum + weight, 0)
  reasons.sort((one, other) => other.weight - one.weight)
  return reasons.slice(0, mostReasons).map((reason) => ({ ...reason, weight: reason.weight / all }))
}
