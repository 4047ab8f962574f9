/** What is found for an answer, with less weight for articles that served customers badly. */
import type { Knowledge } from '#knowledge'
import type { Learning } from '#learning'
import type { Clock } from '#platform/clock'

type Parts = { knowledge: Pick<Knowledge, 'find'>; learning: Pick<Learning, 'quality'>; clock: Pick<Clock, 'now'> }

/** A weight that a job or a person changed counts within a minute, in every process. */
const remembered = 60_000

export function createWeighFound({ knowledge, learning, clock }: Parts): Knowledge['find'] {
  const known = new Map<string, { at: number; weights: Promise<Map<string, number>> }>()

  function weightsOf(tenantId: string): Promise<Map<string, number>> {
    const there = known.get(tenantId)
    if (there && clock.now() - there.at < remembered) return there.weights
    const weights = learning.quality.weights(tenantId)
    known.set(tenantId, { at: clock.now(), weights })
    weights.catch(() => known.delete(tenantId))
    return weights
  }

  return async function find(tenantId, question) {
    const [found, weights] = await Promise.all([knowledge.find(tenantId, question), weightsOf(tenantId)])
    if (!found.some(({ articleId }) => weights.has(articleId))) return found
    return found
      .map((passage) => ({ ...passage, score: passage.score * (weights.get(passage.articleId) ?? 1) }))
      .toSorted((one, other) => other.score - one.score)
  }
}
