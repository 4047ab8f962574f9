/** One document: its original kept, its text read, its articles made; then, and only then, it counts as read. */
import { createHash } from 'node:crypto'
import type { PageReport, RunEntry, SourceItem } from '@lingxi/contract/source'
import type { SourcedDocument, SourcedReport } from '#knowledge'
import {
  type DocumentInput,
  type Documents,
  mediaTypeOf,
  type ReadOutcome,
  type Refusal,
  refuse,
} from '#platform/documents'
import type { Fetched, Sources, Step, StoredItem, StoredRun, StoredSource } from '#sources'

export type Knowledge = { putDocument(tenantId: string, sourced: SourcedDocument): Promise<SourcedReport> }
type Parts = { sources: Sources; knowledge: Knowledge; documents: Pick<Documents, 'read'> }
export type Reading = {
  source: StoredSource
  run: StoredRun
  step: Step
  item: StoredItem | undefined
  location: string
  fetched: Extract<Fetched, { outcome: 'fetched' }>
}
export type ReadItem = {
  itemId: string
  outcome: RunEntry['outcome'] | 'not-wanted'
  reason: Refusal | null
  pages: number
  links: string[]
}
type Text = {
  text: string
  pages: { page: number; label?: string | undefined; start: number }[]
  reports: PageReport[]
}

export function createReadItem({ sources, knowledge, documents }: Parts) {
  /** The item with these bytes as its original; they are written only when they are new. */
  async function keep(tenantId: string, { source, run, item, location, fetched }: Reading): Promise<StoredItem> {
    const about = {
      seenRun: run.id,
      etag: fetched.etag ?? null,
      lastModified: fetched.lastModified ?? null,
      ...(fetched.mediaType && { mediaType: fetched.mediaType }),
    }
    const there = item ?? (await sources.findItemAt(tenantId, source.id, location))
    if (there?.blobId && there.contentHash === hashOf(fetched.bytes)) {
      await sources.changeItem(tenantId, there.id, about)
      return { ...there, ...about }
    }
    return sources.keepItem(tenantId, { sourceId: source.id, location, chunks: once(fetched.bytes) }, about)
  }

  async function readText(input: DocumentInput, takeFile: (path: string, bytes: Uint8Array) => Promise<void>) {
    const text: Text = { text: '', pages: [], reports: [] }
    const outcome = await documents.read(input, async (part) => {
      if (part.kind === 'file') return takeFile(part.path, part.bytes)
      const lead = part.text.length - part.text.trimStart().length
      text.pages.push({ page: part.page, label: part.label, start: text.text.length + lead })
      text.text += part.text
      text.reports.push(part.report)
    })
    return { outcome, text }
  }

  /** Files of an archive become items of their own; those that it held before and holds no more are left to the end of the run. */
  const takeFile = (tenantId: string, { source, run, location }: Reading) =>
    async function take(path: string, bytes: Uint8Array): Promise<void> {
      const given = { sourceId: source.id, location: `${location}/${path}`, chunks: once(bytes) }
      const item = await sources.keepItem(tenantId, given, { seenRun: run.id })
      const added = [sources.stepOf({ kind: 'item', location: item.location, depth: 1, itemId: item.id })]
      await sources.addSteps(tenantId, { runId: run.id, added })
    }

  async function refused(
    tenantId: string,
    item: StoredItem,
    { reason, change }: { reason: Refusal; change: object },
  ): Promise<ReadItem> {
    const state = item.readHash ? {} : ({ state: 'refused' } as const)
    await sources.changeItem(tenantId, item.id, { ...change, ...state, refusal: reason })
    return { itemId: item.id, outcome: 'refused', reason, pages: 0, links: [] }
  }

  return async function readItem(tenantId: string, reading: Reading): Promise<ReadItem> {
    const { source, run, location, fetched } = reading
    const item = await keep(tenantId, reading)
    const isSame = item.readHash !== null && item.readHash === item.contentHash
    if (isSame && !run.anew && item.state === 'read')
      return { itemId: item.id, outcome: 'unchanged', reason: null, pages: 0, links: item.links }
    const address = source.place.kind === 'site' ? location : undefined
    const input = { name: fetched.name, bytes: fetched.bytes, mediaType: fetched.mediaType, address }
    const { outcome, text } = await readText(input, takeFile(tenantId, reading))
    const told = { notes: outcome.notes, pageReports: text.reports }
    if (outcome.outcome === 'refused') return refused(tenantId, item, { reason: outcome.refusal, change: told })
    const about = { ...told, ...describe(outcome, item), readHash: item.contentHash, links: linksOf(outcome) }
    if (outcome.page?.noIndex) {
      await sources.changeItem(tenantId, item.id, { ...about, state: 'refused', refusal: refuse('not-wanted') })
      return { itemId: item.id, outcome: 'not-wanted', reason: refuse('not-wanted'), pages: 0, links: linksOf(outcome) }
    }
    const pages = text.reports.length
    if (outcome.format === 'zip') return finish(tenantId, item, { ...about, rows: [] })
    const document = { ...text, format: outcome.format, location, title: outcome.title, tables: outcome.tables }
    const report = await knowledge.putDocument(tenantId, { source, itemId: item.id, document, changed: !isSame })
    if (report.outcome === 'refused')
      return refused(tenantId, item, { reason: refuse('nothing-for-articles'), change: { ...told, rows: report.rows } })
    await sources.writeText(tenantId, item.id, { ...text, places: report.spans })
    const done = await finish(tenantId, item, { ...about, rows: report.rows })
    return { ...done, outcome: report.outcome, pages }
  }

  type Done = Parameters<Sources['changeItem']>[2]
  async function finish(tenantId: string, item: StoredItem, about: Done): Promise<ReadItem> {
    const { readHash, state } = item
    await sources.changeItem(tenantId, item.id, {
      ...about,
      state: 'read',
      refusal: null,
      readAt: sources.now(),
      checkedAt: sources.now(),
    })
    const outcome = readHash === null || state === 'withdrawn' ? 'added' : 'changed'
    return { itemId: item.id, outcome, reason: null, pages: 0, links: about.links ?? [] }
  }
}

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const linksOf = ({ page }: Extract<ReadOutcome, { outcome: 'read' }>) =>
  page && !page.noFollow ? page.links.slice(0, 2000) : []

const describe = (
  { format, title }: Extract<ReadOutcome, { outcome: 'read' }>,
  item: StoredItem,
): Pick<SourceItem, 'format' | 'title' | 'mediaType'> => ({
  format,
  title: title?.slice(0, 300) ?? null,
  mediaType: item.mediaType ?? mediaTypeOf(format),
})

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
