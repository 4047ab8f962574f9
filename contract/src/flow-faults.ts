/** What does not have the form of flows, said of what was meant: a step that has the key `collect` is held against `collect` alone. */
import type { z } from 'zod'
import { faultWords, inLanguage, parsingIn } from './fault-words.ts'
import { kindOf, stepKinds } from './flow.ts'
import type { Language } from './message.ts'

export type SchemaFault = { path: PropertyKey[]; message: string }
type Issue = z.core.$ZodIssue

/** `value`: what was held against the schema, by a parse in the same language (`parsingIn`). */
type Held = { value: unknown; language: Language }

/** The issues of a schema of flows or tests, those of unions resolved, in the reader's language. */
export function faultsOf(issues: readonly Issue[], { value, language }: Held): SchemaFault[] {
  const say = (message: string) => inLanguage(message, language)
  return issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({ path: [...issue.path, key], message: say(faultWords.unknownKey) }))
    if (issue.code === 'invalid_key')
      return [{ path: issue.path, message: say(issue.issues[0]?.message ?? issue.message) }]
    if (issue.code !== 'invalid_union') return [{ path: issue.path, message: say(issue.message) }]
    const inside = { value: valueAt(value, issue.path), language }
    const meant = isStep(issue.path) ? faultsOfStep(inside) : nearest(issue.errors, inside)
    return meant.map(({ path, message }) => ({ path: [...issue.path, ...path], message }))
  })
}

/** Only steps stand in a list of that name. */
const isStep = (path: readonly PropertyKey[]) => path.at(-2) === 'steps' && typeof path.at(-1) === 'number'

function faultsOfStep({ value: step, language }: Held): SchemaFault[] {
  const whole = (message: string) => [{ path: [], message: inLanguage(message, language) }]
  if (typeof step !== 'object' || step === null) return whole(faultWords.noStep)
  const kind = kindOf(step)
  if (!kind) return whole(faultWords.idleStep)
  const read = stepKinds[kind].safeParse(step, parsingIn(language))
  return read.success ? [] : faultsOf(read.error.issues, { value: step, language })
}

/** Of what comes nearest to it. */
function nearest(errors: readonly (readonly Issue[])[], held: Held): SchemaFault[] {
  const [first] = errors.map((issues) => faultsOf(issues, held)).toSorted((one, other) => one.length - other.length)
  return first ?? [{ path: [], message: inLanguage(faultWords.noForm, held.language) }]
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let inside = value
  for (const key of path) {
    if (typeof inside !== 'object' || inside === null || !Object.hasOwn(inside, key)) return undefined
    inside = (inside as Record<PropertyKey, unknown>)[key]
  }
  return inside
}
