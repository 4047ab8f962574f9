/**
 * Weights as whole numbers with one scale a row, from -127 to 127 or from -7 to 7: the wide rows of a network say as much in
 * half a byte each (on dev sets the accuracy stays within a tenth of a point, and so does the surprise at the labels).
 */
import type { ScaledRows, SparseRows } from './model.ts'

export const ofByte = 127
export const ofHalfByte = 7

/** What rounds to nothing is left out. Weights below `least` are dropped before. `width` is that of `weights`, whose columns beyond `columns` mean nothing. */
export function toSparseRows(weights: Float32Array, { columns, width, least }: Shape & { least: number }): SparseRows {
  const count = weights.length / width
  const offsets = new Uint32Array(count + 1)
  const scales = new Float32Array(count)
  const keptColumns: number[] = []
  const keptWeights: number[] = []
  for (let row = 0; row < count; row++) {
    const scale = scaleOf(weights, { from: row * width, columns, largest: ofByte })
    scales[row] = scale
    for (let column = 0; column < columns && scale > 0; column++) {
      const weight = weights[row * width + column]!
      const rounded = Math.round(weight / scale)
      if (rounded === 0 || Math.abs(weight) < least) continue
      keptColumns.push(column)
      keptWeights.push(rounded)
    }
    offsets[row + 1] = keptColumns.length
  }
  return { offsets, columns: Uint16Array.from(keptColumns), weights: Int8Array.from(keptWeights), scales }
}
type Shape = { columns: number; width: number }

/** `largest`: of the whole numbers. */
export function toScaledRows(weights: Float32Array, { columns, width }: Shape, largest = ofByte): ScaledRows {
  const count = weights.length / width
  const scales = new Float32Array(count)
  const rounded = new Int8Array(count * columns)
  for (let row = 0; row < count; row++) {
    const scale = scaleOf(weights, { from: row * width, columns, largest })
    scales[row] = scale
    for (let column = 0; column < columns && scale > 0; column++)
      rounded[row * columns + column] = Math.round(weights[row * width + column]! / scale)
  }
  return { columns, weights: rounded, scales }
}

type Row = { from: number; columns: number; largest: number }
function scaleOf(weights: Float32Array, { from, columns, largest }: Row): number {
  let most = 0
  for (let column = 0; column < columns; column++) most = Math.max(most, Math.abs(weights[from + column]!))
  return most / largest
}

const raised = 8
export const fitHalfBytes = (weights: Int8Array) => weights.every((weight) => Math.abs(weight) <= ofHalfByte)

/** Two whole numbers from -7 to 7 in a byte, the first in its lower half; their count is even. */
export const toHalfBytes = (weights: Int8Array): Uint8Array =>
  Uint8Array.from(
    { length: weights.length / 2 },
    (_, place) => (weights[place * 2]! + raised) | ((weights[place * 2 + 1]! + raised) << 4),
  )

export function fromHalfBytes(bytes: Uint8Array): Int8Array {
  const weights = new Int8Array(bytes.length * 2)
  for (const [place, byte] of bytes.entries()) {
    weights[place * 2] = (byte & 0x0f) - raised
    weights[place * 2 + 1] = (byte >> 4) - raised
  }
  return weights
}
