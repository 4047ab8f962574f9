/**
 * The newest documents: small, changed at once, searched term by term. Each term's occurrences are a chain through one
 * array, newest first, so that adding makes no objects. When it is full a segment is built from it, and a new one begins.
 */
import { bytesFor, writeText } from './text-bytes.ts'
import { type Columns, type Part, width } from './columns.ts'
import { grownTo } from './growing.ts'
import { bytesForTerms, writeTerms } from './term-lists.ts'

export type NewDocument = {
  id: string
  handle: number
  classNumber: number
  from: number
  until: number
  lengths: number[]
  /** In growing order of the terms' numbers. */
  terms: [number, Uint16Array][]
}
export type Delta = Part & {
  add(document: NewDocument): number
  isFull(): boolean
  /** Where the chain of a term begins, or -1. */
  first(term: number): number
  /** Of each occurrence: the document, the next occurrence or -1, and `width` frequencies. Read them anew each time. */
  chains(): { documents: Uint16Array; next: Int32Array; frequencies: Uint16Array }
}

export function createDelta(capacity: number): Delta {
  const columns: Columns = {
    documents: 0,
    handles: new Uint32Array(16),
    classes: new Uint32Array(16),
    lengths: new Uint16Array(16 * width),
    limits: 0,
    limited: new Uint16Array(16),
    from: new Float64Array(16),
    until: new Float64Array(16),
    idStarts: new Uint32Array(17),
    idBytes: new Uint8Array(512),
    termStarts: new Uint32Array(17),
    termBytes: new Uint8Array(4096),
  }
  /** A long document counts for several: what is searched term by term has to stay small. */
  const mostOccurrences = capacity * 64
  let heads = new Int32Array(256)
  let occurrences = 0
  let next = new Int32Array(1024)
  let documents = new Uint16Array(1024)
  let frequencies = new Uint16Array(1024 * width)

  function chain(place: number, [term, counts]: [number, Uint16Array]): void {
    heads = grownTo(heads, term + 1)
    next[occurrences] = heads[term]! - 1
    documents[occurrences] = place
    frequencies.set(counts, occurrences * width)
    heads[term] = ++occurrences
  }

  function appendLimit(place: number, { from, until }: NewDocument): void {
    const at = columns.limits++
    columns.limited = grownTo(columns.limited, at + 1)
    columns.limited[at] = place
    columns.from = grownTo(columns.from, at + 1)
    columns.from[at] = from
    columns.until = grownTo(columns.until, at + 1)
    columns.until[at] = until
  }

  function append(place: number, document: NewDocument): void {
    columns.handles = grownTo(columns.handles, place + 1)
    columns.handles[place] = document.handle
    columns.classes = grownTo(columns.classes, place + 1)
    columns.classes[place] = document.classNumber
    columns.lengths = grownTo(columns.lengths, (place + 1) * width)
    columns.lengths.set(document.lengths, place * width)
    if (document.from !== -Infinity || document.until !== Infinity) appendLimit(place, document)
    const idStart = columns.idStarts[place]!
    const idEnd = idStart + bytesFor(document.id)
    columns.idBytes = grownTo(columns.idBytes, idEnd)
    writeText(columns.idBytes, idStart, document.id)
    columns.idStarts = grownTo(columns.idStarts, place + 2)
    columns.idStarts[place + 1] = idEnd
    const termStart = columns.termStarts[place]!
    columns.termBytes = grownTo(columns.termBytes, termStart + bytesForTerms(document.terms.length))
    columns.termStarts = grownTo(columns.termStarts, place + 2)
    columns.termStarts[place + 1] = writeTerms(columns.termBytes, termStart, document.terms)
  }

  const delta: Delta = {
    columns,
    dead: new Uint8Array(new SharedArrayBuffer(capacity)),
    living: 0,
    add(document) {
      const place = columns.documents
      append(place, document)
      const needed = occurrences + document.terms.length
      next = grownTo(next, needed)
      documents = grownTo(documents, needed)
      frequencies = grownTo(frequencies, needed * width)
      for (const term of document.terms) chain(place, term)
      columns.documents++
      delta.living++
      return place
    },
    isFull: () => columns.documents >= capacity || occurrences >= mostOccurrences,
    first: (term) => (term < heads.length ? heads[term]! - 1 : -1),
    chains: () => ({ documents, next, frequencies }),
  }
  return delta
}
