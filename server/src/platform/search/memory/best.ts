/** The best documents so far, in order. Most candidates lose against the worst kept and cost one comparison. */
import { idAt, type Part } from './columns.ts'

export type Kept = { part: Part; place: number; score: number }
export type Best = ReturnType<typeof createBest>

export function createBest(limit: number) {
  const kept: Kept[] = []
  const isBetter = (one: Kept, other: Kept) =>
    one.score > other.score ||
    (one.score === other.score && idAt(one.part.columns, one.place) < idAt(other.part.columns, other.place))

  return {
    kept,
    /** Below this score nothing is taken any more; an equal one still may be, by its id. */
    threshold: () => (kept.length < limit ? 0 : kept[limit - 1]!.score),
    offer(candidate: Kept): void {
      if (candidate.score <= 0) return
      if (kept.length === limit && !isBetter(candidate, kept[limit - 1]!)) return
      let at = kept.length
      while (at > 0 && isBetter(candidate, kept[at - 1]!)) at--
      kept.splice(at, 0, candidate)
      if (kept.length > limit) kept.pop()
    },
  }
}
