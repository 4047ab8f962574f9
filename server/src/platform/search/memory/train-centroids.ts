/**
 * Divides vectors into lists by the centroid that is nearest: k-means on the sphere (Dhillon and Modha, "Concept
 * Decompositions for Large Sparse Text Data Using Clustering", Machine Learning 2001) over a sample, and measures how many
 * lists have to be looked through to find what a look at every vector finds. Runs in the builder's thread, on the memory
 * that the searching thread reads.
 */
import {
  type Centroids,
  type CentroidSpace,
  encodeAll,
  listsByNearness,
  nearestList,
  openCentroids,
} from './centroids.ts'
import { createDotProducts, type DotProductsOn, pageSize, regions } from './dot-products.ts'
import { chunkRows } from './vector-rows.ts'

const rounds = 6
const samplePerList = 32
/** Of the ten nearest to a vector, so many have to be found on average. */
const leastRecall = 0.97
const probesTried = 150
const nearest = 10

/** Some rows as another thread sees them: where each stands in memory, whose it is, and its inverse length. */
export type StoredRows = {
  memory: WebAssembly.Memory
  width: number
  rows: Uint32Array
  handles: Uint32Array
  inverses: Float32Array
}
/** To which centroid's list each handle belongs. */
export type Assigned = { handles: Uint32Array; lists: Uint16Array }
export type TrainRequest = { stored: StoredRows; wanted: number }
export type Trained = { centroids: Centroids; assigned: Assigned; probes: number; recall: number }
export type AssignRequest = { stored: StoredRows; centroids: Centroids }

/** Which centroid is nearest to each vector. */
export function assignRows({ stored, centroids }: AssignRequest): Assigned {
  const { width, rows, handles } = stored
  const codeOf = codesIn(stored)
  const space = openCentroids(centroids, width)
  const lists = new Uint16Array(new SharedArrayBuffer(rows.length * 2))
  rows.forEach((row, place) => (lists[place] = nearestList(space, codeOf(row))))
  return { handles, lists }
}

export function trainCentroids({ stored, wanted }: TrainRequest): Trained {
  const { width, rows } = stored
  const codeOf = codesIn(stored)
  const step = Math.max(1, Math.floor(rows.length / (wanted * samplePerList)))
  const sample = Array.from({ length: Math.floor(rows.length / step) }, (_, place) => codeOf(rows[place * step]!))
  const first = (list: number) => Float32Array.from(sample[Math.floor((list * sample.length) / wanted)]!)
  let centroids = encodeAll(
    Array.from({ length: wanted }, (_, list) => first(list)),
    width,
  )
  for (let round = 0; round < rounds; round++) centroids = improve(openCentroids(centroids, width), sample)
  const assigned = assignRows({ stored, centroids })
  return { centroids, assigned, ...measureProbes(stored, assigned.lists, centroids) }
}

function codesIn({ memory, width }: StoredRows) {
  const bytes = new Int8Array(memory.buffer)
  return (row: number) => bytes.slice(pageSize + row * width, pageSize + (row + 1) * width)
}

function improve(space: CentroidSpace, sample: Int8Array[]): Centroids {
  const { width } = space
  const sums = Array.from({ length: space.inverses.length }, () => new Float32Array(width))
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

/**
 * Asks with some of the rows themselves, and counts at which list each of their nearest was found; a row does not count as
 * near to itself, because a question seldom is a vector that is there.
 */
function measureProbes(stored: StoredRows, assigned: Uint16Array, centroids: Centroids) {
  const { memory, width, rows, inverses } = stored
  const codeOf = codesIn(stored)
  const products = createDotProducts(memory, regions.building)
  const space = openCentroids(centroids, width)
  const lists = centroids.inverses.length
  const found = new Uint32Array(lists)
  const rank = new Uint16Array(lists)
  const tried = Math.min(probesTried, rows.length)
  for (let number = 0; number < tried; number++) {
    const own = Math.floor((number * rows.length) / tried)
    const code = codeOf(rows[own]!)
    const order = listsByNearness(space, { code, inverse: inverses[own]! })
    for (let place = 0; place < order.count; place++) rank[order.at(place)] = place
    products.ask(code)
    for (const place of nearestRows(products, stored, own)) found[rank[assigned[place]!]!]!++
  }
  const all = found.reduce((sum, count) => sum + count, 0)
  let probes = 0
  let reached = 0
  while (probes < lists && reached < leastRecall * all) reached += found[probes++]!
  return { probes, recall: all === 0 ? 1 : reached / all }
}

function nearestRows(products: DotProductsOn, { width, rows, inverses }: StoredRows, own: number): number[] {
  const best: { place: number; near: number }[] = []
  for (let start = 0; start < rows.length; ) {
    const count = runFrom(rows, start)
    const sums = products.multiply(pageSize + rows[start]! * width, { count, width })
    for (let place = start; place < start + count; place++) {
      const near = sums[place - start]! * inverses[place]!
      if (place === own || (best.length === nearest && near <= best[nearest - 1]!.near)) continue
      const before = best.findIndex((each) => each.near < near)
      best.splice(before < 0 ? best.length : before, 0, { place, near })
      if (best.length > nearest) best.pop()
    }
    start += count
  }
  return best.map(({ place }) => place)
}

/** How many rows from `start` on stand one after another in memory. */
function runFrom(rows: Uint32Array, start: number): number {
  const most = Math.min(rows.length - start, chunkRows)
  let count = 1
  while (count < most && rows[start + count] === rows[start]! + count) count++
  return count
}
