/** The first passages put in the order of a model that reads them with the question; as they were, when it does not answer in time. */
import type { Clock } from '#platform/clock'
import { ModelFailure, type Reranker } from '#platform/models'

export type RerankOutcome = 'made' | 'too-slow' | 'failed'
type Parts = {
  model: Reranker
  clock: Clock
  /** Milliseconds that a question may wait for it. */
  within: number
  onOutcome?: ((outcome: RerankOutcome) => void) | undefined
}
type Found = { title: string; text: string; score: number }

const depth = 10

export function createRerank({ model, clock, within, onOutcome }: Parts) {
  return async function rerank<Each extends Found>(question: string, found: Each[]): Promise<Each[]> {
    if (found.length < 2) return found
    const first = found.slice(0, depth)
    const patience = new AbortController()
    const callOff = clock.after(within, () => patience.abort())
    try {
      const texts = first.map(({ title, text }) => `${title}\n${text}`)
      const scores = await model.rerank(question, texts, { signal: patience.signal })
      onOutcome?.('made')
      const order = first.map((_, place) => place).sort((one, other) => scores[other]! - scores[one]! || one - other)
      const falling = first.map(({ score }) => score).sort((one, other) => other - one)
      // The scores stay those of the search, in falling order: others compare them with each other.
      return [...order.map((place, rank) => ({ ...first[place]!, score: falling[rank]! })), ...found.slice(depth)]
    } catch (error) {
      if (!(error instanceof ModelFailure)) throw error
      onOutcome?.(patience.signal.aborted || error.kind === 'too-slow' ? 'too-slow' : 'failed')
      return found
    } finally {
      callOff()
    }
  }
}
export type Rerank = ReturnType<typeof createRerank>
