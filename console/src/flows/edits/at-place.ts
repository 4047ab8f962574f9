/** Values inside of values by keys with dots between, changed without changing what was there. */
type Inside = Record<string, unknown> | unknown[]

/** Undefined takes the key away, so that what was never said is not written. */
export function withAt<T extends object>(whole: T, at: string, value: unknown): T {
  const [key, ...rest] = at.split('.') as [string, ...string[]]
  const inside = (whole as Record<string, unknown>)[key]
  const next = rest.length === 0 ? value : withAt((inside ?? {}) as Inside, rest.join('.'), value)
  if (Array.isArray(whole)) return whole.map((each, index) => (String(index) === key ? next : each)) as unknown as T
  if (next !== undefined) return { ...whole, [key]: next }
  const { [key]: _gone, ...kept } = whole as Record<string, unknown>
  return kept as T
}

export const without = <T>(list: readonly T[], place: number): T[] => list.filter((_, index) => index !== place)

export const replaced = <T>(list: readonly T[], place: number, by: T): T[] =>
  list.map((each, index) => (index === place ? by : each))

/** The list with one of its things a place earlier or later; the same where there is no such place. */
export function moved<T>(list: readonly T[], place: number, by: 1 | -1): T[] {
  const other = place + by
  if (other < 0 || other >= list.length) return [...list]
  const next = [...list]
  ;[next[place], next[other]] = [next[other]!, next[place]!]
  return next
}
