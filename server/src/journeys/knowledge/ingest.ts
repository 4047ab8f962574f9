/**
 * From a source to articles, step by step. Each step asks for one document, keeps its original, reads it, makes its
 * articles, and writes down what became of it; whatever breaks off in between is taken again, and finds what is done. A
 * document that cannot be read says why and leaves everything else, what was read of it earlier included, as it was.
 */
import { refuse } from '#platform/documents'
import type { Log } from '#platform/log'
import type { Fetched, Sources, Step, StepResult, StoredItem, StoredRun, StoredSource } from '#sources'
import { createEndRun } from './end-run.ts'
import { createFollowLinks } from './follow-links.ts'
import { createReadItem, type ReadItem } from './read-item.ts'

type Knowledge = Parameters<typeof createReadItem>[0]['knowledge'] & {
  withdrawDocuments(tenantId: string, itemIds: string[]): Promise<string[]>
}
type Parts = {
  sources: Sources
  knowledge: Knowledge
  documents: Parameters<typeof createReadItem>[0]['documents']
  clock: { reading(): number }
  log: Pick<Log, 'info'>
}
type Result = Omit<StepResult, 'at' | 'milliseconds'>
type Taking = { source: StoredSource; run: StoredRun; step: Step }

/** Milliseconds after which a job makes room and goes on in the next. */
const slice = 20_000

export function createIngest({ sources, knowledge, documents, clock, log }: Parts) {
  const readItem = createReadItem({ sources, knowledge, documents })
  const followLinks = createFollowLinks({ sources })
  const endRun = createEndRun({ sources, withdraw })

  async function withdraw(tenantId: string, item: StoredItem): Promise<Result> {
    await knowledge.withdrawDocuments(tenantId, [item.id])
    await sources.changeItem(tenantId, item.id, { state: 'withdrawn', readHash: null, checkedAt: null })
    return { itemId: item.id, outcome: 'withdrawn', reason: null, pages: 0 }
  }

  async function withdrawWhatIsGone(tenantId: string, item: StoredItem | undefined): Promise<Result> {
    if (item && item.state !== 'withdrawn') return withdraw(tenantId, item)
    return { itemId: item?.id ?? null, outcome: 'refused', reason: refuse('not-found'), pages: 0 }
  }

  async function takeStep(tenantId: string, { source, run, step }: Taking): Promise<Result> {
    const item = step.itemId
      ? await sources.getItem(tenantId, step.itemId)
      : await sources.findItemAt(tenantId, source.id, step.location)
    const fetched = await sources.fetchStep(tenantId, { source, run, step, item })
    const itemId = item?.id ?? null
    if (item) await sources.changeItem(tenantId, item.id, { seenRun: run.id })
    switch (fetched.outcome) {
      case 'pages':
      case 'files':
        await followLinks.fromList(tenantId, { source, run, step }, fetched)
        return { itemId: null, outcome: 'skipped', reason: null, pages: 0 }
      case 'skipped':
        return { itemId, outcome: 'skipped', reason: null, pages: 0 }
      case 'gone':
        return withdrawWhatIsGone(tenantId, item)
      case 'unchanged':
        await followLinks.fromPage(tenantId, { source, run, step }, item?.links ?? [])
        return { itemId, outcome: 'unchanged', reason: null, pages: 0 }
      case 'refused':
        return refuseStep(tenantId, { source, run, step }, { item, fetched })
      case 'fetched':
        return takeDocument(tenantId, { source, run, step }, { item, fetched })
    }
  }

  async function refuseStep(
    tenantId: string,
    { run, step }: Taking,
    { item, fetched }: { item: StoredItem | undefined; fetched: Extract<Fetched, { outcome: 'refused' }> },
  ): Promise<Result> {
    const { reason } = fetched
    // Without its list of pages nothing can be told of those that are not on it.
    if (step.kind === 'sitemap' || step.location === '') await sources.noteRun(tenantId, run.id, 'list-not-read')
    if (item)
      await sources.changeItem(tenantId, item.id, { refusal: reason, ...(!fetched.keeps && { state: 'refused' }) })
    return { itemId: item?.id ?? null, outcome: 'refused', reason, pages: 0 }
  }

  async function takeDocument(
    tenantId: string,
    taking: Taking,
    { item, fetched }: { item: StoredItem | undefined; fetched: Extract<Fetched, { outcome: 'fetched' }> },
  ): Promise<Result> {
    const { source, run, step } = taking
    const location = fetched.location ?? step.location
    // A page that lies elsewhere is read there, once.
    if (fetched.location && !(await followLinks.claim(tenantId, taking, location)))
      return { itemId: null, outcome: 'skipped', reason: null, pages: 0 }
    const read = await readItem(tenantId, {
      source,
      run,
      step,
      item: fetched.location ? undefined : item,
      location,
      fetched,
    })
    if (fetched.location) await followLinks.settle(tenantId, { run, location }, read)
    await followLinks.fromPage(tenantId, taking, read.links)
    if (read.outcome === 'not-wanted') return withdrawUnwanted(tenantId, read)
    return { itemId: read.itemId, outcome: read.outcome, reason: read.reason, pages: read.pages }
  }

  async function withdrawUnwanted(tenantId: string, read: ReadItem): Promise<Result> {
    await knowledge.withdrawDocuments(tenantId, [read.itemId])
    return { itemId: read.itemId, outcome: 'refused', reason: read.reason, pages: read.pages }
  }

  /** Whether something is left to do. */
  async function takeNext(tenantId: string, source: StoredSource, runId: string): Promise<boolean> {
    const run = await sources.getRun(tenantId, runId)
    if (run.state !== 'running') return false
    const step = await sources.nextStep(tenantId, runId)
    if (!step) return !(await endRun(tenantId, source, run))
    const begun = clock.reading()
    const result = await takeStep(tenantId, { source, run, step })
    const milliseconds = Math.round(clock.reading() - begun)
    await sources.finishStep(tenantId, runId, { locationHash: step.locationHash, result: { ...result, milliseconds } })
    const { outcome, pages, reason } = result
    log.info('document-read', {
      source: source.id,
      run: runId,
      item: result.itemId,
      outcome,
      reason: reason?.code,
      pages,
      milliseconds,
    })
    return true
  }

  return {
    /** Goes on with a run for a while; what is left then goes on in another job. A run that is gone or over does nothing. */
    async readSource(body: unknown): Promise<void> {
      const { tenantId, runId } = body as { tenantId: string; runId: string }
      const run = await sources.findRun(tenantId, runId)
      const source = run && (await sources.findSource(tenantId, run.sourceId))
      if (!run || !source) return
      await sources.beginRun(tenantId, runId)
      const until = clock.reading() + slice
      while (await takeNext(tenantId, source, runId)) {
        if (clock.reading() < until) continue
        return sources.continueLater(tenantId, run)
      }
    },
  }
}
export type Ingest = ReturnType<typeof createIngest>
