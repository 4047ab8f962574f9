/**
 * The company's own order of what is found: learnt from wordings that were held out of the index and from questions that
 * customers were served well on, and measured in halves, each by what the other taught.
 */

import type { Language } from '@lingxi/contract/message'
import type { RelationsFigures } from '@lingxi/contract/relations'
import type { Relations } from '#platform/relations'
import type { SearchIndex, Tokens } from '#platform/search'
import type { Passage } from './passages.ts'
import { type JudgedQuestion, learnRanking, reciprocalRank } from './ranking/learn-ranking.ts'
import { createRankPassages, tellingOf } from './ranking/rank-passages.ts'
import { defaultWeights, type RankingWeights } from './ranking/ranking-weights.ts'

export type KnownQuestion = { text: string; language: Language; articleId: string; served: boolean }
type Parts = {
  /** As they stand in the index. */
  passages: ReadonlyMap<string, Passage>
  index: SearchIndex
  tokens: Tokens
  relations: Relations | undefined
  pause: () => Promise<void>
}
type Outcome = { weights: RankingWeights; figures: RelationsFigures['ranking'] }

const fewest = 30
const leastGain = 0.002
const found = 12

export async function learnRankingOfBase(questions: KnownQuestion[], parts: Parts): Promise<Outcome> {
  const judged = await judge(questions, parts)
  const halves = [0, 1].map((half) => judged.filter((_, place) => place % 2 === half)) as [Judged, Judged]
  const mean = (weightsFor: (half: number) => RankingWeights) => {
    const sum = halves.reduce((total, half, at) => total + half.length * reciprocalRank(half, weightsFor(at)), 0)
    return Math.round((sum / Math.max(1, judged.length)) * 10_000) / 10_000
  }
  const taughtByOther = [learnRanking(halves[1], defaultWeights), learnRanking(halves[0], defaultWeights)]
  const mrrUsual = mean(() => defaultWeights)
  const mrrLearnt = mean((half) => taughtByOther[half]!)
  const helps = judged.length >= fewest && mrrLearnt - mrrUsual >= leastGain
  const served = questions.filter((question) => question.served).length
  const figures = { questions: judged.length, served, mrrUsual, mrrLearnt, helps }
  return { weights: learnRanking(judged, defaultWeights), figures }
}

type Judged = JudgedQuestion[]

async function judge(
  questions: KnownQuestion[],
  { passages, index, tokens, relations, pause }: Parts,
): Promise<Judged> {
  const rankPassages = createRankPassages({ tokens })
  const judged: Judged = []
  for (const { text, language, articleId } of questions) {
    const hits = await index.search({ text, language, readers: ['public'], limit: found })
    const candidates = hits.flatMap(({ id, score }) => {
      const passage = passages.get(id)
      return passage ? [{ passage, score }] : []
    })
    const ranked = await rankPassages(text, candidates, { index, learnt: { weights: defaultWeights, relations } })
    judged.push({
      telling: tellingOf(candidates),
      candidates: ranked.map(({ found: each, signs }) => ({ signs, right: each.passage.articleId === articleId })),
    })
    await pause()
  }
  return judged
}
