/** Which of several readings of the same place is meant. */
type Reading = { start: number; end: number; confidence: number }

/**
 * The one that reads most surely most of the text: length × confidence decides, then who comes first. So a date with its
 * time beats the date, a card number whose check digit holds beats a mere row of digits, and a sure short word beats a doubtful
 * long one. What touches nothing better stays. In the order of the text.
 */
export function resolveOverlaps<Each extends Reading>(readings: readonly Each[]): Each[] {
  const weightOf = ({ start, end, confidence }: Reading) => (end - start) * confidence
  const byWeight = readings
    .filter(({ start, end }) => end > start)
    .toSorted((one, other) => weightOf(other) - weightOf(one) || one.start - other.start)
  const kept: Each[] = []
  for (const each of byWeight) {
    const at = placeOf(kept, each.start)
    const isFree = (kept[at - 1]?.end ?? 0) <= each.start && each.end <= (kept[at]?.start ?? Infinity)
    if (isFree) kept.splice(at, 0, each)
  }
  return kept
}

/** Where in what is kept, which is sorted, a reading that starts there belongs. */
function placeOf(kept: readonly Reading[], start: number): number {
  let low = 0
  let high = kept.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (kept[middle]!.start < start) low = middle + 1
    else high = middle
  }
  return low
}
