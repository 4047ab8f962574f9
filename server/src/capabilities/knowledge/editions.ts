/**
 * Whether what a company knows is still what it was: a number that rises with every change in this process, and the moments
 * at which an article, or one of its texts, begins or ceases to hold by itself. Who keeps something made from knowledge keeps it for one edition.
 */
import type { Article } from '@lingxi/contract/knowledge'

type Dated = { version: number; moments: number[] }
type Held = { edition: number; dated: Map<string, Dated> }
export type Editions = ReturnType<typeof createEditions>

export function createEditions() {
  const held = new Map<string, Held>()
  function of(tenantId: string): Held {
    const there = held.get(tenantId) ?? { edition: 0, dated: new Map() }
    held.set(tenantId, there)
    return there
  }

  return {
    /** Something else than an article changed, or one changed behind our back: words, relations, vectors. */
    rise: (tenantId: string): void => void of(tenantId).edition++,

    /** These articles are on the shelf as they are here. */
    put(tenantId: string, articles: readonly Article[]): void {
      const mine = of(tenantId)
      mine.edition++
      for (const article of articles) {
        const { id, version } = article
        if ((mine.dated.get(id)?.version ?? 0) > version) continue
        const moments = momentsOf(article)
        // An undated article is none the less remembered once it was dated: an older copy of it may come late.
        if (moments.length > 0 || mine.dated.has(id)) mine.dated.set(id, { version, moments })
      }
    },

    remove(tenantId: string, articleId: string): void {
      const mine = of(tenantId)
      mine.edition++
      mine.dated.delete(articleId)
    },

    /** Rises with every change; read it before what it stands for is found. */
    current: (tenantId: string): number => of(tenantId).edition,

    /** The first moment after `at` (both ms) at which an article begins or ceases to hold; Infinity without one. */
    until(tenantId: string, at: number): number {
      let next = Number.POSITIVE_INFINITY
      for (const { moments } of of(tenantId).dated.values())
        for (const moment of moments) if (moment > at && moment < next) next = moment
      return next
    },
  }
}

function momentsOf({ validFrom, validUntil, variants }: Article): number[] {
  const bounds = [validFrom, validUntil, ...variants.flatMap(({ when }) => [when.from, when.until])]
  return bounds.flatMap((moment) => (moment === null ? [] : Date.parse(moment)))
}
