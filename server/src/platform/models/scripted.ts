/** A model that says what it was told to, for tests; it fails loudly on the unplanned. */
import { type Asked, type FailureKind, type LanguageModel, ModelFailure } from './models.ts'

/** Pieces to say, then perhaps a failure. `silent` says nothing until it is given up. */
export type Script = { say?: string[]; fail?: FailureKind; silent?: boolean }

/** One script a call, in order. `asked` records the calls. */
export function createScripted(scripts: Script[]): LanguageModel & { asked: Asked[] } {
  const left = [...scripts]
  const asked: Asked[] = []
  return {
    name: 'scripted',
    asked,
    async *stream(call) {
      asked.push(call)
      const script = left.shift()
      if (!script) throw new Error('The scripted model was asked more often than planned')
      failIfGivenUp(call)
      if (script.silent) await givenUp(call.signal)
      for (const piece of script.say ?? []) {
        failIfGivenUp(call)
        yield piece
      }
      failIfGivenUp(call)
      if (script.fail) throw new ModelFailure(script.fail, 'As scripted')
    },
  }
}

function failIfGivenUp({ signal }: Asked): void {
  if (signal?.aborted) throw new ModelFailure('cancelled', 'The call was given up')
}

function givenUp(signal: AbortSignal | undefined): Promise<void> {
  if (!signal) throw new Error('A silent script needs a signal to end it')
  const { promise, resolve } = Promise.withResolvers<void>()
  if (signal.aborted) resolve()
  else signal.addEventListener('abort', () => resolve(), { once: true })
  return promise
}
