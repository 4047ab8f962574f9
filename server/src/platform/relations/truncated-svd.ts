/**
 * The leading left singular vectors of a sparse matrix, each scaled by the square root of its singular value (Halko,
 * Martinsson and Tropp, "Finding Structure with Randomness", SIAM Review 2011). The same seed gives the same vectors.
 */
import type { SparseRows } from './contexts.ts'
import { eigenOf } from './symmetric-eigen.ts'

/** Dense, row by row. */
export type Dense = { rows: number; columns: number; values: Float64Array }

const rounds = 3
const spare = 10
const smallest = 1e-9

export function leadingVectors(matrix: SparseRows, wanted: number, seed: number): Dense {
  const width = Math.min(wanted + spare, matrix.rows, matrix.columns)
  let basis = orthonormal(multiply(matrix, gaussian(matrix.columns, width, seed)))
  for (let round = 0; round < rounds; round++) basis = orthonormal(multiply(matrix, multiplyTransposed(matrix, basis)))
  const projected = multiplyTransposed(matrix, basis)
  const { values, vectors } = eigenOf(gram(projected), width)
  const kept = Math.min(wanted, width)
  const scaled: Dense = { rows: matrix.rows, columns: kept, values: new Float64Array(matrix.rows * kept) }
  for (let row = 0; row < matrix.rows; row++)
    for (let column = 0; column < kept; column++) {
      let sum = 0
      for (let inner = 0; inner < width; inner++)
        sum += basis.values[row * width + inner]! * vectors[inner * width + column]!
      // The eigenvalue is the square of the singular value: its fourth root scales by the square root.
      scaled.values[row * kept + column] = sum * Math.max(0, values[column]!) ** 0.25
    }
  return scaled
}

function multiply({ rows, starts, places, values }: SparseRows, right: Dense): Dense {
  const { columns } = right
  const product = new Float64Array(rows * columns)
  for (let row = 0; row < rows; row++)
    for (let entry = starts[row]!; entry < starts[row + 1]!; entry++)
      addScaled(product, row * columns, right.values, places[entry]! * columns, values[entry]!, columns)
  return { rows, columns, values: product }
}

function multiplyTransposed({ rows, columns: height, starts, places, values }: SparseRows, right: Dense): Dense {
  const { columns } = right
  const product = new Float64Array(height * columns)
  for (let row = 0; row < rows; row++)
    for (let entry = starts[row]!; entry < starts[row + 1]!; entry++)
      addScaled(product, places[entry]! * columns, right.values, row * columns, values[entry]!, columns)
  return { rows: height, columns, values: product }
}

function addScaled(
  ...[to, at, from, start, factor, length]: [Float64Array, number, Float64Array, number, number, number]
): void {
  for (let place = 0; place < length; place++) to[at + place]! += factor * from[start + place]!
}

/** Gram and Schmidt's, twice, which keeps it orthogonal to rounding. Columns are handled as rows of the transposed. */
function orthonormal(matrix: Dense): Dense {
  const { rows, columns } = matrix
  const flipped = transposed(matrix)
  for (let column = 0; column < columns; column++) {
    const own = flipped.subarray(column * rows, (column + 1) * rows)
    for (let pass = 0; pass < 2; pass++)
      for (let before = 0; before < column; before++) {
        takeAway(own, flipped.subarray(before * rows, (before + 1) * rows))
      }
    const length = Math.sqrt(dot(own, own))
    for (let row = 0; row < rows; row++) own[row] = length > smallest ? own[row]! / length : 0
  }
  return { rows, columns, values: transposed({ rows: columns, columns: rows, values: flipped }) }
}

function takeAway(own: Float64Array, other: Float64Array): void {
  const overlap = dot(own, other)
  for (let row = 0; row < own.length; row++) own[row]! -= overlap * other[row]!
}

function transposed({ rows, columns, values }: Dense): Float64Array {
  const flipped = new Float64Array(values.length)
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) flipped[column * rows + row] = values[row * columns + column]!
  return flipped
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0
  for (let place = 0; place < one.length; place++) sum += one[place]! * other[place]!
  return sum
}

/** Every column of a matrix with every other. */
function gram({ rows, columns, values }: Dense): Float64Array {
  const product = new Float64Array(columns * columns)
  for (let row = 0; row < rows; row++)
    for (let one = 0; one < columns; one++) {
      const value = values[row * columns + one]!
      if (value !== 0) addScaled(product, one * columns, values, row * columns, value, columns)
    }
  return product
}

/** Normally distributed numbers by Box and Muller's method from mulberry32's. */
function gaussian(rows: number, columns: number, seed: number): Dense {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (((mixed ^ (mixed >>> 14)) >>> 0) + 1) / 4_294_967_297
  }
  const values = Float64Array.from(
    { length: rows * columns },
    () => Math.sqrt(-2 * Math.log(next())) * Math.cos(2 * Math.PI * next()),
  )
  return { rows, columns, values }
}
