/** The best documents so far, in order. Most candidates lose against the worst kept and cost one comparison. */
import { compareIds, type Part } from './columns.ts'

export type Kept = { part: Part; place: number; score: number }
export type Best = ReturnType<typeof createBest>

/** The order of hits: falling scores, equal ones by id. */
export const byWorth = (one: Kept, other: Kept) => other.score - one.score || compareIds(one, other)

export function createBest(limit: number) {
  const kept: Kept[] = []

  return {
    kept,
    /** Below this score nothing is taken any more; an equal one still may be, by its id. */
    threshold: () => (kept.length < limit ? 0 : kept[limit - 1]!.score),
    offer(candidate: Kept): void {
      if (candidate.score <= 0) return
      if (kept.length === limit && byWorth(candidate, kept[limit - 1]!) >= 0) return
      let low = 0
      for (let high = kept.length; low < high; ) {
        const middle = (low + high) >>> 1
        if (byWorth(candidate, kept[middle]!) < 0) high = middle
        else low = middle + 1
      }
      kept.splice(low, 0, candidate)
      if (kept.length > limit) kept.pop()
    },
  }
}
