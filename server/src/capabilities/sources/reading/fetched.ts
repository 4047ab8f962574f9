import type { Refusal } from '#platform/documents'

/**
 * What came of asking for a document. `gone`: it was there and is no more. `skipped`: nothing of ours. `keeps`: what was
 * read of it earlier stays, because this may pass. `location`: it lies elsewhere now.
 */
export type Fetched =
  | { outcome: 'unchanged' | 'gone' | 'skipped' }
  | { outcome: 'refused'; reason: Refusal; keeps: boolean }
  | {
      outcome: 'fetched'
      name: string
      bytes: Uint8Array
      mediaType?: string | undefined
      location?: string | undefined
      etag?: string | null
      lastModified?: string | null
    }
