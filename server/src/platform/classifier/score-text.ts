/** Raw scores of the labels for one text, as each member of a model has them. */
import { createReader, createTable, type SparseText } from './dictionary.ts'
import { type Familiarity, familiarityOf } from './familiarity.ts'
import type { HiddenMember, LearntModel, LinearMember, Member } from './model.ts'
import { featuresOf, type TextFeatures } from './text-features.ts'

export type Scored = {
  /** A member each, a number a label. */
  scores: Float64Array[]
  /** The share of its features that the model knows, by view. */
  known: number[]
  /** How familiar its wording is, where strange texts were there to learn from. */
  familiarity?: number | undefined
}
type Read = { features: TextFeatures; vector: SparseText }

export function createScorer({ labels, dictionary, members }: LearntModel) {
  const find = createTable(dictionary.hashes)
  const read = createReader(dictionary, find)
  return {
    /** The row of a feature, or -1. */
    find,
    read: (text: string): Read => {
      const features = featuresOf(text)
      return { features, vector: read(features) }
    },
    vectorOf: read,
    score: ({ features, vector }: Read, familiar: Familiarity | undefined): Scored => ({
      scores: members.map((member) => scoresOf(member, vector, labels.length)),
      known: vector.known,
      familiarity: familiar && familiarityOf(features, familiar),
    }),
  }
}
export type Scorer = ReturnType<typeof createScorer>

export const scoresOf = (member: Member, vector: SparseText, labelCount: number): Float64Array =>
  member.kind === 'linear' ? linearScores(member, vector, labelCount) : hiddenScores(member, vector, labelCount)

function linearScores({ rows, bias }: LinearMember, vector: SparseText, labelCount: number): Float64Array {
  const scores = new Float64Array(labelCount)
  const { offsets, columns, weights, scales } = rows
  const addRow = (row: number, value: number) => {
    const factor = value * scales[row]!
    const end = offsets[row + 1]!
    for (let place = offsets[row]!; place < end; place++) scores[columns[place]!]! += factor * weights[place]!
  }
  for (let place = 0; place < vector.rows.length; place++) addRow(vector.rows[place]!, vector.values[place]!)
  addRow(scales.length - 1, bias)
  return scores
}

function hiddenScores(member: HiddenMember, vector: SparseText, labelCount: number): Float64Array {
  const hidden = hiddenUnits(member, vector)
  const scores = new Float64Array(labelCount)
  for (let unit = 0; unit < hidden.length; unit++) {
    const value = hidden[unit]!
    if (value <= 0) continue
    const from = unit * labelCount
    for (let label = 0; label < labelCount; label++) scores[label]! += value * member.second[from + label]!
  }
  return scores
}

/** The hidden units before rectifying. */
export function hiddenUnits({ first, bias }: HiddenMember, vector: SparseText): Float64Array {
  const { columns, weights, scales } = first
  const hidden = new Float64Array(columns)
  const addRow = (row: number, value: number) => {
    const factor = value * scales[row]!
    const from = row * columns
    for (let unit = 0; unit < columns; unit++) hidden[unit]! += factor * weights[from + unit]!
  }
  for (let place = 0; place < vector.rows.length; place++) addRow(vector.rows[place]!, vector.values[place]!)
  addRow(scales.length - 1, bias)
  return hidden
}
