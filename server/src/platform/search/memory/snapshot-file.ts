/**
 * An index in a file. Written beside the one before and put in its place only when it is whole and on the disk; read only
 * when its format is this one and every checksum fits. What is broken, cut short or older is no snapshot: the owner
 * builds the index anew.
 */
import { closeSync, fsyncSync, fstatSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { crc32 } from 'node:zlib'
import { createVectorMemory, pageSize } from './dot-products.ts'

/** Raise it whenever the meaning of any byte changes. */
const format = 6
const mark = 0x4c58_5349
const preamble = 16
/** One call moves at most 2 GiB. */
const mostAtOnce = 2 ** 30
const copied = 4 * 2 ** 20

/** What fits into JSON, and blocks of bytes. One block may be the rows of a vector memory: it is read into one at once. */
export type Snapshot = {
  head: unknown
  blocks: Uint8Array[]
  rows?: { block: number; memory: WebAssembly.Memory } | undefined
}
type Head = { head: unknown; blocks: { length: number; checksum: number }[]; rows: number | undefined }

export function writeSnapshot(file: string, { head, blocks, rows }: Snapshot): number {
  const unfinished = `${file}.unfinished`
  const handle = openSync(unfinished, 'w', 0o600)
  let end = preamble
  try {
    const described: Head = { head, blocks: [], rows: rows?.block }
    for (const block of blocks) {
      described.blocks.push({ length: block.length, checksum: writeCopied(handle, block, end) })
      end += block.length
    }
    const text = Buffer.from(JSON.stringify(described))
    writeAll(handle, text, end)
    const start = Buffer.alloc(preamble)
    start.writeUInt32LE(mark, 0)
    start.writeUInt32LE(format, 4)
    start.writeUInt32LE(text.length, 8)
    start.writeUInt32LE(crc32(text), 12)
    writeAll(handle, start, 0)
    end += text.length
    fsyncSync(handle)
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw error
  } finally {
    closeSync(handle)
  }
  renameSync(unfinished, file)
  syncFolder(dirname(file))
  return end
}

/** What others may write to meanwhile is copied first, so that the checksum is of what is written. */
function writeCopied(handle: number, block: Uint8Array, position: number): number {
  let checksum = 0
  for (let at = 0; at < block.length; at += copied) {
    const piece = block.slice(at, at + copied)
    checksum = crc32(piece, checksum)
    writeAll(handle, piece, position + at)
  }
  return checksum
}

export function readSnapshot(file: string): Snapshot | 'absent' | 'broken' {
  let handle: number
  try {
    handle = openSync(file, 'r')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'absent'
    throw error
  }
  try {
    const described = readHead(handle)
    return (described && readBlocks(handle, described)) ?? 'broken'
  } finally {
    closeSync(handle)
  }
}

function readHead(handle: number): Head | undefined {
  const { size } = fstatSync(handle)
  const start = Buffer.alloc(preamble)
  if (readAll(handle, start, 0) < preamble) return undefined
  if (start.readUInt32LE(0) !== mark || start.readUInt32LE(4) !== format) return undefined
  const length = start.readUInt32LE(8)
  if (length > size - preamble) return undefined
  const text = Buffer.alloc(length)
  if (readAll(handle, text, size - length) < length || crc32(text) !== start.readUInt32LE(12)) return undefined
  const described = JSON.parse(text.toString()) as Head
  const whole = described.blocks.reduce((sum, block) => sum + block.length, preamble + length)
  return whole === size ? described : undefined
}

function readBlocks(handle: number, described: Head): Snapshot | undefined {
  let at = preamble
  const blocks: Uint8Array[] = []
  const memory = described.rows === undefined ? undefined : createVectorMemory(described.blocks[described.rows]!.length)
  for (const [number, { length, checksum }] of described.blocks.entries()) {
    const block =
      memory && number === described.rows
        ? new Uint8Array(memory.buffer, pageSize, length)
        : new Uint8Array(new SharedArrayBuffer(length))
    if (readAll(handle, block, at) < length || crc32(block) !== checksum) return undefined
    blocks.push(block)
    at += length
  }
  return { head: described.head, blocks, rows: memory && { block: described.rows!, memory } }
}

function writeAll(handle: number, block: Uint8Array, position: number): void {
  let written = 0
  while (written < block.length) {
    const length = Math.min(mostAtOnce, block.length - written)
    written += writeSync(handle, block, written, length, position + written)
  }
}

function readAll(handle: number, block: Uint8Array, position: number): number {
  let read = 0
  while (read < block.length) {
    const more = readSync(handle, block, read, Math.min(mostAtOnce, block.length - read), position + read)
    if (more === 0) break
    read += more
  }
  return read
}

/** A renamed file survives a power cut only once its folder is synced; not every system can open one. */
function syncFolder(folder: string): void {
  let handle: number
  try {
    handle = openSync(folder, 'r')
  } catch {
    return
  }
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
