import { readFileSync } from 'node:fs'
import { array, assert, float, integer, property, tuple } from 'fast-check'
import { expect, test } from 'vitest'
import initialiseWabt from 'wabt'
import { assembled, createWorkbench, paddedWidth } from './weighted-rows.ts'

test('the machine code is what its source says', async () => {
  const wabt = await initialiseWabt()
  const source = readFileSync(new URL('./weighted-rows.wat', import.meta.url), 'utf8')
  const parsed = wabt.parseWat('weighted-rows.wat', source, { simd: true })
  expect(Buffer.from(parsed.toBinary({}).buffer).toString('base64')).toBe(assembled)
})

test('rows are summed and added to as the definition says', () => {
  const number = float({ min: -8, max: 8, noNaN: true })
  const shape = tuple(
    integer({ min: 1, max: 30 }),
    array(tuple(integer({ min: 0, max: 5 }), number), { maxLength: 12 }),
  )
  assert(
    property(shape, array(number, { minLength: 240, maxLength: 240 }), ([columns, chosen], fill) => {
      const width = paddedWidth(columns)
      const bench = createWorkbench(20_000)
      const matrix = bench.floats(6 * width)
      matrix.view.forEach((_, place) => void (matrix.view[place] = fill[place]!))
      const sum = { rows: bench.places(12), values: bench.floats(12), from: 0, count: chosen.length }
      chosen.forEach(([row, value], place) => {
        sum.rows.view[place] = row
        sum.values.view[place] = value
      })
      const vector = bench.floats(width)
      const expected = Array.from({ length: width }, (_, column) =>
        chosen.reduce((total, [row, value]) => total + value * matrix.view[row * width + column]!, 0),
      )
      bench.sum(matrix, sum, vector)
      for (const [column, value] of expected.entries()) expect(vector.view[column]).toBeCloseTo(value, 2)
      const before = Float32Array.from(matrix.view)
      vector.view.fill(1)
      bench.spread(matrix, sum, vector)
      for (const [place, value] of matrix.view.entries()) {
        const row = Math.floor(place / width)
        const added = chosen.reduce((total, [at, factor]) => total + (at === row ? factor : 0), 0)
        expect(value).toBeCloseTo(before[place]! + added, 2)
      }
    }),
    { numRuns: 100 },
  )
})
