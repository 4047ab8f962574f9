/**
 * Any document as Markdown with a map of its places, read on a thread of its own: a bomb or a hostile file costs that
 * thread, never the process, and the event loop is never held. Pages come out one by one, so memory stays flat. What
 * cannot be read is refused with a stable code and a sentence in both languages; what was lost on the way is noted.
 */
import type { PageReport, ReadingNote } from '@lingxi/contract/source'
import { createThread } from './document-thread.ts'
import type { CsvRecord } from './read-csv.ts'
import type { Refusal } from './refusals.ts'

export type { ArchiveEntry } from './archive.ts'
export { withArchive } from './spooled-archive.ts'
export { decodeText } from './decode-text.ts'
export { formatOf, mediaTypeOf, type DocumentFormat } from './formats.ts'
export { type CsvRecord, readCsv } from './read-csv.ts'
export { refuse, type Refusal } from './refusals.ts'
export { textToMarkdown } from './write-markdown.ts'

/**
 * A table as it stands in its file, the first row first; for CSV and XLSX. Broken lines say why. `place` is where a row stands
 * in the text of its page.
 */
export type ReadTable = { name: string; records: CsvRecord[] }

/** What an HTML page says of itself and links to; addresses are absolute where `address` was given. */
export type PageLinks = { links: string[]; canonical: string | null; noIndex: boolean; noFollow: boolean }

/** A piece of the text, in order. `start` of a page is where its piece begins in the pieces joined. */
export type DocumentPart =
  | { kind: 'page'; page: number; label?: string | undefined; text: string; report: PageReport }
  | { kind: 'file'; path: string; bytes: Uint8Array }

export type ReadOutcome =
  | {
      outcome: 'read'
      format: string
      title: string | null
      /** What the document says of its own language. */
      language: string | null
      notes: ReadingNote[]
      tables: ReadTable[]
      page: PageLinks | null
    }
  | { outcome: 'refused'; refusal: Refusal; notes: ReadingNote[] }

export type DocumentLimits = {
  /** Bytes that all entries of one archive may unpack to. */
  mostUnpacked: number
  mostEntries: number
  /** Archives within archives. */
  deepest: number
  /** Milliseconds without a page, and for the whole. */
  stalledAfter: number
  longest: number
  /** Of the reading thread, in MB. */
  memory: number
}

const limits: DocumentLimits = {
  mostUnpacked: 500 * 1024 * 1024,
  mostEntries: 5000,
  deepest: 3,
  stalledAfter: 60_000,
  longest: 20 * 60_000,
  memory: 768,
}

export type DocumentInput = {
  name: string
  bytes: Uint8Array
  mediaType?: string | undefined
  /** Where a web page came from, for its links. */
  address?: string | undefined
}

/** Called in order; the reading waits for it, so that a slow taker is never run over. */
export type TakePart = (part: DocumentPart) => void | Promise<void>

export function createDocuments(options: Partial<DocumentLimits> = {}) {
  const thread = createThread({ ...limits, ...options })
  return {
    /**
     * Reads a document; its bytes are copied to the thread. An archive gives `file` parts, everything else `page` parts.
     * Readings wait for each other. Aborting refuses with `cancelled`. Throws only what `take` throws.
     */
    read: (input: DocumentInput, take: TakePart, signal?: AbortSignal): Promise<ReadOutcome> =>
      thread.read(input, take, signal),
    close: () => thread.close(),
  }
}
export type Documents = ReturnType<typeof createDocuments>
