/**
 * What has to be read anew because another process changed it: one after the other, so that thousands of changes told at
 * once take one connection and not all of them. What cannot be read is read later: nobody tells it again.
 */
import type { Clock } from '#platform/clock'

type Parts = { clock: Pick<Clock, 'after'>; onFailed: (error: unknown) => void }

/** Milliseconds; twice as long after each failure. */
const shortestRest = 1_000
const longestRest = 60_000

export function createReadingLine({ clock, onFailed }: Parts) {
  const waiting = new Map<string, () => Promise<unknown>>()
  let working = false
  let rest = shortestRest

  /** What waits at the end of the line is in the map by then: it is gone through until nothing is left. */
  async function work(): Promise<void> {
    working = true
    for (const [key, read] of waiting) {
      // Before it is read: told again meanwhile, it is read again.
      waiting.delete(key)
      try {
        await read()
        rest = shortestRest
      } catch (error) {
        onFailed(error)
        if (!waiting.has(key)) waiting.set(key, read)
        await new Promise<void>((resolve) => clock.after(rest, resolve))
        rest = Math.min(2 * rest, longestRest)
      }
    }
    working = false
  }

  /** `key` names what is read: waiting already, it is read once. */
  return function readSoon(key: string, read: () => Promise<unknown>): void {
    waiting.set(key, read)
    if (!working) void work()
  }
}
