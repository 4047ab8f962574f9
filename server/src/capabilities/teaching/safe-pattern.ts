/** Whether a regular expression that somebody typed can be let loose on messages: they are run by an engine of linear time. */
import { createRequire } from 'node:module'
import type { RE2JS as Engine } from 're2js'

let engine: typeof Engine | undefined

/** Why it cannot; undefined when it can. What RE2 does not know (looking around, referring back) could take for ever. */
export function wrongWithPattern(expression: string): string | undefined {
  // Loaded for companies that teach patterns.
  engine ??= (createRequire(import.meta.url)('re2js') as { RE2JS: typeof Engine }).RE2JS
  try {
    const compiled = engine.compile(expression, engine.CASE_INSENSITIVE)
    return compiled.matcher('').find() ? 'it matches where there is nothing' : undefined
  } catch (error) {
    return error instanceof Error ? error.message : 'it is no regular expression'
  }
}
