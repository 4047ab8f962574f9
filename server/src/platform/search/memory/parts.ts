/**
 * The documents of one index and the parts they stand in: the delta that takes what is new, full deltas that wait to be
 * built, and segments. What is counted here (documents, lengths, how many documents hold a term) is of living documents
 * over all parts, so a score does not depend on how they are divided.
 */
import { fields } from '../search.ts'
import { type Columns, hasId, idAt, limitOf, mostInPart, type Part, width } from './columns.ts'
import { createDelta, type Delta, type NewDocument } from './delta.ts'
import { grownTo } from './growing.ts'
import { createIdTable } from './id-table.ts'
import type { Pace } from './pace.ts'
import { openSegment, type Segment, type StoredSegment } from './segment.ts'
import type { BuiltSegment } from './build-segment.ts'
import { hashOf, hashOfBytes } from './text-bytes.ts'
import { createTermReader, readFrom, readTerm } from './term-lists.ts'

const nowhere = 0xffff_ffff
export type SavedSegment = { stored: StoredSegment; dead: Uint8Array }
export type Parts = ReturnType<typeof createParts>

export function createParts(capacity: number) {
  const slots: (Delta | Segment | undefined)[] = []
  /** Where each handle's document stands: its slot and its place, 16 bits each. */
  let locations = new Uint32Array(64).fill(nowhere)
  const freeHandles: number[] = []
  let handles = 0
  let holding = new Uint32Array(1024)
  const totals = fields.map(() => 0)
  const ids = createIdTable((handle, id) => hasId(partOf(handle).columns, placeOf(handle), id))
  const reader = createTermReader()
  let active = openDelta()

  function openDelta() {
    const delta = createDelta(capacity)
    return { delta, slot: putPart(delta) }
  }

  function putPart(part: Delta | Segment): number {
    const free = slots.indexOf(undefined)
    if (free < 0) return slots.push(part) - 1
    slots[free] = part
    return free
  }

  const partOf = (handle: number) => slots[locations[handle]! >>> 16]!
  const placeOf = (handle: number) => locations[handle]! & 0xffff
  const locationOf = (slot: number, place: number) => slot * mostInPart + place

  function eachTerm({ termBytes, termStarts }: Columns, place: number, onTerm: (term: number) => void): void {
    for (readFrom(reader, termStarts[place]!); reader.place < termStarts[place + 1]!; ) {
      readTerm(reader, termBytes)
      onTerm(reader.term)
    }
  }

  function takeHandle(): number {
    const handle = freeHandles.pop() ?? handles++
    makeRoom(handle)
    return handle
  }

  function makeRoom(handle: number): void {
    if (handle < locations.length) return
    const before = locations.length
    locations = grownTo(locations, handle + 1)
    locations.fill(nowhere, before)
  }

  function remove(id: string): number {
    const handle = ids.find(id)
    if (handle < 0) return -1
    const part = partOf(handle)
    const place = placeOf(handle)
    eachTerm(part.columns, place, (term) => holding[term]!--)
    totals.forEach((_, field) => (totals[field]! -= part.columns.lengths[place * width + field]!))
    ids.remove(id)
    part.dead[place] = 1
    part.living--
    locations[handle] = nowhere
    freeHandles.push(handle)
    return handle
  }

  /** A delta that was replaced over and over holds little: what lives moves into a new one. */
  function renewDelta(): void {
    const { delta, slot } = active
    slots[slot] = undefined
    active = openDelta()
    for (let place = 0; place < delta.columns.documents; place++) {
      if (delta.dead[place]) continue
      const document = readDocument(delta.columns, place)
      locations[document.handle] = locationOf(active.slot, active.delta.add(document))
    }
  }

  /** How many documents hold each term of a segment: the lengths of its lists, less what is dead. */
  function countTerms({ columns, termNumbers, starts, dead }: Segment): void {
    holding = grownTo(holding, 1 + termNumbers.reduce((greatest, term) => Math.max(greatest, term), 0))
    for (let list = 0; list < termNumbers.length; list++)
      holding[termNumbers[list]!]! += starts[list + 1]! - starts[list]!
    for (let place = 0; place < dead.length; place++)
      if (dead[place]) eachTerm(columns, place, (term) => holding[term]!--)
  }

  async function settleIn({ columns, dead }: Segment, slot: number, pace: Pace): Promise<void> {
    for (let place = 0; place < columns.documents; place++) {
      if (dead[place]) continue
      const handle = columns.handles[place]!
      handles = Math.max(handles, handle + 1)
      makeRoom(handle)
      locations[handle] = locationOf(slot, place)
      ids.add(hashOfBytes(columns.idBytes, columns.idStarts[place]!, columns.idStarts[place + 1]!), handle)
      for (let field = 0; field < width; field++) totals[field]! += columns.lengths[place * width + field]!
      if (pace.isDue()) await pace.rest()
    }
  }

  const all = () => slots.filter((part) => part !== undefined)
  const isSegment = (part: Part): part is Segment => 'stored' in part

  return {
    totals,
    remove,
    get size() {
      return ids.size
    },
    averages: () => totals.map((total) => (ids.size === 0 ? 0 : total / ids.size)),
    /** How many documents hold a term. */
    holding: (term: number) => (term >= 0 && term < holding.length ? holding[term]! : 0),
    find: (id: string) => ids.find(id),
    partOf,
    placeOf,
    isAlive: (handle: number) => locations[handle] !== nowhere,

    /** Adds a document whose id is not there; returns its handle. */
    add(document: Omit<NewDocument, 'handle'>): number {
      const handle = takeHandle()
      const place = active.delta.add({ ...document, handle })
      locations[handle] = locationOf(active.slot, place)
      ids.add(hashOf(document.id), handle)
      const greatest = document.terms.at(-1)?.[0] ?? 0
      holding = grownTo(holding, greatest + 1)
      for (const [term] of document.terms) holding[term]!++
      document.lengths.forEach((length, field) => (totals[field]! += length))
      return handle
    },

    /** Begins a new delta when this one is full. Returns whether there is something to build. */
    turnOver(): boolean {
      if (!active.delta.isFull()) return false
      if (active.delta.living * 4 < active.delta.columns.documents) {
        renewDelta()
        return false
      }
      active = openDelta()
      return true
    },
    /** Ends the delta as it is, so that everything is in segments once it is built. */
    close(): void {
      if (active.delta.columns.documents > 0) active = openDelta()
    },

    /** The segments as they are now, each with what is dead in it. */
    saved: (): SavedSegment[] =>
      all()
        .filter(isSegment)
        .map(({ stored, dead }) => ({ stored, dead: dead.slice() })),

    /** Takes saved segments into an index that is empty. */
    async load(saved: SavedSegment[], pace: Pace): Promise<void> {
      for (const { stored, dead } of saved) {
        const shared = new Uint8Array(new SharedArrayBuffer(dead.length))
        shared.set(dead)
        const segment = openSegment(stored, shared)
        countTerms(segment)
        await settleIn(segment, putPart(segment), pace)
      }
      for (let handle = 0; handle < handles; handle++) if (locations[handle] === nowhere) freeHandles.push(handle)
    },

    deltas: (): Delta[] => all().filter((part): part is Delta => !isSegment(part)),
    segments: (): Segment[] => all().filter(isSegment),
    /** Deltas that take no more documents and wait to be built. */
    waiting: (): Delta[] => all().filter((part): part is Delta => !isSegment(part) && part !== active.delta),

    /** Puts a built segment in the place of what it was built from. What died or moved meanwhile is dead in it as well. */
    replace(sources: Part[], built?: BuiltSegment): void {
      const from = sources.map((part) => slots.indexOf(part as Delta | Segment))
      if (built && built.origins.places.length > 0) {
        const { stored, origins } = built
        const dead = new Uint8Array(new SharedArrayBuffer(stored.shape.documents))
        const segment = openSegment(stored, dead)
        const slot = putPart(segment)
        const { handles: own } = segment.columns
        for (let place = 0; place < own.length; place++) {
          const expected = locationOf(from[origins.sources[place]!]!, origins.places[place]!)
          if (locations[own[place]!] === expected) locations[own[place]!] = locationOf(slot, place)
          else dead[place] = 1
        }
        segment.living = dead.reduce((living, gone) => living - gone, own.length)
      }
      for (const slot of from) slots[slot] = undefined
    },
  }
}

function readDocument(columns: Columns, place: number): NewDocument {
  const reader = createTermReader()
  const terms: [number, Uint16Array][] = []
  const limit = limitOf(columns, place)
  for (readFrom(reader, columns.termStarts[place]!); reader.place < columns.termStarts[place + 1]!; ) {
    readTerm(reader, columns.termBytes)
    terms.push([reader.term, reader.frequencies.slice()])
  }
  return {
    id: idAt(columns, place),
    handle: columns.handles[place]!,
    classNumber: columns.classes[place]!,
    from: limit < 0 ? -Infinity : columns.from[limit]!,
    until: limit < 0 ? Infinity : columns.until[limit]!,
    lengths: [...columns.lengths.subarray(place * width, (place + 1) * width)],
    terms,
  }
}
