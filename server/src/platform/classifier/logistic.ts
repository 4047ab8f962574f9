/** Logistic regression for a handful of inputs: Newton's method, the weights but the first (the shift) pulled to zero. */
export type LogisticLesson = { inputs: number[]; yes: boolean; count: number }

const rounds = 25
const enough = 1e-7

export const sigmoid = (value: number) => 1 / (1 + Math.exp(-value))

/** The shift, then a weight an input. `count` is what a lesson counts; `pull` is what a squared weight costs. */
export function fitLogistic(lessons: readonly LogisticLesson[], pull: number): number[] {
  const size = (lessons[0]?.inputs.length ?? 0) + 1
  const weights = Array.from({ length: size }, () => 0)
  const pulls = weights.map((_, place) => (place === 0 ? 1e-6 : pull))
  for (let round = 0; round < rounds; round++) {
    const slope = weights.map((weight, place) => pulls[place]! * weight)
    const bend = weights.map((_, row) => weights.map((__, column) => (row === column ? pulls[row]! : 0)))
    for (const { inputs, yes, count } of lessons) {
      const all = [1, ...inputs]
      const said = sigmoid(all.reduce((sum, input, place) => sum + input * weights[place]!, 0))
      const curve = Math.max(1e-6, said * (1 - said)) * count
      addTo(slope, all, (said - (yes ? 1 : 0)) * count)
      for (const [row, input] of all.entries()) addTo(bend[row]!, all, curve * input)
    }
    const step = solve(bend, slope)
    // A step that leads far away is cut: the curve there is another.
    const cut = Math.min(1, 2 / Math.max(...step.map(Math.abs)))
    for (let place = 0; place < size; place++) weights[place]! -= cut * step[place]!
    if (Math.max(...step.map(Math.abs)) < enough) break
  }
  return weights
}

function addTo(sums: number[], values: readonly number[], factor: number): void {
  for (let place = 0; place < sums.length; place++) sums[place]! += values[place]! * factor
}

/** Gaussian elimination with pivoting; the matrix is positive definite. */
export function solve(matrix: number[][], right: number[]): number[] {
  const rows = matrix.map((row, place) => [...row, right[place]!])
  for (let at = 0; at < rows.length; at++) {
    let pivot = at
    for (let row = at + 1; row < rows.length; row++)
      if (Math.abs(rows[row]![at]!) > Math.abs(rows[pivot]![at]!)) pivot = row
    ;[rows[at], rows[pivot]] = [rows[pivot]!, rows[at]!]
    for (let row = at + 1; row < rows.length; row++) {
      const factor = rows[row]![at]! / rows[at]![at]!
      for (let column = at; column <= rows.length; column++) rows[row]![column]! -= factor * rows[at]![column]!
    }
  }
  const solution = right.map(() => 0)
  for (let at = rows.length - 1; at >= 0; at--) {
    const known = solution.reduce((sum, value, column) => sum + (column > at ? rows[at]![column]! * value : 0), 0)
    solution[at] = (rows[at]![rows.length]! - known) / rows[at]![at]!
  }
  return solution
}
