/**
 * Calls of the company's systems: tried again with growing pauses where that can do no harm, and not at all for a while after
 * several failures in a row. The policies are cockatiel's.
 */
import type { ActionOutcome } from '@lingxi/contract/action'
import type { HttpTool } from '@lingxi/contract/http-tool'
import {
  BrokenCircuitError,
  CircuitState,
  circuitBreaker,
  ConsecutiveBreaker,
  ExponentialBackoff,
  handleWhenResult,
  retry,
  wrap,
} from 'cockatiel'

const failuresToOpen = 5

export type Pauses = { first: number; longest: number; halfOpenAfter: number }
/** Milliseconds. */
export const usualPauses: Pauses = { first: 200, longest: 3_000, halfOpenAfter: 20_000 }

/** `transient`: the same may go well a moment later. `harmless`: a second one changes nothing more. */
type Tried = { outcome: ActionOutcome; transient: boolean; harmless: boolean }
type Asked = { attempt: () => Promise<Tried>; retries: number; signal: AbortSignal | undefined }

/** One circuit: what shares it fails together. */
export function createCarefulCalls({ first, longest, halfOpenAfter }: Pauses) {
  const isTransient = handleWhenResult((result) => (result as Tried).transient)
  const isHarmless = handleWhenResult((result) => (result as Tried).transient && (result as Tried).harmless)
  const breaker = circuitBreaker(isTransient, { halfOpenAfter, breaker: new ConsecutiveBreaker(failuresToOpen) })
  const backoff = new ExponentialBackoff({ initialDelay: first, maxDelay: longest })

  return {
    /** `sent`: how many went out; `again`: trying later may help, and does no harm. */
    async run({ attempt, retries, signal }: Asked) {
      let sent = 0
      const ended = (outcome: ActionOutcome, again: boolean) => ({
        outcome,
        attempts: Math.max(1, sent),
        sent,
        ...(again && { again }),
      })
      try {
        const policy = wrap(retry(isHarmless, { maxAttempts: retries, backoff }), breaker)
        const last = await policy.execute(() => {
          sent++
          return attempt()
        }, signal)
        return ended(last.outcome, last.transient && last.harmless)
      } catch (error) {
        if (signal?.aborted) return ended({ kind: 'failed', reason: 'cancelled' }, false)
        if (!(error instanceof BrokenCircuitError)) throw error
        // Nothing went out now; of what went out before in this call it holds that it could be repeated.
        return ended({ kind: 'failed', reason: 'circuit-open' }, true)
      }
    },
    circuit(): HttpTool['circuit'] {
      if (breaker.state === CircuitState.Closed) return 'closed'
      return breaker.state === CircuitState.HalfOpen ? 'half-open' : 'open'
    },
  }
}
export type CarefulCalls = ReturnType<typeof createCarefulCalls>
