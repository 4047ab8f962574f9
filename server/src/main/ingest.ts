/** How knowledge comes in from its sources: the jobs that read, what comes round, and what people and systems ask of it. */
import { createDocuments } from '#platform/documents'
import { createHttp } from '#platform/http'
import type { Knowledge } from '#knowledge'
import type { JobKind, Jobs } from '#platform/jobs'
import { createSources } from '#sources'
import { createIngest } from '../journeys/knowledge/ingest.ts'
import { createSourceRoutes } from '../journeys/knowledge/source-routes.ts'
import { createTakeEvent } from '../journeys/knowledge/take-event.ts'
import type { Platform } from './parts.ts'

/** What an operator allows of reading from outside. */
export type ReadingLimits = {
  /** The folder below which folders may be read. */
  folder: string | undefined
  /** Private hosts, addresses or ranges that may be read all the same. */
  allowedAddresses: string[]
  largestFile: number
}
export const usualLimits: ReadingLimits = {
  folder: undefined,
  allowedAddresses: [],
  largestFile: 200 * 1024 * 1024,
}

type Given = { jobs: Jobs; knowledge: Knowledge; tenantId: string }

export function createIngestion(platform: Platform, { jobs, knowledge, tenantId }: Given) {
  const { opened, clock, ids, log, reading = usualLimits } = platform
  const http = createHttp({ clock, allowed: reading.allowedAddresses })
  const sources = createSources({
    database: opened.database,
    jobs,
    http,
    clock,
    ids,
    root: reading.folder,
    largestFile: reading.largestFile,
  })
  const documents = createDocuments()
  const eventDocuments = createDocuments({ memory: 256, stalledAfter: 10_000, longest: 20_000 })
  const ingest = createIngest({ sources, knowledge, documents, clock, log })
  const takeEvent = createTakeEvent({ sources, knowledge, documents: eventDocuments })

  const kinds: JobKind[] = [
    // Longer than the longest reading of one document; a process that dies is found out by its silence.
    { name: 'read-source', run: ingest.readSource, retryLimit: 4, expireInSeconds: 1500 },
    {
      name: 'look-at-sources',
      async run() {
        await sources.startDue(tenantId)
        await sources.sweep(tenantId)
      },
      schedule: '*/5 * * * *',
    },
  ]
  return {
    sources,
    /** Asks a host no faster than all that reads from outside may together. */
    http,
    kinds,
    handlers: createSourceRoutes({ tenantId, sources, knowledge, takeEvent, clock }),
    /** Takes up what was broken off, and has HTML events read without a delay where there may be any. */
    async begin(): Promise<void> {
      await sources.resumeRuns(tenantId)
      const all = await sources.listSources(tenantId)
      if (all.some(({ place }) => place.kind === 'webhook'))
        void eventDocuments.read({ name: 'warm.html', bytes: new TextEncoder().encode('<p>.</p>') }, () => undefined)
    },
    async stop(): Promise<void> {
      await documents.close()
      await eventDocuments.close()
    },
  }
}
