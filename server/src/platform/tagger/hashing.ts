/** Numbers in place of words: 32 bits of a string, and of several numbers in order (FNV-1a; the finish of MurmurHash3). */

export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return finish(hash)
}

/** One number more; `finish` comes after the last. */
export const mix = (hash: number, value: number): number =>
  (Math.imul(((hash << 13) | (hash >>> 19)) ^ value, 0x9e3779b1) + 0x7f4a7c15) | 0

/** Never 0: 0 means that there is nothing. */
export function finish(hash: number): number {
  let value = hash
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  value ^= value >>> 16
  return value === 0 ? 1 : value
}

/** A generator of numbers in [0, 1), the same for the same seed (mulberry32). */
export function chanceFrom(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296
  }
}
