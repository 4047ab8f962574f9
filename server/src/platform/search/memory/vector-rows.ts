/**
 * Where vectors stand: rows in chunks of one memory that WebAssembly and the builder's thread see, each chunk belonging
 * to one list. A list is dense: what is taken out of it is replaced by its last row.
 */
import { createVectorMemory, pageSize } from './dot-products.ts'
import { grownTo } from './growing.ts'

export const chunkRows = 32
/** Memory grows by so many pages: 4 MiB. */
const growth = 64
/** In the place of a handle or a row: there is none. */
export const none = 0xffff_ffff
export type VectorList = { chunks: number[]; rows: number }
export type VectorRows = ReturnType<typeof createVectorRows>

/** `memory` may hold saved rows already, for `load`. */
export function createVectorRows(width: number, memory = createVectorMemory()) {
  let bytes = new Int8Array(memory.buffer)
  const chunkBytes = chunkRows * width
  let chunks = 0
  const freeChunks: number[] = []
  let handles = new Uint32Array(0)
  let inverses = new Float32Array(0)
  let listOfChunk = new Uint32Array(0)
  let rowOfHandle = new Uint32Array(0)
  const lists: VectorList[] = [{ chunks: [], rows: 0 }]

  const addressOf = (row: number) => pageSize + row * width
  const lastRow = ({ chunks: own, rows }: VectorList) => own.at(-1)! * chunkRows + ((rows - 1) % chunkRows)

  function takeChunk(list: number): number {
    const chunk = freeChunks.pop() ?? chunks++
    const end = pageSize + chunks * chunkBytes
    if (end > memory.buffer.byteLength) {
      memory.grow(Math.max(growth, Math.ceil((end - memory.buffer.byteLength) / pageSize)))
      bytes = new Int8Array(memory.buffer)
    }
    handles = grownTo(handles, chunks * chunkRows)
    inverses = grownTo(inverses, chunks * chunkRows)
    listOfChunk = grownTo(listOfChunk, chunks)
    listOfChunk[chunk] = list
    return chunk
  }

  function take(list: number): number {
    const own = lists[list]!
    if (own.rows % chunkRows === 0) own.chunks.push(takeChunk(list))
    own.rows++
    return lastRow(own)
  }

  function set(row: number, handle: number): void {
    handles[row] = handle
    const before = rowOfHandle.length
    rowOfHandle = grownTo(rowOfHandle, handle + 1)
    if (rowOfHandle.length > before) rowOfHandle.fill(none, before)
    rowOfHandle[handle] = row
  }

  function dropLast(list: VectorList): void {
    list.rows--
    if (list.rows % chunkRows === 0) freeChunks.push(list.chunks.pop()!)
  }

  /** Fills the place of a row that no handle has any more. Such rows at the end of the list just go. */
  function release(row: number): void {
    const chunk = Math.floor(row / chunkRows)
    const list = lists[listOfChunk[chunk]!]!
    while (list.rows > 0 && handles[lastRow(list)] === none) dropLast(list)
    const place = list.chunks.indexOf(chunk) * chunkRows + (row % chunkRows)
    if (place < 0 || place >= list.rows) return
    copy(lastRow(list), row)
    dropLast(list)
  }

  function copy(from: number, to: number): void {
    bytes.copyWithin(addressOf(to), addressOf(from), addressOf(from) + width)
    inverses[to] = inverses[from]!
    set(to, handles[from]!)
  }

  const rowOf = (handle: number) => (handle < rowOfHandle.length ? rowOfHandle[handle]! : none)

  return {
    memory,
    lists,
    width,
    addressOf,
    handleAt: (row: number) => handles[row]!,
    /** By row; read it anew after each change. */
    inverses: () => inverses,
    listOf: (handle: number) => (rowOf(handle) === none ? -1 : listOfChunk[Math.floor(rowOf(handle) / chunkRows)]!),

    add(handle: number, list: number, { code, inverse }: { code: Int8Array; inverse: number }): void {
      const row = take(list)
      bytes.set(code, addressOf(row))
      inverses[row] = inverse
      set(row, handle)
    },

    /** Takes the handle from its row, which stays where it is until `release`. */
    detach(handle: number): number {
      const row = rowOf(handle)
      if (row === none) return row
      rowOfHandle[handle] = none
      handles[row] = none
      return row
    },
    release,

    move(handle: number, list: number): void {
      const row = rowOf(handle)
      if (row === none || listOfChunk[Math.floor(row / chunkRows)] === list) return
      copy(row, take(list))
      handles[row] = none
      release(row)
    },

    saved: (): SavedRows => ({
      memory,
      chunks,
      handles: shared(Uint32Array, handles.subarray(0, chunks * chunkRows)),
      inverses: shared(Float32Array, inverses.subarray(0, chunks * chunkRows)),
      lists: lists.map((list) => ({ chunks: [...list.chunks], rows: list.rows })),
    }),
    /** Takes over the saved rows that its memory began with. */
    load(saved: SavedRows): void {
      for (let chunk = 0; chunk < saved.chunks; chunk++) takeChunk(none)
      inverses.set(saved.inverses)
      lists.length = 0
      const used = new Uint8Array(saved.chunks)
      saved.lists.forEach((list, number) => {
        lists.push(list)
        list.chunks.forEach((chunk, place) => {
          used[chunk] = 1
          listOfChunk[chunk] = number
          const rows = Math.min(chunkRows, list.rows - place * chunkRows)
          for (let row = chunk * chunkRows; row < chunk * chunkRows + rows; row++) set(row, saved.handles[row]!)
        })
      })
      used.forEach((isUsed, chunk) => {
        if (!isUsed) freeChunks.push(chunk)
      })
    },
  }
}
/** A copy that goes to another thread without being copied once more. */
function shared<Array extends Uint32Array | Float32Array>(
  made: new (buffer: SharedArrayBuffer) => Array,
  numbers: Array,
): Array {
  const copy = new made(new SharedArrayBuffer(numbers.byteLength))
  copy.set(numbers)
  return copy
}

export type SavedRows = {
  chunks: number
  handles: Uint32Array
  inverses: Float32Array
  lists: VectorList[]
  /** The rows themselves, in chunks from the second page on. */
  memory: WebAssembly.Memory
}
