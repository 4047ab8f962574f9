/**
 * What was released reads messages in every process: it is fetched when the process begins and whenever a release is told.
 * One that cannot be opened is refused with a line in the log, and what reads goes on reading.
 */
import type { Teaching } from '#teaching'
import type { Log } from '#platform/log'

/** From the next message on this is what was learnt; undefined: nothing is. The reason when it cannot be. */
export type UseLearnt = (
  tenantId: string,
  learnt: { version: string; artefact: Uint8Array } | undefined,
) => Promise<{ outcome: 'used' } | { outcome: 'refused'; reason: string }>

type Parts = { versions: Pick<Teaching['versions'], 'released'>; use: UseLearnt; log: Log }

export function createFollowReleases({ versions, use, log }: Parts) {
  /** What reads, and the loading that goes on: one after the other, so that an earlier state never comes last. */
  const atWork = new Map<string, string | undefined>()
  const loading = new Map<string, Promise<void>>()

  async function load(tenantId: string): Promise<void> {
    const released = await versions.released(tenantId)
    if (released?.id === atWork.get(tenantId)) return
    const learnt = released && { version: released.id, artefact: released.artefact }
    const used = await use(tenantId, learnt)
    if (used.outcome === 'refused')
      log.error('learnt-version-refused', { tenantId, version: released?.id ?? '', reason: used.reason }, undefined)
    else {
      atWork.set(tenantId, released?.id)
      log.info('learnt-version-reads', { tenantId, version: released?.id ?? 'none' })
    }
  }

  /** Brings this process to what is released now. Rejects when the database is away. */
  return function followReleases(tenantId: string): Promise<void> {
    const next = (loading.get(tenantId) ?? Promise.resolve()).catch(() => undefined).then(() => load(tenantId))
    loading.set(tenantId, next)
    return next
  }
}
