/** What is kept of the events of webhooks: which were taken, and how new what we know of a document is. */
import type { SourceEventAnswer } from '@lingxi/contract/source'
import { isoAt, type SourceParts, type Stores } from './source-parts.ts'

export function createTelling({ clock }: SourceParts, { events, items }: Stores) {
  return {
    findEvent: events.find,
    keepEvent: (
      tenantId: string,
      sourceId: string,
      { eventId, answer }: { eventId: string; answer: SourceEventAnswer },
    ) => events.keep(tenantId, sourceId, { eventId, answer, at: isoAt(clock.now()) }),
    /** Takes a newer version of an item; whether it was newer. */
    advanceItem: items.advance,
  }
}
