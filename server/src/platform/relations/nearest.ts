/** For each row of a matrix the rows that point the same way: every one against every other, in blocks that fit the cache. */
import type { Dense } from './truncated-svd.ts'

export type Near = { one: number; other: number; likeness: number }
const block = 64

/** At most `most` for each row, each at least `least` alike (the cosine). */
export function nearest({ rows, columns, values }: Dense, least: number, most: number): Near[] {
  const unit = unitRows({ rows, columns, values })
  const kept: Near[][] = Array.from({ length: rows }, () => [])
  const consider = (one: number, other: number, likeness: number) => {
    const own = kept[one]!
    if (own.length === most && likeness <= own.at(-1)!.likeness) return
    let place = own.length
    while (place > 0 && own[place - 1]!.likeness < likeness) place--
    own.splice(place, 0, { one, other, likeness })
    if (own.length > most) own.pop()
  }
  const compare = (one: number, other: number) => {
    const likeness = overlap(unit[one]!, unit[other]!)
    if (likeness < least) return
    consider(one, other, likeness)
    consider(other, one, likeness)
  }
  for (let start = 0; start < rows; start += block)
    for (let other = 0; other < rows; other++)
      for (let one = start; one < Math.min(start + block, other); one++) compare(one, other)
  return kept.flat()
}

function overlap(one: Float32Array, other: Float32Array): number {
  let sum = 0
  for (let place = 0; place < one.length; place++) sum += one[place]! * other[place]!
  return sum
}

function unitRows({ rows, columns, values }: Dense): Float32Array[] {
  return Array.from({ length: rows }, (_, row) => {
    const own = Float32Array.from(values.subarray(row * columns, (row + 1) * columns))
    const length = Math.sqrt(overlap(own, own)) || 1
    return own.map((value) => value / length)
  })
}
