/**
 * The vectors of an index. Up to 200,000 are all looked at. Above, they are divided into lists around centroids, and only
 * the nearest lists are looked at: an inverted file (Jégou, Douze and Schmid, "Product Quantization for Nearest Neighbor
 * Search", TPAMI 2011), trained and measured in the builder's thread while everything is still found by looking at all.
 */
import { Problem } from '@lingxi/contract/problem'
import type { Builder } from './builder.ts'
import { type Centroids, type CentroidSpace, listsByNearness, openCentroids } from './centroids.ts'
import { createDotProducts, regions } from './dot-products.ts'
import { createPace } from './pace.ts'
import type { Assigned, StoredRows } from './train-centroids.ts'
import { encodeVector, widthFor } from './vector-code.ts'
import { chunkRows, createVectorRows, none, type SavedRows, type VectorList, type VectorRows } from './vector-rows.ts'

/** The list of what is in no centroid's list: looked at in full. */
const loose = 0
const mostLists = 4096
const listsPerRoot = 2
/** Centroids are trained anew when there are so many times as many vectors. */
const outgrown = 4
/** So many vectors outside the lists are divided at once. */
const mostLoose = 2_000

type Divided = { space: CentroidSpace; centroids: Centroids; probes: number; recall: number; trainedOn: number }
export type NearCandidate = { handle: number; similarity: number }
export type SavedVectors = {
  dimensions: number
  rows: SavedRows
  divided: Pick<Divided, 'centroids' | 'probes' | 'recall' | 'trainedOn'> | undefined
}
type Options = { builder: Builder; flatUpTo: number }
export type Vectors = ReturnType<typeof createVectors>

export function createVectors({ builder, flatUpTo }: Options) {
  let dimensions = 0
  let rows: VectorRows | undefined
  let products: ReturnType<typeof createDotProducts> | undefined
  let divided: Divided | undefined
  let count = 0
  let dividing: Promise<void> | undefined
  /** While a snapshot is written no row may change its place: what is removed waits. */
  let still = false
  let freed: number[] = []

  function open(length: number, memory?: WebAssembly.Memory): VectorRows {
    if (rows && length !== dimensions)
      throw new Problem('unexpected', { detail: `A vector has ${length} numbers, this index ${dimensions}` })
    if (rows) return rows
    dimensions = length
    rows = createVectorRows(widthFor(length), memory)
    products = createDotProducts(rows.memory, regions.asking)
    return rows
  }

  function install(trained: Pick<Divided, 'centroids' | 'probes' | 'recall' | 'trainedOn'>, to: VectorRows): void {
    divided = { ...trained, space: openCentroids(trained.centroids, widthFor(dimensions)) }
    while (to.lists.length <= trained.centroids.inverses.length) to.lists.push({ chunks: [], rows: 0 })
  }

  /** The rows of some lists, as the builder's thread reads them. What changes meanwhile is looked at again when it is moved. */
  async function asStored({ memory, width, handleAt, inverses }: VectorRows, lists: VectorList[]): Promise<StoredRows> {
    const pace = createPace()
    const most = lists.reduce((sum, { rows }) => sum + rows, 0)
    const shared = () => new SharedArrayBuffer(most * 4)
    const stored = {
      rows: new Uint32Array(shared()),
      handles: new Uint32Array(shared()),
      inverses: new Float32Array(shared()),
    }
    let count = 0
    for (const list of lists) {
      for (let place = 0; place < list.rows && count < most; place++) {
        const row = list.chunks[Math.floor(place / chunkRows)]! * chunkRows + (place % chunkRows)
        if (handleAt(row) === none) continue
        stored.rows[count] = row
        stored.handles[count] = handleAt(row)
        stored.inverses[count++] = inverses()[row]!
        if (count % chunkRows === 0 && pace.isDue()) await pace.rest()
      }
    }
    return {
      memory,
      width,
      rows: stored.rows.subarray(0, count),
      handles: stored.handles.subarray(0, count),
      inverses: stored.inverses.subarray(0, count),
    }
  }

  async function train(of: VectorRows): Promise<void> {
    const trainedOn = count
    const wanted = Math.min(mostLists, Math.round(listsPerRoot * Math.sqrt(count)))
    const { assigned, ...trained } = await builder('train', { stored: await asStored(of, of.lists), wanted })
    install({ ...trained, trainedOn }, of)
    await moveAll(of, assigned)
  }

  async function assign(of: VectorRows, { centroids }: Divided): Promise<void> {
    const stored = await asStored(of, [of.lists[loose]!])
    await moveAll(of, await builder('assign', { stored, centroids }))
  }

  async function moveAll(of: VectorRows, { handles, lists }: Assigned): Promise<void> {
    const pace = createPace()
    for (let place = 0; place < handles.length; place++) {
      while (still) await pace.rest()
      of.move(handles[place]!, lists[place]! + 1)
      if (pace.isDue()) await pace.rest()
    }
  }

  function isDue(): boolean {
    if (!rows || still) return false
    if (count > (divided ? divided.trainedOn * outgrown : flatUpTo)) return true
    return divided !== undefined && rows.lists[loose]!.rows > mostLoose
  }

  async function divide(): Promise<void> {
    while (rows && isDue()) {
      if (divided && count <= divided.trainedOn * outgrown) await assign(rows, divided)
      else await train(rows)
    }
  }

  function start(): Promise<void> {
    dividing ??= divide().finally(() => {
      dividing = undefined
    })
    return dividing
  }

  return {
    get recall() {
      return divided?.recall ?? 1
    },
    add(handle: number, vector: Float32Array): void {
      const code = encodeVector(vector)
      const to = open(vector.length)
      to.add(handle, loose, code)
      count++
    },

    remove(handle: number): void {
      const row = rows ? rows.detach(handle) : none
      if (row === none) return
      count--
      if (still) freed.push(row)
      else rows!.release(row)
    },

    /** Starts the work that has become due. */
    look(onFailure: (error: unknown) => void): void {
      if (!dividing && isDue()) start().catch(onFailure)
    },
    async settle(): Promise<void> {
      while (dividing || isDue()) await start()
    },

    /** Calls `onNear` for vectors with a cosine above what it returned last, in lists that come ever less near. */
    search(vector: Float32Array, seen: { onNear: (near: NearCandidate) => number; isEnough: () => boolean }): void {
      if (!rows || !products) return
      const { code, inverse } = encodeVector(vector)
      if (open(vector.length) !== rows || inverse === 0) return
      products.ask(code)
      let least = scan(rows, rows.lists[loose]!, { products, inverse, least: 0, onNear: seen.onNear })
      if (!divided) return
      const order = listsByNearness(divided.space, { code, inverse })
      for (let place = 0; place < order.count; place++) {
        if (place >= divided.probes && seen.isEnough()) break
        least = scan(rows, rows.lists[order.at(place) + 1]!, { products, inverse, least, onNear: seen.onNear })
      }
    },

    /** What is stored, and `done` to be called when it has been read: until then no row moves. */
    saved(): { saved: SavedVectors; done: () => void } | undefined {
      if (!rows) return undefined
      still = true
      const done = () => {
        still = false
        for (const row of freed) rows!.release(row)
        freed = []
      }
      return { saved: { dimensions, rows: rows.saved(), divided }, done }
    },

    /** Takes saved vectors into an empty store; those of documents that are not there are left out. */
    load(
      { dimensions: length, rows: saved, divided: trained }: SavedVectors,
      isThere: (handle: number) => boolean,
    ): void {
      const to = open(length, saved.memory)
      to.load(saved)
      count = saved.lists.reduce((sum, list) => sum + list.rows, 0)
      if (trained) install(trained, to)
      for (const handle of saved.handles)
        if (to.listOf(handle) >= 0 && !isThere(handle)) {
          to.release(to.detach(handle))
          count--
        }
    },
  }
}

type Scan = {
  products: ReturnType<typeof createDotProducts>
  inverse: number
  least: number
  onNear: (near: NearCandidate) => number
}
function scan(rows: VectorRows, list: VectorList, { products, inverse, least, onNear }: Scan): number {
  let bound = least
  const { width } = rows
  const inverses = rows.inverses()
  for (let place = 0; place < list.chunks.length; place++) {
    const first = list.chunks[place]! * chunkRows
    const count = Math.min(chunkRows, list.rows - place * chunkRows)
    const sums = products.multiply(rows.addressOf(first), { count, width })
    for (let row = 0; row < count; row++) {
      const similarity = sums[row]! * inverses[first + row]! * inverse
      if (similarity <= 0 || similarity < bound) continue
      const handle = rows.handleAt(first + row)
      if (handle !== none) bound = onNear({ handle, similarity })
    }
  }
  return bound
}
