/**
 * Divides vectors into lists by the centroid that is nearest: k-means on the sphere (Dhillon and Modha, "Concept
 * Decompositions for Large Sparse Text Data Using Clustering", Machine Learning 2001) over a sample, and measures how many
 * lists have to be looked through to find what a look at every vector finds. Runs in the builder's thread, on the memory
 * that the searching thread reads.
 */
import { createDotProducts, type DotProductsOn, pageSize, regions } from './dot-products.ts'
import { encodeVector } from './vector-code.ts'
import { chunkRows, type VectorList } from './vector-rows.ts'

const rounds = 8
const samplePerList = 40
/** Of the ten nearest, so many have to be found on average. */
const leastRecall = 0.97
const probesTried = 200
const nearest = 10

/** What is stored, as another thread sees it: some lists, and by row the handles and inverse lengths. */
export type StoredRows = {
  memory: WebAssembly.Memory
  width: number
  handles: Uint32Array
  inverses: Float32Array
  lists: VectorList[]
}
/** To which centroid's list each handle belongs. */
export type Assigned = { handles: Uint32Array; lists: Uint16Array }
export type TrainRequest = { stored: StoredRows; wanted: number }
export type Trained = { centroids: Centroids; assigned: Assigned; probes: number; recall: number }
export type AssignRequest = { stored: StoredRows; centroids: Centroids }

type Rows = { memory: WebAssembly.Memory; width: number; rows: Uint32Array; inverses: Float32Array }
export type Centroids = { codes: Int8Array; inverses: Float32Array }
export type CentroidSpace = { products: DotProductsOn; width: number; inverses: Float32Array }

/** Which centroid is nearest to each vector. */
export function assignRows({ stored, centroids }: AssignRequest): Assigned {
  const rows = rowsOf(stored)
  return { handles: rows.map((row) => stored.handles[row]!), lists: nearestLists({ ...stored, rows }, centroids) }
}

export function trainCentroids({ stored, wanted }: TrainRequest): Trained {
  const rows = rowsOf(stored)
  const { memory, width } = stored
  const codeOf = codesIn(memory, width)
  const step = Math.max(1, Math.floor(rows.length / (wanted * samplePerList)))
  const sample = Array.from({ length: Math.floor(rows.length / step) }, (_, place) => codeOf(rows[place * step]!))
  const first = (list: number) => Float32Array.from(sample[Math.floor((list * sample.length) / wanted)]!)
  let centroids = encodeAll(
    Array.from({ length: wanted }, (_, list) => first(list)),
    width,
  )
  for (let round = 0; round < rounds; round++) centroids = improve(centroids, sample, width)
  const lists = nearestLists({ ...stored, rows }, centroids)
  const assigned = { handles: rows.map((row) => stored.handles[row]!), lists }
  const inverses = Float32Array.from(rows, (row) => stored.inverses[row]!)
  return { centroids, assigned, ...measureProbes({ memory, width, rows, inverses }, lists, centroids) }
}

/** The numbers of the rows that lists hold. */
function rowsOf({ lists }: StoredRows): Uint32Array {
  const numbers = new Uint32Array(lists.reduce((sum, { rows }) => sum + rows, 0))
  let count = 0
  for (const { chunks, rows } of lists)
    for (let place = 0; place < rows; place++)
      numbers[count++] = chunks[Math.floor(place / chunkRows)]! * chunkRows + (place % chunkRows)
  return numbers
}

function nearestLists({ memory, width, rows }: Omit<Rows, 'inverses'>, centroids: Centroids): Uint16Array {
  const codeOf = codesIn(memory, width)
  const space = openCentroids(centroids, width)
  const lists = new Uint16Array(rows.length)
  rows.forEach((row, place) => (lists[place] = nearestList(space, codeOf(row))))
  return lists
}

function codesIn(memory: WebAssembly.Memory, width: number) {
  const bytes = new Int8Array(memory.buffer)
  return (row: number) => bytes.slice(pageSize + row * width, pageSize + (row + 1) * width)
}

function improve(centroids: Centroids, sample: Int8Array[], width: number): Centroids {
  const space = openCentroids(centroids, width)
  const sums = Array.from({ length: centroids.inverses.length }, () => new Float32Array(width))
  for (const code of sample) {
    const sum = sums[nearestList(space, code)]!
    let squares = 0
    for (const value of code) squares += value * value
    const inverse = squares === 0 ? 0 : 1 / Math.sqrt(squares)
    for (let place = 0; place < width; place++) sum[place]! += code[place]! * inverse
  }
  // A centroid that nothing is near begins anew elsewhere.
  sums.forEach((sum, list) => {
    if (sum.every((value) => value === 0)) sum.set(sample[(list * 7919) % sample.length]!)
  })
  return encodeAll(sums, width)
}

function encodeAll(vectors: Float32Array[], width: number): Centroids {
  const codes = new Int8Array(vectors.length * width)
  const inverses = new Float32Array(vectors.length)
  vectors.forEach((vector, list) => {
    const { code, inverse } = encodeVector(vector)
    codes.set(code, list * width)
    inverses[list] = inverse
  })
  return { codes, inverses }
}

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
    const near = sums[list]! * inverses[list]!
    if (near > greatest) {
      greatest = near
      best = list
    }
  }
  return best
}

/** The lists, the one with the nearest centroid first. */
export function listsByNearness({ products, width, inverses }: CentroidSpace, code: Int8Array): Uint16Array {
  products.ask(code)
  const sums = products.multiply(pageSize, { count: inverses.length, width })
  const near = inverses.map((inverse, list) => sums[list]! * inverse)
  return Uint16Array.from(inverses.keys()).sort((one, other) => near[other]! - near[one]!)
}

/** Asks with some of the rows themselves, and counts at which list each of their nearest was found. */
function measureProbes(asked: Rows, assigned: Uint16Array, centroids: Centroids) {
  const { memory, width, rows } = asked
  const codeOf = codesIn(memory, width)
  const products = createDotProducts(memory, regions.building)
  const space = openCentroids(centroids, width)
  const lists = centroids.inverses.length
  const found = new Uint32Array(lists)
  const rank = new Uint16Array(lists)
  const tried = Math.min(probesTried, rows.length)
  for (let number = 0; number < tried; number++) {
    const code = codeOf(rows[Math.floor((number * rows.length) / tried)]!)
    listsByNearness(space, code).forEach((list, place) => (rank[list] = place))
    products.ask(code)
    for (const place of nearestRows(products, asked)) found[rank[assigned[place]!]!]!++
  }
  const all = found.reduce((sum, count) => sum + count, 0)
  let probes = 0
  let reached = 0
  while (probes < lists && reached < leastRecall * all) reached += found[probes++]!
  return { probes, recall: all === 0 ? 1 : reached / all }
}

function nearestRows(products: DotProductsOn, { width, rows, inverses }: Rows): number[] {
  const best: { place: number; near: number }[] = []
  for (let place = 0; place < rows.length; place++) {
    const near = products.multiply(pageSize + rows[place]! * width, { count: 1, width })[0]! * inverses[place]!
    if (best.length === nearest && near <= best[nearest - 1]!.near) continue
    const before = best.findIndex((each) => each.near < near)
    best.splice(before < 0 ? best.length : before, 0, { place, near })
    if (best.length > nearest) best.pop()
  }
  return best.map(({ place }) => place)
}
