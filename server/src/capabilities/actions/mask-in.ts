/** The same value with every text in it masked. */
export function maskIn(value: unknown, mask: (text: string) => string): unknown {
  if (typeof value === 'string') return mask(value)
  if (Array.isArray(value)) return value.map((each) => maskIn(each, mask))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, maskIn(each, mask)]))
}

export const covered = '••••••'

/** Covers what must not be shown, wherever the other side says it back. */
export const coverAll = (secrets: readonly string[]) => (text: string) =>
  secrets.reduce((rest, each) => rest.replaceAll(each, covered), text)
