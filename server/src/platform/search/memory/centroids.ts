/**
 * Centroids around which vectors are divided into lists, in groups of their own kind: which centroid is nearest to a vector
 * is looked for in the nearest groups only, a hierarchy of two levels. A question is held against all of them.
 */
import { createDotProducts, type DotProductsOn, pageSize, regions } from './dot-products.ts'
import { createFalling } from './falling-order.ts'
import { encodeVector } from './vector-code.ts'

/** Of about √n groups so many are looked through: an eighth of the work, and the list is nearly always the same. */
const groupsTried = 6
/** Cosines as whole numbers above nothing. */
const fine = 1_000_000

export type Codes = { codes: Int8Array; inverses: Float32Array }
/** Those of one group stand together; `starts` says where each group begins, and one end more. */
export type Centroids = Codes & { groups: Codes & { starts: Uint32Array } }
export type CentroidSpace = {
  products: DotProductsOn
  width: number
  inverses: Float32Array
  groupInverses: Float32Array
  starts: Uint32Array
  /** Where the centroids begin in memory; the groups stand before them. */
  first: number
}

const falling = createFalling()
let near = new Int32Array(0)

/** Centroids in a memory of their own, ready to be asked. */
export function openCentroids({ codes, inverses, groups }: Centroids, width: number): CentroidSpace {
  const bytes = codes.length + groups.codes.length
  const memory = new WebAssembly.Memory({ initial: 1 + Math.ceil(bytes / pageSize), maximum: 65_536, shared: true })
  const first = pageSize + groups.codes.length
  new Int8Array(memory.buffer).set(groups.codes, pageSize)
  new Int8Array(memory.buffer).set(codes, first)
  const products = createDotProducts(memory, regions.asking)
  return { products, width, inverses, groupInverses: groups.inverses, starts: groups.starts, first }
}

/** The list whose centroid is nearest, as far as the nearest groups know. */
export function nearestList(
  { products, width, inverses, groupInverses, starts, first }: CentroidSpace,
  code: Int8Array,
) {
  products.ask(code)
  const sums = products.multiply(pageSize, { count: groupInverses.length, width })
  const nearness = groupInverses.map((inverse, group) => sums[group]! * inverse)
  let best = 0
  let greatest = -Infinity
  for (let tried = 0; tried < Math.min(groupsTried, nearness.length); tried++) {
    const group = placeOfGreatest(nearness)
    nearness[group] = -Infinity
    const start = starts[group]!
    const count = starts[group + 1]! - start
    const own = products.multiply(first + start * width, { count, width })
    for (let place = 0; place < count; place++) {
      const value = own[place]! * inverses[start + place]!
      if (value <= greatest) continue
      greatest = value
      best = start + place
    }
  }
  return best
}

function placeOfGreatest(values: Float32Array): number {
  let best = 0
  for (let place = 1; place < values.length; place++) if (values[place]! > values[best]!) best = place
  return best
}

/** The lists in falling order of their centroids' nearness, as good as sorted: read it before the next call. */
export function listsByNearness({ products, width, inverses, first }: CentroidSpace, { code, inverse }: Asking) {
  products.ask(code)
  const count = inverses.length
  const sums = products.multiply(first, { count, width })
  if (near.length < count) near = new Int32Array(count)
  for (let list = 0; list < count; list++) near[list] = 1 + fine + sums[list]! * inverses[list]! * inverse * (fine - 1)
  return falling(near, count, 0)
}
type Asking = { code: Int8Array; inverse: number }

export function encodeAll(vectors: Float32Array[], width: number): Codes {
  const codes = new Int8Array(vectors.length * width)
  const inverses = new Float32Array(vectors.length)
  vectors.forEach((vector, place) => {
    const { code, inverse } = encodeVector(vector)
    codes.set(code, place * width)
    inverses[place] = inverse
  })
  return { codes, inverses }
}
