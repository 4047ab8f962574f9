import { ModelFailure } from './models.ts'

/** Vectors of length one, all with as many numbers as `expected`; anything else is a failure of the model. */
export function toUnitVectors(vectors: readonly ArrayLike<number>[], expected: number | undefined): Float32Array[] {
  const dimensions = expected ?? vectors[0]?.length ?? 0
  return vectors.map((numbers) => {
    const vector = Float32Array.from(numbers)
    if (vector.length !== dimensions || dimensions === 0)
      throw new ModelFailure('failed', `A vector has ${vector.length} numbers instead of ${dimensions}`)
    const length = Math.hypot(...vector)
    if (!Number.isFinite(length) || length === 0) throw new ModelFailure('failed', 'A vector has no direction')
    return vector.map((number) => number / length)
  })
}
