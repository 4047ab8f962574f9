/** How far two people agree beyond chance. */

/** Cohen's κ (Cohen 1960) of what two people said of the same things; null where it is not defined. */
export function cohensKappa(said: readonly (readonly [string, string])[]): number | null {
  if (said.length === 0) return null
  const shareOf = (place: 0 | 1) => {
    const counts = new Map<string, number>()
    for (const pair of said) counts.set(pair[place], (counts.get(pair[place]) ?? 0) + 1 / said.length)
    return counts
  }
  const [one, other] = [shareOf(0), shareOf(1)]
  const observed = said.filter(([first, second]) => first === second).length / said.length
  const chance = [...one].reduce((sum, [label, share]) => sum + share * (other.get(label) ?? 0), 0)
  return 1 - chance < 1e-12 ? null : (observed - chance) / (1 - chance)
}
