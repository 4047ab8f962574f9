/** Latin words of one family share most of their letters from the start: India and Indian, environment and environmentalist. */

export type Related = { word: string; likeness: number }

const shared = 5
const leastShare = 0.6
const mostKin = 4
const likeness = 0.6

/** Words by their first letters. */
export type Families = Map<string, string[]>

export function familiesOf(words: readonly string[]): Families {
  const families: Families = new Map()
  for (const word of words) {
    if (!/^[a-z]{5,}$/.test(word)) continue
    const start = word.slice(0, shared)
    const there = families.get(start)
    if (there) there.push(word)
    else families.set(start, [word])
  }
  return families
}

export function familyOf(word: string, families: Families): Related[] {
  if (!/^[a-z]{5,}$/.test(word)) return []
  const kin = (families.get(word.slice(0, shared)) ?? []).filter((other) => {
    let same = shared
    while (same < word.length && word[same] === other[same]) same++
    return other !== word && same / Math.max(word.length, other.length) >= leastShare
  })
  return kin.slice(0, mostKin).map((other) => ({ word: other, likeness }))
}
