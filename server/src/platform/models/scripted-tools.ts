/** A model with tools that does what it was told to, for tests; it fails loudly on the unplanned. */
import { type AskedStep, type FailureKind, ModelFailure, type ToolModel } from './models.ts'

/** What it says, which tools it asks for, what it counts; then perhaps a failure. */
export type ScriptedStep = {
  say?: string[]
  calls?: { name: string; input: unknown }[]
  spent?: [number, number]
  fail?: FailureKind
}

/** One script a step, in order; the last goes on for ever where `forEver`. `asked` records the steps. */
export function createScriptedTools(
  scripts: ScriptedStep[],
  { forEver = false } = {},
): ToolModel & { asked: AskedStep[] } {
  const left = [...scripts]
  const asked: AskedStep[] = []
  return {
    name: 'scripted',
    asked,
    async *step(step) {
      asked.push({ ...step, turns: [...step.turns] })
      const script = forEver && left.length === 1 ? left[0] : left.shift()
      if (!script) throw new Error('The scripted model was asked for more steps than planned')
      for (const text of script.say ?? []) {
        failIfGivenUp(step)
        yield { kind: 'text', text }
      }
      for (const [place, { name, input }] of (script.calls ?? []).entries())
        yield { kind: 'call', call: { id: `call-${asked.length}-${place}`, name, input } }
      failIfGivenUp(step)
      if (script.fail) throw new ModelFailure(script.fail, 'As scripted')
      yield { kind: 'spent', tokensIn: script.spent?.[0], tokensOut: script.spent?.[1] }
    },
  }
}

function failIfGivenUp({ signal }: AskedStep): void {
  if (signal?.aborted) throw new ModelFailure('cancelled', 'The call was given up')
}
