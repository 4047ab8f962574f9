/** The knowledge that is open to everybody, for pages that list it. Never holds a word of what is not. */
import { type Clock, isoInstant } from '#platform/clock'
import type { Database } from '#platform/database'
import { type ArticleRating, createPublishedStore, type Listed } from './published-store.ts'

export type { PublishedRow } from './published-store.ts'

export function createPublished({ database, clock }: { database: Database; clock: Clock }) {
  const store = createPublishedStore(database)
  const now = () => isoInstant(clock)
  return {
    /** Topics of the first level, the largest first, each with its first `limit` articles. */
    topics: (tenantId: string, asked: Omit<Listed, 'topic' | 'offset' | 'at'>) =>
      store.topics(tenantId, { ...asked, at: now() }),
    /** Articles of a topic and those below it, by title. */
    list: (tenantId: string, asked: Omit<Listed, 'at'>) => store.list(tenantId, { ...asked, at: now() }),
    /** Every article's id and title in order of their ids, `limit` after `after`. */
    addresses: (tenantId: string, asked: { after: string; limit: number }) =>
      store.addresses(tenantId, { ...asked, at: now() }),
    /** Whether an article helped a reader; their last word counts. */
    rate: (tenantId: string, rating: Omit<ArticleRating, 'at'>) => store.rate(tenantId, { ...rating, at: now() }),
    ratings: store.ratings,
  }
}
