/** Chance that a seed decides: the same seed gives the same numbers on every machine. */
export type Chance = { next(): number; below(most: number): number; shuffle(values: Int32Array): void }

/** Mulberry32: 32 bits of state are enough to put examples in order and to leave some out. */
export function createChance(seed: number): Chance {
  let state = seed | 0
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (most: number) => Math.floor(next() * most)
  return {
    /** From 0 to 1, without 1. */
    next,
    below,
    shuffle(values) {
      for (let last = values.length - 1; last > 0; last--) {
        const other = below(last + 1)
        const held = values[last]!
        values[last] = values[other]!
        values[other] = held
      }
    },
  }
}
