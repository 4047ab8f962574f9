/**
 * The weights of signs by their 32-bit numbers, laid out so that a look touches memory twice: open addressing with the
 * number and the place side by side, and at the place the count of weights and then each weight with its label.
 */
export type PackedWeights = { signs: Uint32Array; lengths: Uint16Array; label: Uint16Array; weight: Int16Array }
export type SignTable = ReturnType<typeof createSignTable>

export function createSignTable({ signs, lengths, label, weight }: PackedWeights) {
  const size = 2 ** Math.ceil(Math.log2(Math.max(2, signs.length * 2)))
  const mask = size - 1
  /** A sign and where its weights are, in turns. A sign is never 0, so 0 is an empty place. */
  const places = new Int32Array(2 * size)
  /** A weight in the upper 16 bits, its label in the lower. */
  const weights = new Int32Array(signs.length + label.length)
  let end = 0
  let pair = 0
  signs.forEach((sign, row) => {
    let at = sign & mask
    while (places[2 * at] !== 0) at = (at + 1) & mask
    places[2 * at] = sign | 0
    places[2 * at + 1] = end
    weights[end++] = lengths[row]!
    for (const last = pair + lengths[row]!; pair < last; pair++) weights[end++] = (weight[pair]! << 16) | label[pair]!
  })

  /** -1: the sign has no weights. */
  function placeOf(sign: number): number {
    let at = sign & mask
    while (places[2 * at] !== 0) {
      if (places[2 * at] === sign) return places[2 * at + 1]!
      at = (at + 1) & mask
    }
    return -1
  }

  return {
    /** Adds what the sign says of each label y to `scores[base + y]`, in whole steps of weight. */
    add(sign: number, scores: Float64Array, base: number): void {
      const place = placeOf(sign)
      if (place < 0) return
      const last = place + weights[place]!
      for (let at = place + 1; at <= last; at++) scores[base + (weights[at]! & 0xffff)]! += weights[at]! >> 16
    },
    /** What the sign says of one label. */
    weightFor(sign: number, wanted: number): number {
      const place = placeOf(sign)
      if (place < 0) return 0
      const last = place + weights[place]!
      for (let at = place + 1; at <= last; at++) if ((weights[at]! & 0xffff) === wanted) return weights[at]! >> 16
      return 0
    },
  }
}
