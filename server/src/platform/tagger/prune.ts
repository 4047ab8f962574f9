/** Leaves out what weighs next to nothing: most of a model, and hardly any of what it tells. */
import type { Weights } from './weights.ts'

const least = 0.05
/** Weights are kept in steps of 1/64. */
export const weightUnit = 64
const most = 32_767

export function prune({ rows, label, weight, steps, starts }: Weights, signs: readonly number[]) {
  const keptSigns: number[] = []
  const keptLabels: number[] = []
  const keptWeights: number[] = []
  const lengths: number[] = []
  // In the order of the signs, which packs small and makes the same model whatever order they were met in.
  const order = signs.map((_, row) => row).sort((one, other) => (signs[one]! >>> 0) - (signs[other]! >>> 0))
  for (const row of order) {
    const before = keptLabels.length
    for (let pair = rows[row]!; pair < rows[row + 1]!; pair++) {
      if (Math.abs(weight[pair]!) < least) continue
      keptLabels.push(label[pair]!)
      keptWeights.push(Math.max(-most, Math.min(most, Math.round(weight[pair]! * weightUnit))))
    }
    if (keptLabels.length === before) continue
    keptSigns.push(signs[row]! >>> 0)
    lengths.push(keptLabels.length - before)
  }
  return {
    signs: Uint32Array.from(keptSigns),
    lengths: Uint16Array.from(lengths),
    label: Uint16Array.from(keptLabels),
    weight: Int16Array.from(keptWeights),
    steps: Float32Array.from(steps),
    starts: Float32Array.from(starts),
  }
}
export type PrunedWeights = ReturnType<typeof prune>
