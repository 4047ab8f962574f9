/** A choice that this device remembers; the first of the values until one was made. Never for secrets. */
export function remembers<const T extends string>(name: string, values: readonly [T, ...T[]]) {
  return {
    read: (): T => values.find((value) => value === localStorage.getItem(name)) ?? values[0],
    write: (value: T) => localStorage.setItem(name, value),
  }
}
