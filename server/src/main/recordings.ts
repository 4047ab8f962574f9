/** A company's own conversations, written down as a recording. For administrators: what customers wrote is in it, and who they are. */
import { mostRecordedEvents, type RecordingHeader, writeLine } from '@lingxi/contract/recording'
import type { recordingRoutes } from '@lingxi/contract/recording-routes'
import type { Handlers } from '@lingxi/contract/route'
import { type Clock, isoInstant } from '#platform/clock'
import { createRecord } from '../journeys/replaying/replaying.ts'
import type { Parts, Platform } from './parts.ts'

type House = { parts: Pick<Parts, 'flows' | 'teaching' | 'staff'>; clock: Clock }

/** What the bot is made of now. */
export async function headerOf(tenantId: string, { parts, clock }: House): Promise<RecordingHeader> {
  const [{ version }, released, settings] = await Promise.all([
    parts.flows.flows.live(tenantId),
    parts.teaching.teaching.versions.released(tenantId),
    parts.staff.getSettings(tenantId),
  ])
  const versions = { flows: version, understanding: released?.id ?? null }
  return { kind: 'recording', format: 1, at: isoInstant(clock), versions, settings }
}

export function createRecordings({ clock, log }: Platform, parts: Parts): Handlers<typeof recordingRoutes> {
  const { conversations, customers } = parts
  const record = createRecord({ conversations, customers })

  type Wanted = { from?: string | undefined; to?: string | undefined; limit: number }
  async function* write(tenantId: string, { limit, ...between }: Wanted): AsyncGenerator<Uint8Array> {
    yield Buffer.from(writeLine(await headerOf(tenantId, { parts, clock })))
    for (const state of await conversations.listNewest(tenantId, limit, between)) {
      const recorded = await record(tenantId, state)
      if (recorded.events.length <= mostRecordedEvents) yield Buffer.from(writeLine(recorded))
    }
  }

  return {
    async downloadRecording({ query }, { tenantId, staffId }, { sendFile }) {
      log.info('conversations-recorded', { tenantId, by: staffId })
      const name = `conversations-${isoInstant(clock).slice(0, 10)}.jsonl`
      sendFile({ name, mediaType: 'application/x-ndjson', bytes: undefined, chunks: write(tenantId, query) })
      return undefined
    },
  }
}
