/** The thread that builds segments: it takes parts, gives back one segment, and keeps nothing. */
import { parentPort } from 'node:worker_threads'
import { buildSegment, type SegmentSource } from './build-segment.ts'
import { openSegment, type StoredSegment } from './segment.ts'

/** A delta's columns come as they are, a segment's as its buffer. */
export type SourceToBuild = SegmentSource | { stored: StoredSegment; dead: Uint8Array }
export type BuildRequest = { id: number; sources: SourceToBuild[]; averages: number[] }

parentPort!.on('message', ({ id, sources, averages }: BuildRequest) => {
  const opened = sources.map((source) => ('stored' in source ? openSegment(source.stored, source.dead) : source))
  const { stored, origins } = buildSegment(opened, averages)
  parentPort!.postMessage({ id, stored, origins }, [
    origins.places.buffer as ArrayBuffer,
    origins.sources.buffer as ArrayBuffer,
  ])
})
