/** Files that are given: kept as they stream in, and put before a run. And the same for files out of archives. */
import { createHash } from 'node:crypto'
import { Problem } from '@lingxi/contract/problem'
import type { ItemChange, StoredItem } from './item-store.ts'
import type { StoredRun } from './run-store.ts'
import type { Running } from './running.ts'
import { readJob } from './running.ts'
import { hashOf, isoAt, type SourceParts, type Stores } from './source-parts.ts'

type Given = { sourceId: string; location: string; chunks: AsyncIterable<Uint8Array> }

export function createReceiving(
  { clock, ids, jobs, largestFile }: SourceParts,
  { stores, running }: { stores: Stores; running: Running },
) {
  const { items, runs, steps, blobs } = stores

  /** Keeps the bytes under a new name, so that what is there stays whole until all of the new is. */
  async function keep(tenantId: string, chunks: AsyncIterable<Uint8Array>) {
    const blobId = ids.next('blob')
    const hash = createHash('sha256')
    let bytes = 0
    async function* counted() {
      for await (const chunk of chunks) {
        bytes += chunk.length
        if (bytes > largestFile) throw new Problem('too-large', { detail: `at most ${largestFile} bytes` })
        hash.update(chunk)
        yield chunk
      }
    }
    try {
      await blobs.write(tenantId, { blobId, at: isoAt(clock.now()) }, counted())
    } catch (error) {
      await blobs.remove(tenantId, [blobId])
      throw error
    }
    return { blobId, bytes, contentHash: hash.digest('hex') }
  }

  /** The item with its original; what was kept before is let go. */
  async function keepItem(
    tenantId: string,
    { sourceId, location, chunks }: Given,
    more: ItemChange = {},
  ): Promise<StoredItem> {
    const kept = await keep(tenantId, chunks)
    const place = { id: ids.next('itm'), sourceId, location, locationHash: hashOf(location), at: isoAt(clock.now()) }
    const item = await items.ensure(tenantId, place)
    await items.change(tenantId, item.id, { ...kept, ...more })
    if (item.blobId) await blobs.remove(tenantId, [item.blobId])
    return { ...item, ...kept, ...more }
  }

  async function openRunFor(tenantId: string, item: StoredItem, by: string | null): Promise<StoredRun> {
    const step = running.stepOf({ kind: 'item', location: item.location, depth: 0, itemId: item.id })
    const runId = await runs.transaction(async (handle) => {
      const open = await runs.holdOpen(tenantId, item.sourceId, handle)
      const run = open ?? running.aRun(item.sourceId, { cause: 'upload', by })
      if (!open) await runs.insert(tenantId, run, handle)
      await steps.addSteps(tenantId, { runId: run.id, added: [step] }, handle)
      await steps.reopenStep(tenantId, { runId: run.id, locationHash: step.locationHash }, handle)
      await jobs.addWithin(handle, [running.jobFor(tenantId, run)])
      return run.id
    })
    jobs.wake(readJob)
    return running.getRun(tenantId, runId)
  }

  return {
    keepItem,

    /** Keeps a file and puts it before the source's run. Throws `too-large`; `invalid-request` for nothing at all. */
    async receiveFile(
      tenantId: string,
      { by, ...given }: Given & { by: string | null },
    ): Promise<{ item: StoredItem; run: StoredRun }> {
      const item = await keepItem(tenantId, given)
      return { item, run: await openRunFor(tenantId, item, by) }
    },

    changeItem: items.change,
    writeText: blobs.writeText,

    /** All bytes of an original; they are as many as `largestFile` at most. */
    async loadOriginal(tenantId: string, blobId: string): Promise<Uint8Array> {
      const pieces: Uint8Array[] = []
      for await (const piece of blobs.read(tenantId, blobId)) pieces.push(piece)
      return new Uint8Array(Buffer.concat(pieces))
    },

    /** The item at a place of a source, new when there is none. */
    ensureItem: (tenantId: string, sourceId: string, location: string): Promise<StoredItem> =>
      items.ensure(tenantId, {
        id: ids.next('itm'),
        sourceId,
        location,
        locationHash: hashOf(location),
        at: isoAt(clock.now()),
      }),
    findItemAt: (tenantId: string, sourceId: string, location: string) =>
      items.findAt(tenantId, sourceId, hashOf(location)),
  }
}
