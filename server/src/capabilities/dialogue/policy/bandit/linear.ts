/** The little linear algebra that is needed: a symmetric positive definite system by Cholesky's decomposition. */

/** The lower triangle L with L·Lᵀ = matrix. Throws where the matrix is not positive definite: a prior always makes it so. */
export function decompose(matrix: number[][]): number[][] {
  const lower = matrix.map((row) => row.map(() => 0))
  for (const [row, values] of matrix.entries())
    for (let column = 0; column <= row; column += 1) {
      let rest = values[column]!
      for (let each = 0; each < column; each += 1) rest -= lower[row]![each]! * lower[column]![each]!
      if (row === column && rest <= 0) throw new Error('not positive definite')
      lower[row]![column] = row === column ? Math.sqrt(rest) : rest / lower[column]![column]!
    }
  return lower
}

/** x with lower·x = target. */
export function forward(lower: number[][], target: readonly number[]): number[] {
  const half: number[] = []
  for (const [row, value] of target.entries()) {
    let rest = value
    for (let each = 0; each < row; each += 1) rest -= lower[row]![each]! * half[each]!
    half.push(rest / lower[row]![row]!)
  }
  return half
}

/** x with matrix·x = target. */
export function solve(matrix: number[][], target: number[]): number[] {
  const lower = decompose(matrix)
  const half = forward(lower, target)
  const solved = half.map(() => 0)
  for (let row = half.length - 1; row >= 0; row -= 1) {
    let rest = half[row]!
    for (let each = row + 1; each < half.length; each += 1) rest -= lower[each]![row]! * solved[each]!
    solved[row] = rest / lower[row]![row]!
  }
  return solved
}

export const dot = (one: readonly number[], other: readonly number[]) =>
  one.reduce((sum, value, at) => sum + value * other[at]!, 0)
