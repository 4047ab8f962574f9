/** Texts that say much the same, put together: each joins the first group whose leader is like it, or leads one of its own. */
export type Cluster = { members: number[]; words: string[] }

const enough = 0.3
const fewest = 3
const mostWords = 5

/** Groups of at least three, the largest first; the members nearest to their leader first. The same texts give the same groups. */
export function clusterTexts(texts: readonly string[]): Cluster[] {
  const sets = texts.map(pairsOf)
  const leaders: { place: number; members: { at: number; alike: number }[] }[] = []
  const holders = new Map<string, number[]>()
  for (const [at, set] of sets.entries()) {
    const shared = new Map<number, number>()
    for (const pair of set)
      for (const leader of holders.get(pair) ?? []) shared.set(leader, (shared.get(leader) ?? 0) + 1)
    let best = { leader: -1, alike: enough }
    for (const [leader, count] of shared) {
      const alike = count / (set.size + sets[leaders[leader]!.place]!.size - count)
      if (alike > best.alike) best = { leader, alike }
    }
    if (best.leader >= 0) leaders[best.leader]!.members.push({ at, alike: best.alike })
    else {
      for (const pair of set) holders.set(pair, [...(holders.get(pair) ?? []), leaders.length])
      leaders.push({ place: at, members: [{ at, alike: 1 }] })
    }
  }
  return leaders
    .filter(({ members }) => members.length >= fewest)
    .map(({ members }) => members.sort((one, other) => other.alike - one.alike).map(({ at }) => at))
    .sort((one, other) => other.length - one.length)
    .map((members) => ({
      members,
      words: wordsOf(
        members.map((at) => texts[at]!),
        texts,
      ),
    }))
}

function pairsOf(text: string): Set<string> {
  const letters = [
    ...text
      .slice(0, 200)
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll(/[\p{P}\s]+/gu, ' '),
  ]
  return new Set(letters.slice(1).map((letter, at) => letters[at]! + letter))
}

/** What is said in the group more than elsewhere: pairs of Chinese signs, and words of letters. */
function wordsOf(members: string[], all: readonly string[]): string[] {
  const cut = (text: string) =>
    new Set(
      text
        .toLowerCase()
        .match(/[a-z]{3,}|(?=(\p{Script=Han}{2}))\p{Script=Han}/gu)
        ?.map((word, at, words) => (/\p{Script=Han}/u.test(word) ? word + (words[at + 1]?.[0] ?? '') : word)) ?? [],
    )
  const count = (texts: readonly string[]) => {
    const counts = new Map<string, number>()
    for (const text of texts) for (const word of cut(text)) counts.set(word, (counts.get(word) ?? 0) + 1)
    return counts
  }
  const everywhere = count(all)
  return [...count(members)]
    .filter(([word, times]) => word.length > 1 && times > 1)
    .map(([word, times]) => ({ word, weight: (times / members.length) * (times / everywhere.get(word)!) }))
    .sort((one, other) => other.weight - one.weight)
    .slice(0, mostWords)
    .map(({ word }) => word)
}
