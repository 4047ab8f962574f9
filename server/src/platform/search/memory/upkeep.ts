/**
 * Keeps an index in few, well-filled segments: builds full deltas, joins small segments, and builds anew what has lost
 * many documents or was built when texts were much shorter. One piece of work at a time, in the builder's thread.
 */
import type { Builder, SourceToBuild } from './builder.ts'
import { type Columns, mostInPart, type Part, width } from './columns.ts'
import type { Parts } from './parts.ts'
import type { Segment } from './segment.ts'

/** So many small segments are joined into one. */
const fanIn = 4
/** A segment with more living documents is full: it stays as it is. */
const full = Math.floor(mostInPart * 0.87)
const mostDead = 0.3
/** The bounds of a segment grow loose as the mean lengths move away. */
const mostDrift = 1.25
/** So many full deltas may wait before whoever adds has to wait as well. */
const mostWaiting = 3

type Surroundings = { parts: Parts; builder: Builder; onFailure: (error: unknown) => void }

export function createUpkeep({ parts, builder, onFailure }: Surroundings) {
  let working: Promise<void> | undefined

  async function work(): Promise<void> {
    for (let sources = nextSources(parts); sources.length > 0; sources = nextSources(parts)) {
      const built = await builder('build', { sources: sources.map(toSource), averages: parts.averages() })
      parts.replace(sources, built)
    }
  }

  function start(): Promise<void> {
    working ??= work().finally(() => {
      working = undefined
    })
    return working
  }

  return {
    /** Called after each change; starts what has become due. */
    look(): void {
      for (const segment of parts.segments()) if (segment.living === 0) parts.replace([segment])
      if (!working && nextSources(parts).length > 0) start().catch(onFailure)
    },
    /** Resolves when there is room for more documents. */
    async room(): Promise<void> {
      // Whoever began the work is told when it fails; what waits is searched as it is, and built after the next change.
      while (working && parts.waiting().length >= mostWaiting) await working.catch(() => undefined)
    },
    /** Builds everything there is into segments and resolves when nothing is left to do. Rejects when building fails. */
    async settle(): Promise<void> {
      while (working || nextSources(parts).length > 0) await start()
    },
  }
}

/** The parts to join next; none when all is well. */
function nextSources(parts: Parts): Part[] {
  const waiting = parts.waiting()
  if (waiting.length > 0) return upTo(waiting)
  const segments = parts.segments().toSorted((one, other) => one.living - other.living)
  const small = upTo(segments.filter(({ living }) => living <= full))
  if (small.length >= fanIn) return small
  const averages = parts.averages()
  const worn = segments.find((segment) => isWorn(segment, averages))
  return worn ? [worn] : []
}

/** As many of the parts as fit into one segment. */
function upTo(parts: Part[]): Part[] {
  let room = mostInPart
  return parts.filter(({ living }) => {
    room -= living
    return room >= 0
  })
}

function isWorn({ living, columns, averages }: Segment, now: number[]): boolean {
  if (columns.documents - living > Math.max(1_000, columns.documents * mostDead)) return true
  return averages.some((then, field) => then > 0 && now[field]! > then * mostDrift)
}

function toSource(part: Part): SourceToBuild {
  if ('stored' in part) return { stored: (part as Segment).stored, dead: part.dead }
  return { columns: trimmed(part.columns), dead: part.dead }
}

/** Only what is filled: messages copy the whole of an array's buffer. */
function trimmed(columns: Columns): Columns {
  const { documents, limits } = columns
  return {
    documents,
    handles: columns.handles.slice(0, documents),
    classes: columns.classes.slice(0, documents),
    lengths: columns.lengths.slice(0, documents * width),
    limits,
    limited: columns.limited.slice(0, limits),
    from: columns.from.slice(0, limits),
    until: columns.until.slice(0, limits),
    idStarts: columns.idStarts.slice(0, documents + 1),
    idBytes: columns.idBytes.slice(0, columns.idStarts[documents]!),
    termStarts: columns.termStarts.slice(0, documents + 1),
    termBytes: columns.termBytes.slice(0, columns.termStarts[documents]!),
  }
}
