/** Chance that a text decides, so that a turn that is decided again falls out the same on every machine. */

/** Numbers from 0 to 1, without 0 and 1 themselves. Seeded by FNV-1a, drawn by Mulberry32. */
export function createChance(seed: string): () => number {
  let state = 0x811c9dc5
  for (const unit of seed) state = Math.imul(state ^ unit.codePointAt(0)!, 0x01000193)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return (((value ^ (value >>> 14)) >>> 0) + 0.5) / 4_294_967_296
  }
}

/** A number of the normal distribution with mean 0 and deviation 1, by Box and Muller. */
export const normal = (chance: () => number): number =>
  Math.sqrt(-2 * Math.log(chance())) * Math.cos(2 * Math.PI * chance())
