/** Of a confusion matrix too large to look at, the part that matters. */
import type { Confusion } from '@lingxi/contract/training'

const mostNames = 12

/** `pairs` are the mistakes, the most frequent first; `names` those in the worst of them, side by side with what they are taken for. */
export function mostConfused(confusions: readonly Confusion[]) {
  const pairs = confusions
    .filter(({ taught, read }) => taught !== read)
    .toSorted((one, other) => other.count - one.count)
  const names: string[] = []
  for (const { taught, read } of pairs)
    for (const name of [taught, read]) if (!names.includes(name) && names.length < mostNames) names.push(name)
  const cells = new Map(confusions.map(({ taught, read, count }) => [`${taught}\n${read}`, count]))
  return { names, pairs, cells }
}
