/** JSON pointers (RFC 6901): reading a place of a value, and putting something there. */

const stepsOf = (pointer: string) =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))

/** What is there; undefined when nothing is. */
export function readAt(value: unknown, pointer: string): unknown {
  let at = value
  for (const step of stepsOf(pointer)) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined
    at = (at as Record<string, unknown>)[step]
  }
  return at
}

/** The value with something else at that place; objects are made on the way to it. */
export function setAt(value: unknown, pointer: string, put: unknown): unknown {
  return setUnder(value, stepsOf(pointer), put)
}

function setUnder(value: unknown, [step, ...rest]: string[], put: unknown): unknown {
  if (step === undefined) return put
  const object = typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
  const below = Object.hasOwn(object, step) ? (object as Record<string, unknown>)[step] : undefined
  // Entries, for a step may have any name, also that of a prototype.
  const others = Object.entries(object).filter(([name]) => name !== step)
  return Object.fromEntries([...others, [step, setUnder(below, rest, put)]])
}
