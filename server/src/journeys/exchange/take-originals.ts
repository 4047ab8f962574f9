/**
 * The originals of an export: written before the rows, under names that nothing bears, and given to their documents in the
 * transaction of the rows, so that a file that turns out broken leaves nothing. One piece at a time is held.
 */
import type { ExchangeFileReport } from '@lingxi/contract/exchange'
import { Problem } from '@lingxi/contract/problem'
import type { RowHandle } from '#platform/database'
import type { KeptOriginal, Originals } from '#sources'
import type { PackedOriginal } from './read-exchange.ts'

type Given = { tenantId: string; packed: PackedOriginal[]; at: string; preview: boolean }

export async function takeOriginals(originals: Originals, { tenantId, packed, at, preview }: Given) {
  const kept: KeptOriginal[] = []
  const attached = new Set<string>()
  const forget = () =>
    originals.drop(
      tenantId,
      kept.flatMap(({ blobId }) => (attached.has(blobId) ? [] : [blobId])),
    )
  let same = 0
  try {
    for (const { itemId, read, ...expected } of packed) {
      if (await originals.isSettled(tenantId, itemId, expected)) {
        same++
        continue
      }
      const taken = await originals.take(tenantId, read(), { ...expected, at: preview ? undefined : at })
      if (!taken)
        throw new Problem('invalid-request', {
          errors: [{ path: `originals/${itemId}`, message: 'is not what its document was made of' }],
        })
      kept.push({ itemId, ...taken, contentHash: expected.contentHash })
    }
  } catch (error) {
    await forget()
    throw error
  }

  return {
    /** Gives each to its document; `handle` is the transaction in which the documents come. */
    async attach(handle: RowHandle): Promise<void> {
      for (const original of kept) if (await originals.attach(handle, tenantId, original)) attached.add(original.blobId)
    },
    /** Lets go what no document took. `committed`: whether those that did are there to stay. */
    async settle(committed: boolean): Promise<void> {
      if (!committed) attached.clear()
      await forget()
    },
    report(): ExchangeFileReport {
      const added = attached.size
      return { file: 'originals', added, changed: 0, same: same + kept.length - added, refused: 0, refusals: [] }
    },
  }
}
