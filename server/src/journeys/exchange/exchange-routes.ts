/** All knowledge over HTTP: given as a file, and taken from one. For administrators: it holds what is for nobody else. */
import type { exchangeRoutes } from '@lingxi/contract/exchange'
import { Problem } from '@lingxi/contract/problem'
import type { Handlers } from '@lingxi/contract/route'
import { type Clock, isoInstant } from '#platform/clock'
import type { Database } from '#platform/database'
import type { Ids } from '#platform/ids'
import type { Log } from '#platform/log'
import { readExchange } from './read-exchange.ts'
import { cameBetween, createTakeExchange } from './take-exchange.ts'
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

export const largestImport = 256 * 1024 * 1024

export function createExchangeRoutes({ database, clock, ids, log, ...parts }: Parts): Handlers<typeof exchangeRoutes> {
  const takeExchange = createTakeExchange({ database, ids })

  return {
    async exportKnowledge(_asked, { tenantId, staffId }, { sendFile }) {
      const at = isoInstant(clock)
      log.info('knowledge-exported', { tenantId, by: staffId })
      const chunks = writeExchange(database, { tenantId, at })
      sendFile({ name: `knowledge-${at.slice(0, 10)}.zip`, mediaType: 'application/zip', bytes: undefined, chunks })
      return undefined
    },

    async importKnowledge({ query: { preview }, body }, { tenantId, staffId }) {
      const read = await readExchange(await collect(body))
      const reviewed = await parts.reviewRequired(tenantId)
      const given = { tenantId, read, reviewed, by: staffId, at: isoInstant(clock), preview }
      const { files, articleIds } = await takeExchange(given).catch((error: unknown) => {
        if (cameBetween(error))
          throw new Problem('changed-meanwhile', { detail: 'something else was written: try again' })
        throw error
      })
      if (!preview) {
        const taken = files.reduce((sum, { added, changed }) => sum + added + changed, 0)
        log.info('knowledge-imported', { tenantId, by: staffId, taken })
        await parts.follow(tenantId, articleIds)
      }
      return { committed: !preview, files }
    },
  }
}

/** Throws `too-large`. */
async function collect(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of chunks) {
    bytes += chunk.length
    if (bytes > largestImport) throw new Problem('too-large')
    all.push(chunk)
  }
  return new Uint8Array(Buffer.concat(all))
}
