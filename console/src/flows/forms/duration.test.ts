import { expect, it } from 'vitest'
import { readDuration, writeDuration } from './duration.ts'

it('reads what it writes, and leaves what is of several units', () => {
  for (const text of ['PT5M', 'PT36H', 'P2D']) expect(writeDuration(readDuration(text)!)).toBe(text)
  expect(readDuration('P1DT2H')).toBeUndefined()
  expect(readDuration('PT90S')).toBeUndefined()
})
