import { assert, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bytesFor, compareTexts, readText, writeText } from './text-bytes.ts'

function stored(text: string) {
  const bytes = new Uint8Array(3 + bytesFor(text))
  writeText(bytes, 3, text)
  return [bytes, 3, bytes.length] as const
}
const texts = string({ unit: 'binary', maxLength: 6 })

describe('texts in bytes', () => {
  it('come back as they were, and stand in the order of strings', () => {
    const run = property(texts, texts, (one, other) => {
      expect(readText(...stored(one))).toBe(one)
      const order = one < other ? -1 : one > other ? 1 : 0
      expect(Math.sign(compareTexts(stored(one), stored(other)))).toBe(order)
    })
    assert(run, { numRuns: 500 })
  })
})
