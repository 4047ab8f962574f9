/** Eigenvalues and eigenvectors of a small symmetric matrix by Jacobi's rotations (1846): slow, and exact to rounding. */

const mostSweeps = 60
const negligible = 1e-18

/** `matrix` row by row; the greatest eigenvalue first, the vectors as columns in the same order. */
export function eigenOf(matrix: Float64Array, size: number): { values: number[]; vectors: Float64Array } {
  const rest = Float64Array.from(matrix)
  const turned = new Float64Array(size * size)
  for (let place = 0; place < size; place++) turned[place * size + place] = 1
  const total = rest.reduce((sum, value) => sum + value * value, 0)
  for (let sweep = 0; sweep < mostSweeps && offDiagonal(rest, size) > negligible * total; sweep++)
    for (let row = 0; row < size - 1; row++)
      for (let column = row + 1; column < size; column++) rotate(rest, turned, { size, row, column })

  const order = Array.from({ length: size }, (_, place) => place)
  order.sort((one, other) => rest[other * size + other]! - rest[one * size + one]!)
  const vectors = new Float64Array(size * size)
  order.forEach((from, to) => {
    for (let row = 0; row < size; row++) vectors[row * size + to] = turned[row * size + from]!
  })
  return { values: order.map((place) => rest[place * size + place]!), vectors }
}

function offDiagonal(matrix: Float64Array, size: number): number {
  let sum = 0
  for (let row = 0; row < size; row++)
    for (let column = row + 1; column < size; column++) sum += matrix[row * size + column]! ** 2
  return sum
}

type Place = { size: number; row: number; column: number }
function rotate(matrix: Float64Array, turned: Float64Array, { size, row, column }: Place): void {
  const shared = matrix[row * size + column]!
  if (shared === 0) return
  const ratio = (matrix[column * size + column]! - matrix[row * size + row]!) / (2 * shared)
  const tangent = (ratio >= 0 ? 1 : -1) / (Math.abs(ratio) + Math.sqrt(ratio * ratio + 1))
  const cosine = 1 / Math.sqrt(tangent * tangent + 1)
  const sine = tangent * cosine
  for (let place = 0; place < size; place++) {
    const one = matrix[row * size + place]!
    const other = matrix[column * size + place]!
    matrix[row * size + place] = cosine * one - sine * other
    matrix[column * size + place] = sine * one + cosine * other
  }
  for (let place = 0; place < size; place++) {
    turnPair(matrix, place * size + row, place * size + column, cosine, sine)
    turnPair(turned, place * size + row, place * size + column, cosine, sine)
  }
}

function turnPair(...[matrix, one, other, cosine, sine]: [Float64Array, number, number, number, number]): void {
  const first = matrix[one]!
  const second = matrix[other]!
  matrix[one] = cosine * first - sine * second
  matrix[other] = sine * first + cosine * second
}
