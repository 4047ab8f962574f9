/** What of a turn has to be the same when it is taken again: all that was decided and said, and why. */
import type { TurnOutcome } from './recorded-turns.ts'

/**
 * Left out: how long something took, ids of rows (another house gives its own to the same articles), which version decided,
 * and whether an answer happened to be kept from a question before.
 */
const incidental = new Set([
  'milliseconds',
  'thoughtAt',
  'fromCache',
  'messageId',
  'version',
  'articleId',
  'articleIds',
  'edgeId',
  'newer',
  'shown',
])

/** Where an answer was kept it was found for a question in other words, and tells that one's passages. */
const foundWith = new Set(['passages', 'related', 'support'])

/**
 * The same text for the same turn, whatever order the keys of its values came in. `isKept`: an answer of one of the two that are
 * compared was kept from a question before.
 */
export const comparableOf = (turn: TurnOutcome, { isKept }: { isKept: boolean }): string =>
  JSON.stringify(turn, (key: string, value: unknown) =>
    isKept && foundWith.has(key) ? undefined : replace(key, value),
  )

function replace(key: string, value: unknown): unknown {
  if (incidental.has(key)) return undefined
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
}
