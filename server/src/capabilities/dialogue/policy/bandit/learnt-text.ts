/** What was learnt, as it is kept: numbers of floating point survive JSON to the last bit. */
import { z } from 'zod'
import { arms, featureNames, type Learnt } from './learnt.ts'

const size = featureNames.length
const row = z.array(z.number()).length(size)
const Kept = z.strictObject({
  features: z.array(z.string()),
  spread: z.number().positive(),
  arms: z.record(z.enum(arms), z.strictObject({ precision: z.array(row).length(size), weighted: row })),
})

/** Without its number, which is given to it where it is kept. */
export const writeLearnt = ({ spread, arms: models }: Learnt): string =>
  JSON.stringify({ features: featureNames, spread, arms: models })

/** Undefined where it was learnt of other ways or features than there are now: an older or a newer program wrote it. */
export function readLearnt(text: string, version: number): Learnt | undefined {
  const kept = Kept.safeParse(JSON.parse(text))
  if (!kept.success || kept.data.features.join() !== featureNames.join()) return undefined
  return { version, spread: kept.data.spread, arms: kept.data.arms }
}
