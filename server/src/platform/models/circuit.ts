/**
 * Models of an endpoint that is out of order are not asked for a while: after several failures in a row each call fails at
 * once, and one is let through later to see. Only what is the endpoint's own counts; a refusal is an answer. The breaker is
 * cockatiel's.
 */
import { circuitBreaker, CircuitState, ConsecutiveBreaker, handleAll, isBrokenCircuitError } from 'cockatiel'
import { type LanguageModel, ModelFailure, type ToolModel } from './models.ts'

/** `halfOpenAfter`: milliseconds. */
export type CircuitLimits = { failures: number; halfOpenAfter: number }
export type ModelCircuit = ReturnType<typeof createModelCircuit>

export function createModelCircuit(
  { failures, halfOpenAfter }: CircuitLimits = { failures: 3, halfOpenAfter: 30_000 },
) {
  const breaker = circuitBreaker(handleAll, { halfOpenAfter, breaker: new ConsecutiveBreaker(failures) })

  /** The stream as it is, while the breaker hears how it ends. */
  async function* guarded<Part>(stream: () => AsyncIterable<Part>): AsyncGenerator<Part> {
    // One is let through to see; nobody waits for what it sees.
    if (breaker.state === CircuitState.HalfOpen) throw openCircuit()
    const begun = Promise.withResolvers<void>()
    const over = Promise.withResolvers<void>()
    const watched = breaker.execute(() => {
      begun.resolve()
      return over.promise
    })
    watched.catch(() => undefined)
    await Promise.race([begun.promise, watched]).catch((error) => {
      throw isBrokenCircuitError(error) ? openCircuit(error) : error
    })
    try {
      yield* stream()
    } catch (error) {
      if (isTrouble(error)) over.reject(error)
      throw error
    } finally {
      // Whoever hears enough and leaves says nothing against the endpoint.
      over.resolve()
    }
  }

  return {
    guardLanguageModel: (model: LanguageModel): LanguageModel => ({
      ...model,
      stream: (asked) => guarded(() => model.stream(asked)),
    }),
    guardToolModel: (model: ToolModel): ToolModel => ({ ...model, step: (asked) => guarded(() => model.step(asked)) }),
  }
}

const isTrouble = (error: unknown) =>
  error instanceof ModelFailure && (error.kind === 'failed' || error.kind === 'too-slow')

const openCircuit = (cause?: unknown) =>
  new ModelFailure('failed', 'The circuit is open: the endpoint failed several times in a row', cause)
