/** What has to be looked at again: found, reminded of once for each date, and taken off the shelf when its time is over. */
import type { Article } from '@lingxi/contract/knowledge'
import type { DueItem } from '@lingxi/contract/review'
import { isoInstant } from '#platform/clock'
import type { DueStore } from './due-store.ts'
import { createRecord, type Desk } from './editing.ts'

type Parts = Desk & { due: DueStore }
type Page = { ownerId?: string | undefined; limit: number; offset: number }

const days = 24 * 3_600_000
const soonWithin = 14 * days

export function createCaring(parts: Parts) {
  const { store, due, clock } = parts
  const record = createRecord(parts)

  /** One at a time: each may be changed by somebody at this moment, and is then not over any more. */
  async function expire(tenantId: string, id: string): Promise<Article | undefined> {
    const at = isoInstant(clock)
    return store.transaction(async (handle) => {
      const before = await store.lock(tenantId, id, handle)
      const isOver = before?.validUntil && Date.parse(before.validUntil) <= clock.now()
      if (before?.status !== 'published' || !isOver) return undefined
      const article = { ...before, status: 'archived' as const, version: before.version + 1, updatedAt: at }
      await store.write(tenantId, { article, before, past: false }, handle)
      await due.markExpired(tenantId, id, { at, handle })
      await record(tenantId, { article, kind: 'expired', by: null, comment: before.validUntil }, handle)
      return article
    })
  }

  return {
    /** What is due, over, or will be over within two weeks, the longest first; with an owner only theirs. */
    listDue: (tenantId: string, { ownerId, ...page }: Page): Promise<{ items: DueItem[]; total: number }> => {
      const soon = new Date(clock.now() + soonWithin).toISOString()
      return due.list(tenantId, { at: isoInstant(clock), soon, ownerId, ...page })
    },

    /** For a job: reminds once of each date that has come, and archives what is over. Both stand in the record. */
    async remindAndExpire(tenantId: string): Promise<{ reminded: number; expired: number }> {
      const reminded = await store.transaction(async (handle) => {
        const articles = await due.markReminded(tenantId, isoInstant(clock), handle)
        for (const article of articles) await record(tenantId, { article, kind: 'reminded', by: null }, handle)
        return articles.length
      })
      const expired: Article[] = []
      for (const id of await due.over(tenantId, isoInstant(clock))) {
        const article = await expire(tenantId, id)
        if (article) expired.push(article)
      }
      await parts.follow(tenantId, expired)
      return { reminded, expired: expired.length }
    },
  }
}
