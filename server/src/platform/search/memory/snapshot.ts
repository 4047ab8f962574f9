/** What of an index goes into a snapshot, and comes out of it again. */
import type { Centroids } from './centroids.ts'
import type { AudienceClass } from './classes.ts'
import { pageSize } from './dot-products.ts'
import type { SavedNames } from './names.ts'
import type { SavedSegment } from './parts.ts'
import type { SegmentShape } from './segment.ts'
import type { Snapshot } from './snapshot-file.ts'
import { widthFor } from './vector-code.ts'
import { chunkRows, type VectorList } from './vector-rows.ts'
import type { SavedVectors } from './vectors.ts'

export type SavedIndex = {
  /** How far the owner had come. */
  position: string
  classes: AudienceClass[]
  names: SavedNames
  segments: SavedSegment[]
  vectors: SavedVectors | undefined
}
type VectorHead = {
  dimensions: number
  chunks: number
  lists: VectorList[]
  divided: { probes: number; recall: number; trainedOn: number } | undefined
}
type Head = {
  position: string
  classes: AudienceClass[]
  names: number
  shapes: SegmentShape[]
  vectors: VectorHead | undefined
}
type Numbers = Uint8Array | Int8Array | Uint32Array | Float32Array

const bytesOf = (numbers: Numbers) => new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength)

export function toSnapshot({ position, classes, names, segments, vectors }: SavedIndex): Snapshot {
  const shapes = segments.map(({ stored }) => stored.shape)
  const head: Head = { position, classes, names: names.count, shapes, vectors: vectors && headOf(vectors) }
  const blocks: Numbers[] = [names.starts, names.bytes]
  for (const { stored, dead } of segments) blocks.push(new Uint8Array(stored.buffer), dead)
  const rows = vectors && { block: blocks.length, memory: vectors.rows.memory }
  if (vectors) blocks.push(rowsOf(vectors), vectors.rows.handles, vectors.rows.inverses)
  if (vectors?.divided) blocks.push(vectors.divided.centroids.codes, vectors.divided.centroids.inverses)
  return { head, blocks: blocks.map(bytesOf), rows }
}

const rowsOf = ({ dimensions, rows }: SavedVectors) =>
  new Int8Array(rows.memory.buffer, pageSize, rows.chunks * chunkRows * widthFor(dimensions))

function headOf({ dimensions, rows, divided }: SavedVectors): VectorHead {
  const { chunks, lists } = rows
  return {
    dimensions,
    chunks,
    lists,
    divided: divided && { probes: divided.probes, recall: divided.recall, trainedOn: divided.trainedOn },
  }
}

export function fromSnapshot({ head, blocks, rows }: Snapshot): SavedIndex {
  const { position, classes, names, shapes, vectors } = head as Head
  const buffers = blocks.map(({ buffer }) => buffer)
  return {
    position,
    classes,
    names: { count: names, starts: new Uint32Array(buffers[0]!), bytes: blocks[1]! },
    segments: shapes.map((shape, place) => ({
      stored: { shape, buffer: buffers[2 + place * 2] as SharedArrayBuffer },
      dead: blocks[3 + place * 2]!,
    })),
    vectors: vectors && rows && vectorsFrom(vectors, rows.memory, buffers.slice(2 + shapes.length * 2)),
  }
}

function vectorsFrom(
  { dimensions, chunks, lists, divided }: VectorHead,
  memory: WebAssembly.Memory,
  buffers: ArrayBufferLike[],
): SavedVectors {
  const [, handles, inverses, codes, lengths] = buffers
  const rows = {
    chunks,
    lists,
    memory,
    handles: new Uint32Array(handles!),
    inverses: new Float32Array(inverses!),
  }
  const centroids: Centroids | undefined = codes && {
    codes: new Int8Array(codes),
    inverses: new Float32Array(lengths!),
  }
  return { dimensions, rows, divided: divided && centroids && { ...divided, centroids } }
}
