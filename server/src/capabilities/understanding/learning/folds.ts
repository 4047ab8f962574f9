/** Chance that a seed decides, and examples dealt into folds so that each holds its share of every label. */

/** Numbers in [0, 1) from a seed: mulberry32 (T. Ettinger, public domain), 2^32 long. */
export function createChance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export function shuffled<Item>(items: readonly Item[], chance: () => number): Item[] {
  const mixed = [...items]
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = Math.floor(chance() * (at + 1))
    ;[mixed[at], mixed[other]] = [mixed[other]!, mixed[at]!]
  }
  return mixed
}

/** `count` folds; those of one label are dealt out one by one, so that none of the folds has two more than another. */
export function dealIntoFolds<Item>(
  items: readonly Item[],
  labelOf: (item: Item) => string,
  { count, chance }: { count: number; chance: () => number },
): Item[][] {
  const folds: Item[][] = Array.from({ length: count }, () => [])
  let next = 0
  const byLabel = [...Map.groupBy(items, labelOf)].sort(([one], [other]) => (one < other ? -1 : 1))
  for (const [, some] of byLabel) for (const item of shuffled(some, chance)) folds[next++ % count]!.push(item)
  return folds
}

/** At most so many, each label giving its share; all when there are no more. In their order. */
export function sampleOf<Item>(
  items: readonly Item[],
  labelOf: (item: Item) => string,
  { most, chance }: { most: number; chance: () => number },
): Item[] {
  if (items.length <= most) return [...items]
  const kept = new Set<Item>()
  for (const some of Map.groupBy(items, labelOf).values())
    for (const item of shuffled(some, chance).slice(0, Math.max(1, Math.floor((some.length * most) / items.length))))
      kept.add(item)
  return items.filter((item) => kept.has(item))
}
