/**
 * Which features a learner knows, and a text as a sparse vector of them: 1 + ln(count), times what the feature tells of the
 * labels, each view of the text scaled to length 1. What a feature tells is one minus the entropy of the labels of the
 * texts that have it, shrunk where those are few: among short texts that serves better than the inverse document frequency, whose root is the other way of weighing.
 */
import { type TextFeatures, views } from './text-features.ts'

export type Dictionary = {
  /** Sorted; a feature's number is its place. */
  hashes: Uint32Array
  /** What each counts. */
  weights: Float32Array
}
/** Numbers of features and what each counts; `known` is the share of the text's features that the dictionary has, by view. */
export type SparseText = { rows: number[]; values: number[]; known: number[] }

export type LabelledFeatures = { features: TextFeatures; label: string }

/** What every feature counts, however its labels are spread; and so many texts are needed to believe half of the rest. */
const floor = 0.5
const doubt = 2

type DictionaryPlan = { weighing: 'labels' | 'rarity'; leastTexts: number; most: number }

export function buildDictionary(examples: readonly LabelledFeatures[], plan: DictionaryPlan): Dictionary {
  const { weighing, leastTexts, most } = plan
  const counts = countByLabel(examples)
  const least = Math.max(leastTexts, leastThatLeaves(counts, most))
  const kept = [...counts].filter(([, { texts }]) => texts >= least).sort(([one], [other]) => one - other)
  const widest = Math.log(new Set(examples.map(({ label }) => label)).size) || 1
  return {
    hashes: Uint32Array.from(kept, ([hash]) => hash),
    weights: Float32Array.from(kept, ([, { texts, sum }]) => {
      if (weighing === 'rarity') return Math.sqrt(Math.log((1 + examples.length) / (1 + texts)) + 1)
      const entropy = Math.log(texts) - sum / texts
      return floor + ((1 - floor) * (1 - entropy / widest) * texts) / (texts + doubt)
    }),
  }
}

/** `texts`: how many have the feature; `sum`: of n ln n over the labels, n being how many of a label have it. */
type Count = { texts: number; sum: number; label: string; ofLabel: number }

function countByLabel(examples: readonly LabelledFeatures[]): Map<number, Count> {
  const counts = new Map<number, Count>()
  const close = (count: Count) => void (count.sum += count.ofLabel * Math.log(Math.max(1, count.ofLabel)))
  const byLabel = [...examples].sort((one, other) => (one.label < other.label ? -1 : one.label > other.label ? 1 : 0))
  for (const { features, label } of byLabel)
    for (const hash of new Set(features.hashes)) {
      let count = counts.get(hash)
      if (!count) counts.set(hash, (count = { texts: 0, sum: 0, label, ofLabel: 0 }))
      if (count.label !== label) {
        close(count)
        count.label = label
        count.ofLabel = 0
      }
      count.texts++
      count.ofLabel++
    }
  for (const count of counts.values()) close(count)
  return counts
}

/** The least number of texts that leaves no more than `most` features. */
function leastThatLeaves(counts: Map<number, Count>, most: number): number {
  if (counts.size <= most) return 1
  const falling = [...counts.values()].map(({ texts }) => texts).sort((one, other) => other - one)
  return falling[most]! + 1
}

/** Reads texts as vectors of a dictionary. */
export function createReader({ hashes, weights }: Dictionary, find = createTable(hashes)) {
  return (features: TextFeatures): SparseText => {
    const rows: number[] = []
    const values: number[] = []
    const known: number[] = []
    for (let view = 0; view < views; view++) {
      const from = view === 0 ? 0 : features.wordCount
      const to = view === 0 ? features.wordCount : features.hashes.length
      const counts = new Map<number, number>()
      let knownHere = 0
      for (let place = from; place < to; place++) {
        const row = find(features.hashes[place]!)
        if (row < 0) continue
        knownHere++
        counts.set(row, (counts.get(row) ?? 0) + 1)
      }
      let squares = 0
      const first = rows.length
      for (const [row, count] of counts) {
        const value = (1 + Math.log(count)) * weights[row]!
        squares += value * value
        rows.push(row)
        values.push(value)
      }
      for (let place = first; place < values.length; place++) values[place]! /= Math.sqrt(squares)
      known.push(to > from ? knownHere / (to - from) : 0)
    }
    return { rows, values, known }
  }
}

/** Where a hash stands among sorted ones, or -1: open addressing over a table that is half empty at least. */
export function createTable(hashes: Uint32Array): (hash: number) => number {
  const size = 2 ** Math.ceil(Math.log2(Math.max(2, hashes.length * 2)))
  const places = new Int32Array(size).fill(-1)
  const slotOf = (hash: number) => Math.imul(hash, 0x9e3779b1) >>> 0
  const shift = size - 1
  for (let place = 0; place < hashes.length; place++) {
    let slot = slotOf(hashes[place]!) & shift
    while (places[slot]! >= 0) slot = (slot + 1) & shift
    places[slot] = place
  }
  return (hash) => {
    let slot = slotOf(hash) & shift
    while (places[slot]! >= 0) {
      if (hashes[places[slot]!] === hash) return places[slot]!
      slot = (slot + 1) & shift
    }
    return -1
  }
}
