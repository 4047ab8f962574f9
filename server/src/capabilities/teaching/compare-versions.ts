/** One version beside another, on the examples that both were judged on. */
import type { Comparison } from '@lingxi/contract/training'
import type { Pair } from './judged-store.ts'

const mostShown = 200

export function compareVersions(pairs: Pair[], ids: Pick<Comparison, 'versionId' | 'withVersionId'>): Comparison {
  const isRight = ({ taught, read }: Pair) => taught === read
  const wasRight = ({ taught, withRead }: Pair) => taught === withRead
  const share = (some: Pair[], holds: (pair: Pair) => boolean) =>
    some.length === 0 ? 0 : some.filter(holds).length / some.length
  const mended = pairs.filter((pair) => isRight(pair) && !wasRight(pair))
  const broken = pairs.filter((pair) => !isRight(pair) && wasRight(pair))
  const intents = [...Map.groupBy(pairs, ({ taught }) => taught)].map(([name, some]) => {
    return { name, recall: share(some, isRight), withRecall: share(some, wasRight), count: some.length }
  })
  const change = ({ recall, withRecall }: (typeof intents)[number]) => Math.abs(recall - withRecall)
  return {
    ...ids,
    examples: pairs.length,
    accuracy: share(pairs, isRight),
    withAccuracy: share(pairs, wasRight),
    chance: chanceOf(mended.length, broken.length),
    intents: intents.sort((one, other) => change(other) - change(one) || one.name.localeCompare(other.name)),
    mended: mended.length,
    broken: broken.length,
    changed: [...broken, ...mended].slice(0, mostShown),
  }
}

/**
 * McNemar's exact test (McNemar 1947): were it a coin that decides which of the two is right where they differ, how probable
 * is a result at least as uneven, to either side.
 */
export function chanceOf(one: number, other: number): number {
  const tosses = one + other
  let logOfTerm = -tosses * Math.LN2
  let tail = 0
  for (let heads = 0; heads <= Math.min(one, other); heads++) {
    if (heads > 0) logOfTerm += Math.log((tosses - heads + 1) / heads)
    tail += Math.exp(logOfTerm)
  }
  return Math.min(1, 2 * tail)
}
