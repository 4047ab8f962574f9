/** From the id of a document to its handle. Like `names`, but ids come and go, and stand with their documents. */
import { hashOf } from './text-bytes.ts'

const tables = 256
export type IdTable = ReturnType<typeof createIdTable>

export function createIdTable(isIdOf: (handle: number, id: string) => boolean) {
  /** Pairs: a hash, and the handle counted from one. */
  const pairs = Array.from({ length: tables }, () => new Uint32Array(0))
  const held = new Uint32Array(tables)
  let size = 0

  function put(table: Uint32Array, hash: number, handle: number): void {
    const mask = table.length / 2 - 1
    let place = (hash >>> 8) & mask
    while (table[place * 2 + 1] !== 0) place = (place + 1) & mask
    table[place * 2] = hash
    table[place * 2 + 1] = handle + 1
  }

  function placeOf(id: string, hash: number): number {
    const table = pairs[hash % tables]!
    const mask = table.length / 2 - 1
    if (mask < 0) return -1
    let place = (hash >>> 8) & mask
    while (table[place * 2 + 1] !== 0) {
      if (table[place * 2] === hash && isIdOf(table[place * 2 + 1]! - 1, id)) return place
      place = (place + 1) & mask
    }
    return -1
  }

  function widen(number: number): void {
    const before = pairs[number]!
    pairs[number] = new Uint32Array(Math.max(16, before.length * 2))
    for (let place = 0; place < before.length; place += 2)
      if (before[place + 1] !== 0) put(pairs[number], before[place]!, before[place + 1]! - 1)
  }

  /** What stands behind a freed place moves up, so that no search ends too early (Knuth, vol. 3, 6.4, algorithm R). */
  function free(table: Uint32Array, freed: number): void {
    const mask = table.length / 2 - 1
    let hole = freed
    for (let place = (freed + 1) & mask; table[place * 2 + 1] !== 0; place = (place + 1) & mask) {
      const home = (table[place * 2]! >>> 8) & mask
      const reachable = hole <= place ? hole < home && home <= place : hole < home || home <= place
      if (reachable) continue
      table.copyWithin(hole * 2, place * 2, place * 2 + 2)
      hole = place
    }
    table.fill(0, hole * 2, hole * 2 + 2)
  }

  return {
    get size() {
      return size
    },

    find(id: string): number {
      const hash = hashOf(id)
      const place = placeOf(id, hash)
      return place < 0 ? -1 : pairs[hash % tables]![place * 2 + 1]! - 1
    },

    /** The id, known by its hash, is not there yet. */
    add(hash: number, handle: number): void {
      const number = hash % tables
      if ((held[number]! + 1) * 4 > pairs[number]!.length * 1.5) widen(number)
      held[number]!++
      size++
      put(pairs[number]!, hash, handle)
    },

    remove(id: string): void {
      const hash = hashOf(id)
      const place = placeOf(id, hash)
      if (place < 0) return
      free(pairs[hash % tables]!, place)
      held[hash % tables]!--
      size--
    },
  }
}
