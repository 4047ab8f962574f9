/** Whether an expression can be read, said while it is written. The server reads it again, with all that it knows. */
import { Environment } from '@marcbachmann/cel-js'

const roots = ['slots', 'results', 'customer', 'conversation', 'event'] as const
const environment = new Environment({ limits: { maxAstNodes: 200, maxDepth: 24 } })
for (const root of roots) environment.registerVariable(root, 'map')
environment
  .registerVariable('value', 'dyn')
  .registerVariable('now', 'string')
  .registerFunction('is_known(dyn): bool', (value) => value !== null)
  .registerFunction('days_between(dyn, dyn): double', () => 0)
  .registerFunction('contains(dyn, dyn): bool', () => false)
  .registerFunction('lower(dyn): string', (text) => String(text))
  .registerFunction('round(dyn, dyn): double', Number)
  .registerFunction('round(dyn): double', Number)

const longest = 200
const faults = new Map<string, string | null>()

/** Null: nothing is wrong with it, as far as can be told here. */
export function expressionFault(expression: string): string | null {
  const known = faults.get(expression)
  if (known !== undefined) return known
  if (faults.size >= 5000) faults.clear()
  const fault = readFault(expression)
  faults.set(expression, fault)
  return fault
}

function readFault(expression: string): string | null {
  try {
    const { error } = environment.parse(expression).check()
    // Which types go together the engine takes more lightly than the language does; names it takes as they are.
    return error && /unknown variable/i.test(error.message) ? firstLine(error.message) : null
  } catch (error) {
    return firstLine(error instanceof Error ? error.message : String(error))
  }
}

const firstLine = (message: string) => message.split('\n')[0]!.slice(0, longest)
