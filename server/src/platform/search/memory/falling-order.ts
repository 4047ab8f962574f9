/** Places in falling order of whole numbers, roughly: by a counting sort into 1,024 heights. Lower ones than asked are left out. */
const heights = 1024

export function createFalling() {
  const counts = new Uint32Array(heights + 1)
  let places = new Uint32Array(4096)

  return function falling(values: Int32Array, length: number, least: number) {
    if (places.length < length) places = new Uint32Array(length * 2)
    let greatest = 0
    for (let place = 0; place < length; place++) if (values[place]! > greatest) greatest = values[place]!
    const step = (greatest + 1) / heights
    const heightOf = (value: number) => heights - 1 - Math.floor(value / step)
    counts.fill(0)
    for (let place = 0; place < length; place++)
      if (values[place]! > 0 && values[place]! >= least) counts[heightOf(values[place]!) + 1]!++
    for (let height = 0; height < heights; height++) counts[height + 1]! += counts[height]!
    const count = counts[heights]!
    for (let place = 0; place < length; place++) {
      const value = values[place]!
      if (value > 0 && value >= least) places[counts[heightOf(value)]!++] = place
    }
    return {
      count,
      at: (place: number) => places[place]!,
      /** Whether everything after `place` is lower than it, or of the same height. */
      restIsLower: (place: number) =>
        place + 1 >= count || heightOf(values[places[place + 1]!]!) > heightOf(values[places[place]!]!),
    }
  }
}
