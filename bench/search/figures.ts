/** Order statistics of latencies in milliseconds. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

export const rounded = (value: number, digits = 3) => Math.round(value * 10 ** digits) / 10 ** digits

/** For each question the middle and the best of several rounds, in milliseconds. */
export type Taken = { median: number[]; best: number[] }

/**
 * How long each question takes. The middle of the rounds is what is told first; the best of them says what the index itself
 * needs, because a machine that others use as well interrupts some question in every round. The first round warms up
 * and is not counted.
 */
export async function timeEach<Item>(items: readonly Item[], rounds: number, ask: (item: Item) => Promise<unknown>) {
  const taken = items.map((): number[] => [])
  for (let round = 0; round <= rounds; round++) {
    for (const [place, item] of items.entries()) {
      const begun = performance.now()
      await ask(item)
      if (round > 0) taken[place]!.push(performance.now() - begun)
    }
  }
  const at = (share: number) => taken.map((each) => quantile(each, share))
  return { median: at(0.5), best: at(0) } satisfies Taken
}

/** The middle, the slow and the slowest hundredth of what questions take. */
export const latencies = (taken: number[], name = '') => {
  const named = (share: string) => (name === '' ? `p${share}Ms` : `${name}P${share}Ms`)
  return Object.fromEntries([50, 95, 99].map((share) => [named(`${share}`), rounded(quantile(taken, share / 100))]))
}
