/** What is found for an answer, with less weight for articles that served customers badly. */
import type { Knowledge } from '#knowledge'
import type { Learning } from '#learning'
import type { Clock } from '#platform/clock'

type Parts = { knowledge: Pick<Knowledge, 'find'>; learning: Pick<Learning, 'quality'>; clock: Pick<Clock, 'now'> }
type Weights = { of: Map<string, number>; edition: string }

/** A weight that a job or a person changed counts within a minute, in every process. */
const remembered = 60_000

export function createWeighFound({ knowledge, learning, clock }: Parts) {
  const known = new Map<string, { at: number; weights: Promise<Weights> }>()

  async function read(tenantId: string): Promise<Weights> {
    const of = await learning.quality.weights(tenantId)
    return { of, edition: JSON.stringify([...of].toSorted(([one], [other]) => (one < other ? -1 : 1))) }
  }

  function weightsOf(tenantId: string): Promise<Weights> {
    const there = known.get(tenantId)
    if (there && clock.now() - there.at < remembered) return there.weights
    const weights = read(tenantId)
    known.set(tenantId, { at: clock.now(), weights })
    weights.catch(() => known.delete(tenantId))
    return weights
  }

  const find: Knowledge['find'] = async (tenantId, question) => {
    const [found, weights] = await Promise.all([knowledge.find(tenantId, question), weightsOf(tenantId)])
    if (!found.some(({ articleId }) => weights.of.has(articleId))) return found
    return found
      .map((passage) => ({ ...passage, score: passage.score * (weights.of.get(passage.articleId) ?? 1) }))
      .toSorted((one, other) => other.score - one.score)
  }

  return {
    find,
    /** Another text whenever other weights count. */
    edition: async (tenantId: string): Promise<string> => (await weightsOf(tenantId)).edition,
  }
}
