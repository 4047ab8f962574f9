/** How often people ask along a way: whole ways, and one relation after another, smoothed. */
export type Prior = { way: (relations: readonly string[]) => number; chain: (relations: readonly string[]) => number }

export function countWays(asked: readonly (readonly string[])[]): Map<string, number> {
  const ways = new Map<string, number>()
  const count = (key: string) => ways.set(key, (ways.get(key) ?? 0) + 1)
  for (const relations of asked) {
    count(`=${relations.join('>')}`)
    count('=')
    for (const [hop, relation] of [...relations, '.'].entries()) {
      count(`${relations[hop - 1] ?? ''}>${relation}`)
      count(`${relations[hop - 1] ?? ''}>`)
    }
  }
  return ways
}

/** Logarithms of probabilities; nothing learnt gives the same for every way. */
export function createPrior(ways: ReadonlyMap<string, number>): Prior {
  const count = (key: string) => ways.get(key) ?? 0
  return {
    way: (relations) => Math.log((count(`=${relations.join('>')}`) + 0.1) / (count('=') + 10)),
    chain: (relations) =>
      [...relations, '.'].reduce((sum, relation, hop) => {
        const before = relations[hop - 1] ?? ''
        return sum + Math.log((count(`${before}>${relation}`) + 0.1) / (count(`${before}>`) + 2))
      }, 0),
  }
}
