/** Order statistics of latencies in milliseconds. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

export const rounded = (value: number, digits = 3) => Math.round(value * 10 ** digits) / 10 ** digits

/**
 * How long each question takes: the best of several rounds, because a machine that others use as well interrupts some
 * question in every round, and seldom the same one twice. The first round warms up and is not counted.
 */
export async function timeEach<Item>(items: readonly Item[], rounds: number, ask: (item: Item) => Promise<unknown>) {
  const best = items.map(() => Infinity)
  for (let round = 0; round <= rounds; round++) {
    for (const [place, item] of items.entries()) {
      const begun = performance.now()
      await ask(item)
      if (round > 0) best[place] = Math.min(best[place]!, performance.now() - begun)
    }
  }
  return best
}
