/**
 * What actions tell while a case is rehearsed, where no system of the company is asked: what the case says, what goes wrong on
 * purpose, or else an example of what the action says that it tells.
 */
import type { Action, ActionOutcome } from '@lingxi/contract/action'
import type { DialogueCase, Fault, GivenOutcome } from '@lingxi/contract/dialogue-case'
import { exampleOf } from '@lingxi/contract/example-of'
import type { Json } from '@lingxi/contract/json'
import { isDeepStrictEqual } from 'node:util'
import type { Described } from '#actions'

type Given = Pick<DialogueCase, 'actions' | 'faults'>
type Input = Record<string, unknown>
type Known = Pick<Described, 'repeatable' | 'within'> & { action: Pick<Action, 'output'> }
/** `milliseconds`: how long it took to come to that. */
type Told = ActionOutcome & { milliseconds: number }

const withoutEnd = Number.POSITIVE_INFINITY
/** Milliseconds, where a fault does not say how slow. */
const usuallySlow = 3000

export function createGivenOutcomes({ actions = {}, faults = {} }: Given, known: ReadonlyMap<string, Known>) {
  /** How many calls of each meet its fault, after which it is well again. */
  const faulty = new Map(Object.entries(faults).map(([name, { times }]) => [name, times ?? withoutEnd]))
  const told = new Set<GivenOutcome>()

  function strikingAt(name: string): Fault | undefined {
    const left = faulty.get(name) ?? 0
    faulty.set(name, left - 1)
    return left > 0 ? faults[name] : undefined
  }
  function given(name: string, input: Input): GivenOutcome | undefined {
    const fitting = (Object.hasOwn(actions, name) ? [actions[name]!].flat() : []).filter(({ when = {} }) =>
      Object.entries(when).every(([key, value]) => isDeepStrictEqual(input[key], value)),
    )
    const next = fitting.find((each) => !told.has(each)) ?? fitting.at(-1)
    if (next) told.add(next)
    return next
  }
  function answer(name: string, input: Input): ActionOutcome {
    const { output, refused, failed } = given(name, input) ?? {}
    if (failed !== undefined) return { kind: 'failed', reason: failed }
    if (refused !== undefined) return { kind: 'refused', reason: refused, output: output ?? null }
    return { kind: 'done', output: output ?? (exampleOf(known.get(name)?.action.output) as Json) }
  }

  return function outcomeOf(name: string, input: Input): Told {
    const { repeatable = true, within = withoutEnd } = known.get(name) ?? {}
    const fault = strikingAt(name)
    if (!fault) return { ...answer(name, input), milliseconds: 0 }
    switch (fault.kind) {
      case 'slow': {
        const { milliseconds = usuallySlow } = fault
        if (milliseconds < within) return { ...answer(name, input), milliseconds }
        return { kind: 'failed', reason: 'takes-too-long', milliseconds: within }
      }
      case 'twice':
        // Where the other side knows a call again it answers both alike; else it does it twice, and the second is what is told.
        if (!repeatable) answer(name, input)
        return { ...answer(name, input), milliseconds: 0 }
      default:
        return { kind: 'failed', reason: fault.kind, milliseconds: 0 }
    }
  }
}
