/**
 * Patterns that a company teaches: regular expressions of the syntax of RE2, run by an engine whose time is linear in the
 * text, so that none can stop a turn. One that cannot be run so (it looks around or back, or is broken) is refused with the reason.
 */
import { createRequire } from 'node:module'
import type { RE2JS as Engine } from 're2js'
import { foldUnits } from './fold-units.ts'
import { type Found, textValue } from './found.ts'

export type TaughtPattern = { type: string; expression: string }
export type Refusal = TaughtPattern & { reason: 'too-long' | 'too-many' | 'broken' | 'fits-nothing' }
export type TaughtPatterns = ReturnType<typeof createTaughtPatterns>

const longestExpression = 300
const mostPatterns = 200
/** Of a text, in UTF-16 units: the engine takes about 100 ns for each and pattern. */
const longestRead = 2_000
const confidence = 0.95

let engine: typeof Engine | undefined

/** Letters fit in either case. What the first group holds is the entity, where there is a group; else all that fits. */
export function createTaughtPatterns(patterns: readonly TaughtPattern[]) {
  const refused: Refusal[] = []
  const compiled = patterns.flatMap((pattern, place) => {
    const made = place < mostPatterns ? compile(pattern.expression) : 'too-many'
    if (typeof made !== 'string') return [{ type: pattern.type, expression: made }]
    refused.push({ ...pattern, reason: made })
    return []
  })

  function read(folded: string): Found[] {
    const text = folded.slice(0, longestRead)
    return compiled.flatMap(({ type, expression }) => {
      const matcher = expression.matcher(text)
      const group = matcher.groupCount() > 0 ? 1 : 0
      const found: Found[] = []
      while (matcher.find()) {
        const [start, end] = [matcher.start(group), matcher.end(group)]
        const value = textValue(text.slice(start, end).toUpperCase())
        if (end > start) found.push({ type, start, end, value, confidence, by: 'pattern' })
      }
      return found
    })
  }

  return { read, refused }
}

function compile(expression: string): Engine | Refusal['reason'] {
  if (expression.length > longestExpression) return 'too-long'
  // Loaded for companies that teach patterns.
  engine ??= (createRequire(import.meta.url)('re2js') as { RE2JS: typeof Engine }).RE2JS
  try {
    const folded = expression.replaceAll(/\p{Script=Han}/gu, foldUnits)
    const made = engine.compile(folded, engine.CASE_INSENSITIVE)
    return made.matcher('').find() ? 'fits-nothing' : made
  } catch {
    return 'broken'
  }
}
