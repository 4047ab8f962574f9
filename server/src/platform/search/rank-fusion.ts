/** Two rankings made one (Cormack, Clarke and Büttcher, "Reciprocal rank fusion", SIGIR 2009). */
import { byScore } from './bm25f.ts'
import { fusion, type IndexHit } from './search.ts'

export type Near = { id: string; similarity: number }

/** Hits by words keep what explains them; what only its meaning brought in has nothing to explain. */
export function fuseRankings(words: readonly IndexHit[], meanings: readonly Near[], limit: number): IndexHit[] {
  const depth = Math.max(limit, fusion.depth)
  const worth = (place: number) => 1 / (fusion.constant + place + 1)
  const fused = new Map<string, IndexHit>()
  words.slice(0, depth).forEach((hit, place) => fused.set(hit.id, { ...hit, score: worth(place) }))
  const near = meanings.filter(({ similarity }) => similarity > 0)
  near.sort((one, other) => other.similarity - one.similarity || (one.id < other.id ? -1 : 1))
  near.slice(0, depth).forEach(({ id, similarity }, place) => {
    const hit = fused.get(id) ?? { id, score: 0, matches: [] }
    fused.set(id, { ...hit, score: hit.score + worth(place), similarity })
  })
  return [...fused.values()].sort(byScore).slice(0, limit)
}
