/** Lessons packed in pieces of some hundreds: each its length in four bytes, then JSON, deflated. */
import { promisify } from 'node:util'
import { gunzip, gzipSync } from 'node:zlib'
import { emptyLessonFile, type LessonFile } from './lesson-file.ts'

/** A piece is unpacked and taken in within some tens of milliseconds. */
const inPiece = 250
const unzip = promisify(gunzip)

export function packLessons({ examples, dictionary, patterns }: LessonFile): Uint8Array {
  const pieces: Buffer[] = []
  const pack = (part: Partial<LessonFile>) => {
    const bytes = gzipSync(JSON.stringify({ ...emptyLessonFile(), ...part }))
    const length = Buffer.alloc(4)
    length.writeUInt32LE(bytes.length)
    pieces.push(length, bytes)
  }
  for (const some of inPieces(dictionary)) pack({ dictionary: some })
  for (const some of inPieces(patterns)) pack({ patterns: some })
  for (const some of inPieces(examples)) pack({ examples: some })
  return Buffer.concat(pieces)
}

/** In the order in which they were packed. What this program has packed is believed. */
export async function* unpackLessons(packed: Uint8Array): AsyncGenerator<LessonFile> {
  const buffer = Buffer.from(packed.buffer, packed.byteOffset, packed.length)
  for (let at = 0; at < buffer.length; ) {
    const start = at + 4
    at = start + buffer.readUInt32LE(at)
    yield JSON.parse((await unzip(buffer.subarray(start, at))).toString('utf8')) as LessonFile
  }
}

function* inPieces<Item>(items: readonly Item[]): Generator<Item[]> {
  for (let start = 0; start < items.length; start += inPiece) yield items.slice(start, start + inPiece)
}
