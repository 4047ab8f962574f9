/** What was learnt, in numbers: small enough to be kept with the database, and read as it is when a text is classified. */
import type { Dictionary } from './dictionary.ts'
import type { Familiarity } from './familiarity.ts'

/** Rows of a feature, most of whose weights are zero: those of row r stand from `offsets[r]` to `offsets[r + 1]`. */
export type SparseRows = { offsets: Uint32Array; columns: Uint16Array; weights: Int8Array; scales: Float32Array }
/** A matrix of so many columns, a row a feature; a weight counts its row's scale. */
export type ScaledRows = { columns: number; weights: Int8Array; scales: Float32Array }

/** One weight a feature and label. The last row is the bias. */
export type LinearMember = { kind: 'linear'; rows: SparseRows; bias: number }
/** A layer of hidden units between features and labels. The last row of `first` is the bias. */
export type HiddenMember = { kind: 'hidden'; first: ScaledRows; second: Float32Array; bias: number }
export type Member = LinearMember | HiddenMember

export type LearntModel = {
  labels: string[]
  dictionary: Dictionary
  members: Member[]
}
/** How raw scores become probabilities (calibration.ts): a factor for each member's; slope and shift for the best label. */
export type Calibration = { factors: number[]; slope: number; shift: number }
/** A logistic regression over the signs of scope.ts; `centres` and `spreads` bring each sign to a common size. */
export type ScopeModel = { weights: number[]; centres: number[]; spreads: number[] }
export type ClassifierModel = LearntModel & {
  calibration: Calibration
  scope: ScopeModel
  /** Where strange texts were there to learn from; it is the last of the signs then. */
  familiarity?: Familiarity | undefined
}
