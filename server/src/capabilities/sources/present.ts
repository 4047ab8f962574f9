/** What is stored, as the contract says it. */
import type { Source, SourceItem, SourceItemReport, SourceRun } from '@lingxi/contract/source'
import type { StoredItem } from './item-store.ts'
import type { StoredRun } from './run-store.ts'
import type { StoredSource } from './source-store.ts'

export function presentRun(run: StoredRun): SourceRun {
  const { id, sourceId, cause, state, progress, note, startedBy, createdAt, endedAt } = run
  return { id, sourceId, cause, state, progress, note, startedBy, createdAt, endedAt }
}

export function presentSource(
  source: StoredSource,
  { counts, lastRun }: { counts: { items: number; refused: number } | undefined; lastRun: StoredRun | undefined },
): Source {
  return {
    ...source,
    items: counts?.items ?? 0,
    refusedItems: counts?.refused ?? 0,
    lastRun: lastRun ? presentRun(lastRun) : null,
  }
}

export const presentItem = (item: StoredItem, articles: number): SourceItem => ({
  id: item.id,
  sourceId: item.sourceId,
  location: item.location,
  title: item.title,
  format: item.format,
  mediaType: item.mediaType,
  bytes: item.bytes,
  state: item.state,
  refusal: item.refusal,
  notes: item.notes,
  pages: item.pageReports.length,
  articles,
  hasOriginal: item.blobId !== null,
  version: item.version,
  readAt: item.readAt,
  checkedAt: item.checkedAt,
})

export const presentReport = (item: StoredItem, articleIds: string[]): SourceItemReport => ({
  ...presentItem(item, articleIds.length),
  pageReports: item.pageReports,
  rows: item.rows,
  articleIds,
})
