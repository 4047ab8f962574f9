/** Expressions of flows: read once, evaluated often, and never thrown. What fails has no value, and why is told. */
import { parseCel } from './cel.ts'

/** What expressions see. `value` is the one being tried for a slot; `event` what came with an event. */
export type Scope = {
  slots: Record<string, unknown>
  results: Record<string, unknown>
  customer: object
  conversation: object
  event: Record<string, unknown>
  now: string
  value?: unknown
}
/** `value` is a value of JSON, null where there is none; `fault` says in a few words why an expression failed. */
export type Evaluated = { value: unknown; fault: string | null }
export type Evaluate = (scope: Scope) => Evaluated

/** What is wrong with an expression, in words for who writes it; null when it can be used. */
export function expressionFault(text: string): string | null {
  try {
    parseCel(text)
    return null
  } catch (error) {
    return sentence(error)
  }
}

/** An expression that cannot be read has no value, and says so each time. */
export function readExpression(text: string): Evaluate {
  let run: ReturnType<typeof parseCel>
  try {
    run = parseCel(text)
  } catch (error) {
    const evaluated = { value: null, fault: sentence(error) }
    return () => evaluated
  }
  return (scope) => {
    try {
      return { value: plain(run({ value: null, ...scope })), fault: null }
    } catch (error) {
      return { value: null, fault: sentence(error) }
    }
  }
}

/** The first line: the others show where in the text. */
const sentence = (error: unknown) => (error instanceof Error ? error.message : String(error)).split('\n')[0]!

/** As JSON would have it. */
function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value)
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString()
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value ?? null
  if (value.constructor !== Object && value.constructor !== undefined) return String(value)
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plain(each)]))
}
