import type { Clock } from './clock.ts'

/** A clock that stands still until it is moved; what is due is called in order. */
export function createFakeClock(
  start = Date.parse('2026-01-05T08:00:00Z'),
): Clock & { move(milliseconds: number): void } {
  let now = start
  let due: { at: number; act: () => void }[] = []
  return {
    now: () => now,
    reading: () => now - start,
    after(milliseconds, act) {
      const entry = { at: now + milliseconds, act }
      due.push(entry)
      return () => {
        due = due.filter((other) => other !== entry)
      }
    },
    move(milliseconds) {
      const until = now + milliseconds
      for (;;) {
        const next = due.filter(({ at }) => at <= until).sort((one, other) => one.at - other.at)[0]
        if (!next) break
        due = due.filter((other) => other !== next)
        now = Math.max(now, next.at)
        next.act()
      }
      now = until
    },
  }
}
