/** Centroids around which vectors are divided into lists. */
import { createDotProducts, type DotProductsOn, pageSize, regions } from './dot-products.ts'
import { createFalling } from './falling-order.ts'
import { encodeVector, type VectorCode } from './vector-code.ts'

/** Cosines as whole numbers above nothing. */
const fine = 1_000_000

export type Centroids = { codes: Int8Array; inverses: Float32Array }
export type CentroidSpace = { products: DotProductsOn; width: number; inverses: Float32Array }

const falling = createFalling()
let near = new Int32Array(0)

/** Centroids in a memory of their own, ready to be asked. */
export function openCentroids({ codes, inverses }: Centroids, width: number): CentroidSpace {
  const memory = new WebAssembly.Memory({
    initial: 1 + Math.ceil(codes.length / pageSize),
    maximum: 65_536,
    shared: true,
  })
  new Int8Array(memory.buffer).set(codes, pageSize)
  return { products: createDotProducts(memory, regions.asking), width, inverses }
}

export function nearestList({ products, width, inverses }: CentroidSpace, code: Int8Array): number {
  products.ask(code)
  const sums = products.multiply(pageSize, { count: inverses.length, width })
  let best = 0
  let greatest = -Infinity
  for (let list = 0; list < inverses.length; list++) {
    const nearness = sums[list]! * inverses[list]!
    if (nearness > greatest) {
      greatest = nearness
      best = list
    }
  }
  return best
}

/** The lists in falling order of their centroids' nearness, as good as sorted: read it before the next call. */
export function listsByNearness({ products, width, inverses }: CentroidSpace, { code, inverse }: VectorCode) {
  products.ask(code)
  const count = inverses.length
  const sums = products.multiply(pageSize, { count, width })
  if (near.length < count) near = new Int32Array(count)
  for (let list = 0; list < count; list++) near[list] = 1 + fine + sums[list]! * inverses[list]! * inverse * (fine - 1)
  return falling(near, count, 0)
}

export function encodeAll(vectors: Float32Array[], width: number): Centroids {
  const codes = new Int8Array(vectors.length * width)
  const inverses = new Float32Array(vectors.length)
  vectors.forEach((vector, place) => {
    const { code, inverse } = encodeVector(vector)
    codes.set(code, place * width)
    inverses[place] = inverse
  })
  return { codes, inverses }
}
