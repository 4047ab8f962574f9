/** Whether a customer asks nearly the same again: the sign that the first answer was none. */

/** Dice of character pairs, 0–1, from which on two questions count as one. */
const nearlyTheSame = 0.8
/** Who repeats, repeats what was said lately. */
const mostRemembered = 20

/** `unwrap` is laid on the earlier texts only: `question` is unwrapped already. */
export function isRepeated(question: string, askedBefore: string[], unwrap: (text: string) => string): boolean {
  const asked = compact(question)
  if (asked.length < 2) return false
  const lately = askedBefore.slice(-mostRemembered).map((text) => compact(unwrap(text)))
  return lately.some((before) => similarity(asked, before) >= nearlyTheSame)
}

function compact(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '')
}

function similarity(one: string, other: string): number {
  if (one === other) return 1
  const pairs = one.length + other.length - 2
  // The longest overlap that these lengths allow; spares counting most of the time.
  if (pairs <= 0 || (2 * (Math.min(one.length, other.length) - 1)) / pairs < nearlyTheSame) return 0
  const counts = new Map<string, number>()
  for (let at = 0; at < one.length - 1; at += 1) {
    const pair = one.slice(at, at + 2)
    counts.set(pair, (counts.get(pair) ?? 0) + 1)
  }
  let shared = 0
  for (let at = 0; at < other.length - 1; at += 1) {
    const pair = other.slice(at, at + 2)
    const left = counts.get(pair) ?? 0
    if (left > 0) shared += 1
    counts.set(pair, left - 1)
  }
  return (2 * shared) / pairs
}
