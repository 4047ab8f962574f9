/** The end of a run: what it did not meet any more is withdrawn, where it can be sure of having met everything. */
import type { Sources, StepResult, StoredItem, StoredRun, StoredSource } from '#sources'

type Result = Omit<StepResult, 'at' | 'milliseconds'>
type Parts = { sources: Sources; withdraw: (tenantId: string, item: StoredItem) => Promise<Result> }

export function createEndRun({ sources, withdraw }: Parts) {
  /** A page that nothing links to any more may still be there: it is asked for itself. */
  async function askAgain(tenantId: string, run: StoredRun, depth: number): Promise<number> {
    let added = 0
    for (let after = ''; ; ) {
      const some = await sources.unseenItems(tenantId, run.sourceId, { runId: run.id, after, limit: 200 })
      if (some.length === 0) return added
      after = some.at(-1)!.id
      const steps = some.map(({ location, id }) => sources.stepOf({ kind: 'page', location, depth, itemId: id }))
      added += await sources.addSteps(tenantId, { runId: run.id, added: steps })
    }
  }

  async function withdrawUnseen(tenantId: string, run: StoredRun): Promise<void> {
    for (let after = ''; ; ) {
      const some = await sources.unseenItems(tenantId, run.sourceId, { runId: run.id, after, limit: 200 })
      if (some.length === 0) return
      after = some.at(-1)!.id
      for (const item of some) await withdrawOne(tenantId, run, item)
    }
  }

  async function withdrawOne(tenantId: string, run: StoredRun, item: StoredItem): Promise<void> {
    const step = sources.stepOf({ kind: 'item', location: item.location, depth: 0, itemId: item.id })
    await sources.addSteps(tenantId, { runId: run.id, added: [step] })
    const result = { ...(await withdraw(tenantId, item)), milliseconds: 0 }
    await sources.finishStep(tenantId, run.id, { locationHash: step.locationHash, result })
  }

  /** Files of an archive that was read again and does not hold them any more. */
  async function withdrawFromArchives(tenantId: string, source: StoredSource, run: StoredRun): Promise<void> {
    for (const archive of await sources.archivesOf(tenantId, source.id, run.id))
      for (const item of await sources.itemsBelow(tenantId, source.id, `${archive.location}/`))
        if (item.seenRun !== run.id && item.state !== 'withdrawn') await withdrawOne(tenantId, run, item)
  }

  /** How much more there is to ask for before anything is withdrawn. */
  async function withdrawVanished(tenantId: string, { place }: StoredSource, run: StoredRun): Promise<number> {
    if (place.kind === 'site' && place.by === 'crawl') return askAgain(tenantId, run, place.depth)
    if (place.kind === 'site' || place.kind === 'folder') await withdrawUnseen(tenantId, run)
    return 0
  }

  /** Whether the run has ended; false when this found more to read. */
  return async function endRun(tenantId: string, source: StoredSource, run: StoredRun): Promise<boolean> {
    const { added, changed, unchanged, refused } = run.progress
    const readSomething = added + changed + unchanged > 0
    if (readSomething && run.note === null && (await withdrawVanished(tenantId, source, run)) > 0) return false
    if (readSomething) await withdrawFromArchives(tenantId, source, run)
    const failed = !readSomething && refused > 0 && source.place.kind !== 'upload'
    return sources.endRun(tenantId, run.id, failed ? 'failed' : 'done')
  }
}
