/** A share with its 95 % interval (Wilson, "Probable inference, the law of succession, and statistical inference", 1927). */
export type Share = { count: number; of: number; share: number | null; low: number; high: number }

const z = 1.959964

export function shareOf(count: number, of: number): Share {
  if (of === 0) return { count, of, share: null, low: 0, high: 1 }
  const share = count / of
  const middle = (share + (z * z) / (2 * of)) / (1 + (z * z) / of)
  const reach = (z / (1 + (z * z) / of)) * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of))
  return { count, of, share, low: Math.max(0, middle - reach), high: Math.min(1, middle + reach) }
}
