/**
 * The words of an index, each with a number given in order and kept for ever. Open addressing in small tables of their own:
 * one large table would hold everything up while it grows.
 */
import { grownTo } from './growing.ts'
import type { Pace } from './pace.ts'
import { bytesFor, hashOf, hashOfBytes, isText, mayBeWord, readText, writeText } from './text-bytes.ts'

const tables = 64
export type SavedNames = { count: number; starts: Uint32Array; bytes: Uint8Array }
export type Names = ReturnType<typeof createNames>

export function createNames() {
  let bytes: Uint8Array = new Uint8Array(new SharedArrayBuffer(1024))
  let starts: Uint32Array = new Uint32Array(new SharedArrayBuffer(256))
  let hashes = new Uint32Array(64)
  let count = 0
  const slots = Array.from({ length: tables }, () => new Uint32Array(16))
  const held = new Uint32Array(tables)

  function put(number: number): void {
    const hash = hashes[number]!
    const table = slots[hash % tables]!
    let place = (hash >>> 6) & (table.length - 1)
    while (table[place] !== 0) place = (place + 1) & (table.length - 1)
    table[place] = number + 1
  }

  function widen(table: number): void {
    const before = slots[table]!
    slots[table] = new Uint32Array(before.length * 2)
    for (const number of before) if (number !== 0) put(number - 1)
  }

  function index(number: number, hash: number): void {
    hashes[number] = hash
    const table = hash % tables
    if (++held[table]! * 4 > slots[table]!.length * 3) widen(table)
    put(number)
  }

  const names = {
    get count() {
      return count
    },

    /** The number of a word, or -1. */
    find(name: string): number {
      const hash = hashOf(name)
      const table = slots[hash % tables]!
      let place = (hash >>> 6) & (table.length - 1)
      for (let number = table[place]!; number !== 0; number = table[place]!) {
        const at = number - 1
        if (hashes[at] === hash && isText(bytes, [starts[at]!, starts[at + 1]!], name)) return at
        place = (place + 1) & (table.length - 1)
      }
      return -1
    },

    add(name: string): number {
      const known = names.find(name)
      if (known >= 0) return known
      const start = starts[count]!
      const end = start + bytesFor(name)
      bytes = grownTo(bytes, end)
      writeText(bytes, start, name)
      starts = grownTo(starts, count + 2)
      starts[count + 1] = end
      hashes = grownTo(hashes, count + 1)
      index(count, hashOf(name))
      return count++
    },

    at: (number: number) => readText(bytes, starts[number]!, starts[number + 1]!),

    /** What is there stays as it is, so it need not be copied. */
    saved: (): SavedNames => ({
      count,
      starts: starts.subarray(0, count + 1),
      bytes: bytes.subarray(0, starts[count]),
    }),

    /** Takes what was saved, into a table that is empty; tells of each plain word. */
    async load(saved: SavedNames, pace: Pace, onWord: (word: string, number: number) => void): Promise<void> {
      bytes = saved.bytes
      starts = saved.starts
      hashes = new Uint32Array(saved.count)
      for (; count < saved.count; count++) {
        index(count, hashOfBytes(bytes, starts[count]!, starts[count + 1]!))
        if (mayBeWord(bytes, starts[count]!)) onWord(names.at(count), count)
        if (pace.isDue()) await pace.rest()
      }
    },
  }
  return names
}
