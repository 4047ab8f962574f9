/** All knowledge over HTTP: given as a file, and taken from one. For administrators: it holds what is for nobody else. */
import type { exchangeRoutes } from '@lingxi/contract/exchange'
import { Problem } from '@lingxi/contract/problem'
import type { Handlers } from '@lingxi/contract/route'
import { createOriginals } from '#sources'
import { type Clock, isoInstant } from '#platform/clock'
import type { Database } from '#platform/database'
import { type ArchiveEntry, withArchive } from '#platform/documents'
import type { Ids } from '#platform/ids'
import type { Log } from '#platform/log'
import { archiveLimits, readExchange } from './read-exchange.ts'
import { cameBetween, createTakeExchange } from './take-exchange.ts'
import { takeOriginals } from './take-originals.ts'
import { writeExchange } from './write-exchange.ts'

type Parts = {
  database: Database
  clock: Clock
  ids: Ids
  log: Log
  reviewRequired: (tenantId: string) => Promise<boolean>
  /** Brings what was taken in to whoever searches, here and in other processes. */
  follow: (tenantId: string, articleIds: string[]) => Promise<void>
}

const gigabyte = 1024 ** 3
export const largestImport = 4 * gigabyte
/** An archive without 64-bit sizes holds four gigabytes; the rows need room as well. */
export const largestOriginals = 3 * gigabyte

export function createExchangeRoutes({ database, clock, ids, log, ...parts }: Parts): Handlers<typeof exchangeRoutes> {
  const takeExchange = createTakeExchange({ database, ids })
  const originals = createOriginals({ database, ids })
  type Taken = { tenantId: string; by: string; preview: boolean }

  async function takeEntries(entries: ArchiveEntry[], { tenantId, by, preview }: Taken) {
    const { read, originals: packed } = await readExchange(entries)
    const reviewed = await parts.reviewRequired(tenantId)
    const at = isoInstant(clock)
    const bytes = await takeOriginals(originals, { tenantId, packed, at, preview })
    let committed = false
    try {
      const given = { tenantId, read, reviewed, by, at, preview, within: bytes.attach }
      const { files, articleIds } = await takeExchange(given)
      committed = !preview
      return { files: packed.length > 0 ? [...files, bytes.report()] : files, articleIds }
    } catch (error) {
      if (cameBetween(error))
        throw new Problem('changed-meanwhile', { detail: 'something else was written: try again' })
      throw error
    } finally {
      await bytes.settle(committed)
    }
  }

  return {
    async exportKnowledge({ query }, { tenantId, staffId }, { sendFile }) {
      const size = query.originals ? await originals.size(tenantId) : 0
      if (size > largestOriginals)
        throw new Problem('too-large', {
          detail: `the originals have ${size} bytes, more than fit into one archive: export without them, and keep them by a backup of the database`,
        })
      const at = isoInstant(clock)
      log.info('knowledge-exported', { tenantId, by: staffId })
      const chunks = writeExchange(database, { tenantId, at, originals: query.originals ? originals : undefined })
      sendFile({ name: `knowledge-${at.slice(0, 10)}.zip`, mediaType: 'application/zip', bytes: undefined, chunks })
      return undefined
    },

    importKnowledge({ query: { preview }, body }, { tenantId, staffId }) {
      return withArchive(body, { ...archiveLimits, most: largestImport }, async (opened) => {
        if (opened === 'too-large') throw new Problem('too-large')
        if ('refusal' in opened) throw new Problem('invalid-request', { detail: opened.refusal.en })
        const { files, articleIds } = await takeEntries(opened.entries, { tenantId, by: staffId, preview })
        if (!preview) {
          const taken = files.reduce((sum, { added, changed }) => sum + added + changed, 0)
          log.info('knowledge-imported', { tenantId, by: staffId, taken })
          await parts.follow(tenantId, articleIds)
        }
        return { committed: !preview, files }
      })
    },
  }
}
