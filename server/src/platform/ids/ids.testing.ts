import type { Ids } from './ids.ts'

/** Counting ids and a seeded chance (mulberry32), so that a failing run can be run again. */
export function createSeededIds(seed = 1): Ids {
  let count = 0
  let state = seed
  const chance = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const padded = () => (seed * 2 ** 32 + ++count).toString(16).padStart(32, '0')
  return { next: (prefix) => `${prefix}_${padded()}`, secret: () => `secret-${padded()}`, chance }
}
