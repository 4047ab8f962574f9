import { readFileSync } from 'node:fs'
import { array, assert, integer, property, tuple } from 'fast-check'
import { expect, it } from 'vitest'
import initialiseWabt from 'wabt'
import { assembled, createDotProducts, createVectorMemory, pageSize, regions } from './dot-products.ts'

it('the machine code is what its source says', async () => {
  const wabt = await initialiseWabt()
  const source = readFileSync(new URL('./dot-products.wat', import.meta.url), 'utf8')
  const parsed = wabt.parseWat('dot-products.wat', source, { simd: true, threads: true })
  expect(Buffer.from(parsed.toBinary({}).buffer).toString('base64')).toBe(assembled)
})

it('multiplies as the definition says, whatever the numbers', () => {
  const memory = createVectorMemory()
  memory.grow(1)
  const products = createDotProducts(memory, regions.building)
  const numbers = (length: number) => array(integer({ min: -127, max: 127 }), { minLength: length, maxLength: length })
  const shape = tuple(integer({ min: 1, max: 9 }), integer({ min: 1, max: 5 }))
  const asked = shape.chain(([pieces, rows]) =>
    tuple(numbers(pieces * 16), array(numbers(pieces * 16), { minLength: rows, maxLength: rows })),
  )
  assert(
    property(asked, ([query, rows]) => {
      const width = query.length
      rows.forEach((row, place) => new Int8Array(memory.buffer, pageSize + place * width, width).set(row))
      products.ask(Int8Array.from(query))
      const sums = products.multiply(pageSize, { count: rows.length, width })
      const expected = rows.map((row) => row.reduce((sum, value, place) => sum + value * query[place]!, 0))
      expect([...sums.subarray(0, rows.length)]).toEqual(expected)
    }),
    { numRuns: 100 },
  )
})
