/** What was read lately, for a while and in bounded number. */
import type { Clock } from '#platform/clock'

/**
 * Keeps the promise rather than the value: callers at once share one read, and a read that was under way when its key
 * was forgotten is not kept as if it were news.
 */
export function createRemembered<Value>({ clock, milliseconds, most }: Limits) {
  const entries = new Map<string, { until: number; value: Promise<Value> }>()

  function keep(key: string, value: Promise<Value>): void {
    const entry = { until: clock.reading() + milliseconds, value }
    entries.delete(key)
    entries.set(key, entry)
    if (entries.size > most) entries.delete(entries.keys().next().value!)
    value.catch(() => {
      if (entries.get(key) === entry) entries.delete(key)
    })
  }

  return {
    /** The remembered value, or that of `read`. A failed read is not remembered. */
    get(key: string, read: () => Promise<Value>): Promise<Value> {
      const entry = entries.get(key)
      if (entry && clock.reading() < entry.until) return entry.value
      const value = read()
      keep(key, value)
      return value
    },
    keep: (key: string, value: Value) => keep(key, Promise.resolve(value)),
    forgetWhere(isMeant: (key: string) => boolean): void {
      for (const key of entries.keys()) if (isMeant(key)) entries.delete(key)
    },
    forget: (key: string) => void entries.delete(key),
  }
}

type Limits = { clock: Clock; milliseconds: number; most: number }
