import { array, assert, integer, property } from 'fast-check'
import { expect, test } from 'vitest'
import { fromHalfBytes, ofHalfByte, toHalfBytes, toScaledRows } from './quantise.ts'

test('whole numbers come out of half bytes as they went in', () => {
  const pairs = array(integer({ min: -ofHalfByte, max: ofHalfByte }), { maxLength: 40 })
  assert(
    property(pairs, (some) => {
      const weights = Int8Array.from([...some, ...some])
      expect(fromHalfBytes(toHalfBytes(weights))).toEqual(weights)
    }),
  )
})

test('a rounded weight is off by half of a step at most', () => {
  const weight = integer({ min: -4_000, max: 4_000 }).map((thousandths) => thousandths / 1_000)
  const row = array(weight, { minLength: 8, maxLength: 8 })
  assert(
    property(row, (some) => {
      const { weights, scales } = toScaledRows(Float32Array.from(some), { columns: 8, width: 8 }, ofHalfByte)
      const [scale] = scales
      for (const [place, weight] of some.entries()) {
        expect(Math.abs(weights[place]!)).toBeLessThanOrEqual(ofHalfByte)
        expect(Math.abs(weights[place]! * scale! - weight)).toBeLessThanOrEqual(scale! * 0.501)
      }
    }),
  )
})
