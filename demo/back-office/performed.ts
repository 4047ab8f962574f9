/** What was done, by the key that it was asked with: the same key is answered from here, and nothing is done twice. */
import type { Operation, Outcome } from './operation.ts'
import type { Shop } from './shop/shop.ts'

/** `arrivals`: how often it was asked for. */
export type Performed = {
  key: string
  operation: string
  input: unknown
  outcome: Outcome
  at: string
  arrivals: number
}

type Asked = { key: string; operation: Operation; input: unknown }

/** Undefined: the key was used for something else. */
export function performOnce(
  { shop, performed }: { shop: Shop; performed: Performed[] },
  { key, operation, input }: Asked,
  now: string,
): Outcome | undefined {
  const before = performed.find((each) => each.key === key)
  if (before) {
    before.arrivals += 1
    const isSame = before.operation === operation.name && JSON.stringify(before.input) === JSON.stringify(input)
    return isSame ? before.outcome : undefined
  }
  const outcome = operation.perform(shop, input as never, now)
  performed.push({ key, operation: operation.name, input, outcome, at: now, arrivals: 1 })
  return outcome
}
