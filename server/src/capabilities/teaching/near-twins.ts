/**
 * Texts that are all but the same: a join of sets of letter pairs by their Jaccard similarity. Only what shares one of its
 * rarest pairs can be alike enough, so only that is compared (prefix filtering: Chaudhuri et al. 2006, Bayardo et al. 2007).
 */
export type Twin = { one: number; other: number; alike: number }

const enough = 0.8
/** A comparison is some hundreds of nanoseconds: after some seconds the rest is left. */
const mostCompared = 20_000_000

/** Pairs of places in `texts` that are at least 0.8 alike, where `mayPair` wants to know of it. The same texts give the same pairs. */
export function findNearTwins(
  texts: readonly string[],
  { mayPair, most }: { mayPair: (one: number, other: number) => boolean; most: number },
): Twin[] {
  const sets = rarestFirst(texts.map(pairsOf))
  const bySize = sets
    .map((_, place) => place)
    .sort((one, other) => sets[one]!.length - sets[other]!.length || one - other)
  const holders = new Map<number, number[]>()
  const twins: Twin[] = []
  let compared = 0
  for (const place of bySize) {
    const set = sets[place]!
    const prefix = set.slice(0, set.length - Math.ceil(enough * set.length) + 1)
    const near = new Set(prefix.flatMap((pair) => holders.get(pair) ?? []))
    for (const other of near) {
      if (sets[other]!.length < enough * set.length || !mayPair(other, place)) continue
      if (++compared > mostCompared) return twins
      const alike = jaccard(set, sets[other]!)
      if (alike >= enough) twins.push({ one: Math.min(place, other), other: Math.max(place, other), alike })
      if (twins.length >= most) return twins
    }
    for (const pair of prefix) {
      const held = holders.get(pair)
      if (held) held.push(place)
      else holders.set(pair, [place])
    }
  }
  return twins
}

function pairsOf(text: string): Set<string> {
  const letters = [...` ${text} `]
  return new Set(letters.slice(1).map((letter, at) => letters[at]! + letter))
}

/** The sets as numbers in one order for all, the rarest pair being the smallest. */
function rarestFirst(sets: Set<string>[]): number[][] {
  const counts = new Map<string, number>()
  for (const set of sets) for (const pair of set) counts.set(pair, (counts.get(pair) ?? 0) + 1)
  const order = [...counts].sort(([one, ofOne], [other, ofOther]) => ofOne - ofOther || (one < other ? -1 : 1))
  const ranks = new Map(order.map(([pair], rank) => [pair, rank]))
  return sets.map((set) => [...set].map((pair) => ranks.get(pair)!).sort((one, other) => one - other))
}

function jaccard(one: number[], other: number[]): number {
  let shared = 0
  for (let at = 0, there = 0; at < one.length && there < other.length; ) {
    const difference = one[at]! - other[there]!
    if (difference === 0) shared++
    if (difference <= 0) at++
    if (difference >= 0) there++
  }
  return shared / (one.length + other.length - shared)
}
