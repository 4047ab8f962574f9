/** How long to wait before attempt number `attempt` (from 0): doubled each time up to half a minute, and scattered. */
export function backOff(attempt: number, chance: () => number = Math.random): number {
  const longest = Math.min(30_000, 500 * 2 ** attempt)
  return longest / 2 + (longest / 2) * chance()
}
