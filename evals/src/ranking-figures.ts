/** What a ranking is worth, worked out as BEIR's evaluator does: means over the queries that have something to find. */
import type { Relevance } from './beir.ts'

export type Ranking = { query: string; documents: string[]; milliseconds: number }
export type RankingFigures = ReturnType<typeof figuresOf>

const rounded = (value: number) => Math.round(value * 10_000) / 10_000

export function figuresOf(rankings: Ranking[], relevance: Relevance) {
  const judged = rankings.map(({ query, documents }) => judge(documents, relevance.get(query)!))
  const mean = (of: (each: Judged) => number) =>
    rounded(judged.reduce((sum, each) => sum + of(each), 0) / Math.max(1, judged.length))
  const times = rankings.map(({ milliseconds }) => milliseconds).sort((one, other) => one - other)
  const percentile = (share: number) => rounded(times[Math.floor(times.length * share)] ?? 0)
  return {
    recallAt1: mean(({ recallAt1 }) => recallAt1),
    recallAt10: mean(({ recallAt10 }) => recallAt10),
    mrrAt10: mean(({ reciprocal }) => reciprocal),
    ndcgAt10: mean(({ gain }) => gain),
    p50Ms: percentile(0.5),
    p99Ms: percentile(0.99),
  }
}

type Judged = ReturnType<typeof judge>
function judge(documents: string[], wanted: Map<string, number>) {
  const gains = documents.slice(0, 10).map((id) => wanted.get(id) ?? 0)
  const first = gains.findIndex((gain) => gain > 0)
  const ideal = [...wanted.values()].sort((one, other) => other - one).slice(0, 10)
  return {
    recallAt1: (gains[0] ?? 0) > 0 ? 1 / wanted.size : 0,
    recallAt10: gains.filter((gain) => gain > 0).length / wanted.size,
    reciprocal: first < 0 ? 0 : 1 / (first + 1),
    gain: discounted(gains) / discounted(ideal),
  }
}

const discounted = (gains: number[]) => gains.reduce((sum, gain, place) => sum + gain / Math.log2(place + 2), 0)
